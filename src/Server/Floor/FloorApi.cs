using System.Security.Claims;
using Assemblies.Agenda.Evening;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays;
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
        floor.MapPost("/put", async (PutCommand command, AnswerBook answers, ClaimsPrincipal caller) =>
                Reply(await answers.PutAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Putting).WithSummary("Says that an ask was read to one power-holder or several.");
        floor.MapPost("/record", async (RecordCommand command, AnswerBook answers, ClaimsPrincipal caller) =>
                Reply(await answers.RecordAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Scribe).WithSummary("Writes an answer down; provisional until the chair confirms it.");
        floor.MapPost("/rule", async (RuleCommand command, AnswerBook answers, ClaimsPrincipal caller) =>
                Reply(await answers.RuleAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Chair).WithSummary("Confirms a recorded answer or asks again.");
        floor.MapPost("/reveal", async (RevealCommand command, AnswerBook answers, ClaimsPrincipal caller) =>
                Reply(await answers.RevealAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Chair).WithSummary("Shows confirmed answers to the hall, all at once.");
        floor.MapPost("/read-back", async (ReadBackCommand command, AnswerBook answers, ClaimsPrincipal caller) =>
                Reply(await answers.ReadBackAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Putting).WithSummary("Says that a revealed answer was read back, objected to or acknowledged.");
        floor.MapPost("/show", async (ShowCommand command, StageDirection stage, ClaimsPrincipal caller) =>
                Reply(await stage.ShowAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Showing).WithSummary("Changes the scene of the projector.");
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
        floor.MapPost("/ready", async (ReadyCommand command, ReadinessBook readiness, ClaimsPrincipal caller) =>
                Reply(await readiness.ReadyAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Receiving).WithSummary("Notes that a speaker arrived, was briefed, has the microphone, or is missing.");
        floor.MapPost("/schedule", async (ScheduleCommand command, ScheduleBook schedule, ClaimsPrincipal caller) =>
                Reply(await schedule.ScheduleAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Receiving).WithSummary("Changes who speaks in which testimony item, and in which order.");
        floor.MapPost("/present", async (PresenceCommand command, PresenceBook presence, ClaimsPrincipal caller) =>
                Reply(await presence.PresentAsync(caller.Actor(), caller.BoundAssembly()!.Value, command, CancellationToken.None)))
            .For(Access.Receiving).WithSummary("Notes that a power-holder came, left, sent a deputy, or did not come.");
    }

    /// <summary>A command's reply over HTTP: 409 when somebody was faster, 400 when the rules forbid it.</summary>
    public static Results<Ok<FloorReply>, ProblemHttpResult> Reply(FloorReply reply) => reply.Outcome switch
    {
        FloorOutcome.Done => TypedResults.Ok(reply),
        FloorOutcome.Stale => Problems.Conflict(new Problem("expectedVersion", "Somebody was faster: read the floor again, then decide.")),
        _ => Problems.Refuse([.. reply.Problems]),
    };
}
