using System.Security.Claims;
using Assemblies.Agenda.Evening;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Record;
using Assemblies.Shell;
using Assemblies.Testimony;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Floor;

/// <summary>The floor's commands over HTTP: the same records, rules and replies as <see cref="FloorHub"/>.</summary>
internal static class FloorApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var floor = api.MapGroup("/floor");
        floor.MapGet("", async (AssemblyDb db, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok(await FloorChannel.PresentAsync(db, caller.BoundAssembly()!.Value, cancellation)))
            .For(Access.Floor).WithSummary("Where every ask and answer stands now, as the channel \"floor\" shows it.");
        floor.MapPost("/put", (PutCommand command, AnswerBook answers, ClaimsPrincipal caller) => TakeAsync(caller, command, answers.PutAsync))
            .For(Access.Putting).WithSummary("Says that an ask was read to one power-holder or several.");
        floor.MapPost("/record", (RecordCommand command, AnswerBook answers, ClaimsPrincipal caller) => TakeAsync(caller, command, answers.RecordAsync))
            .For(Access.Scribe).WithSummary("Writes an answer down; provisional until the chair confirms it.");
        floor.MapPost("/rule", (RuleCommand command, AnswerBook answers, ClaimsPrincipal caller) => TakeAsync(caller, command, answers.RuleAsync))
            .For(Access.Chair).WithSummary("Confirms a recorded answer or asks again.");
        floor.MapPost("/reveal", (RevealCommand command, AnswerBook answers, ClaimsPrincipal caller) => TakeAsync(caller, command, answers.RevealAsync))
            .For(Access.Chair).WithSummary("Shows confirmed answers to the hall, all at once.");
        floor.MapPost("/read-back", (ReadBackCommand command, AnswerBook answers, ClaimsPrincipal caller) => TakeAsync(caller, command, answers.ReadBackAsync))
            .For(Access.Putting).WithSummary("Says that a revealed answer was read back, objected to or acknowledged.");
        floor.MapPost("/show", (ShowCommand command, StageDirection stage, ClaimsPrincipal caller) => TakeAsync(caller, command, stage.ShowAsync))
            .For(Access.Showing).WithSummary("Changes the scene of the projector.");
        floor.MapPost("/direct", (DirectCommand command, ScreenBook screens, ClaimsPrincipal caller) => TakeAsync(caller, command, screens.DirectAsync))
            .For(Access.Showing).WithSummary("Does something with one screen or several: freeze, blank, take a scene, name, identify, redirect.");
        floor.MapPost("/preview", async (PreviewQuery query, ScenePreview preview, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok(await preview.ReadAsync(caller.BoundAssembly()!.Value, query, cancellation)))
            .For(Access.Showing).WithSummary("How the hall would look with a scene, or with the next one of the running order. Changes nothing.");
        floor.MapPost("/run", async (RunCommand command, EveningBook evening, ClaimsPrincipal caller) =>
                Reply(await evening.RunAsync(caller.Actor(), caller.DeviceRole(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Running).WithSummary("Takes a step of the evening: advance, add time, start a clock, call an institution.");
        floor.MapGet("/order", async (AssemblyDb db, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok(await OrderReader.ReadAsync(db, caller.BoundAssembly()!.Value, cancellation)))
            .For(Access.Floor).WithSummary("The running order as it is lived, as the channel \"order\" shows it.");
        floor.MapGet("/win-back", async (int minutes, EveningBook evening, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok(await evening.WinBackAsync(caller.BoundAssembly()!.Value, new WinBackQuery(minutes), cancellation)))
            .For(Access.Running).WithSummary("Proposes how so many minutes, 1 to 120, could be won back. Changes nothing.");
        MapPeople(floor);
    }

    private static void MapPeople(RouteGroupBuilder floor)
    {
        floor.MapPost("/ready", (ReadyCommand command, ReadinessBook readiness, ClaimsPrincipal caller) => TakeAsync(caller, command, readiness.ReadyAsync))
            .For(Access.Receiving).WithSummary("Notes that a speaker arrived, was briefed, has the microphone, or is missing.");
        floor.MapPost("/schedule", (ScheduleCommand command, ScheduleBook schedule, ClaimsPrincipal caller) => TakeAsync(caller, command, schedule.ScheduleAsync))
            .For(Access.Receiving).WithSummary("Changes who speaks in which testimony item, and in which order.");
        floor.MapPost("/present", (PresenceCommand command, PresenceBook presence, ClaimsPrincipal caller) => TakeAsync(caller, command, presence.PresentAsync))
            .For(Access.Receiving).WithSummary("Notes that a power-holder came, left, sent a deputy, or did not come.");
    }

    /// <summary>One command, in the assembly that its sender is bound to. It is taken whole, also when the sender hangs up.</summary>
    private static async Task<Results<Ok<FloorReply>, ProblemHttpResult>> TakeAsync<TCommand>(
        ClaimsPrincipal caller, TCommand command, Func<Actor, Guid, TCommand, CancellationToken, Task<FloorReply>> take) =>
        Reply(await take(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None));

    /// <summary>A command's reply over HTTP: 409 when somebody was faster, 400 when the rules forbid it.</summary>
    public static Results<Ok<FloorReply>, ProblemHttpResult> Reply(FloorReply reply) => reply.Outcome switch
    {
        FloorOutcome.Done => TypedResults.Ok(reply),
        FloorOutcome.Stale => Problems.Conflict(new Problem("expectedVersion", "Somebody was faster: read the floor again, then decide.")),
        _ => Problems.Refuse([.. reply.Problems]),
    };
}
