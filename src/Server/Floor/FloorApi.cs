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
        floor.MapCommand("/put", (AnswerBook answers, Actor who, Guid assembly, PutCommand command) => answers.PutAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Putting).WithSummary("Says that an ask was read to one power-holder or several.");
        floor.MapCommand("/record", (AnswerBook answers, Actor who, Guid assembly, RecordCommand command) => answers.RecordAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Scribe).WithSummary("Writes an answer down; provisional until the chair confirms it.");
        floor.MapCommand("/rule", (AnswerBook answers, Actor who, Guid assembly, RuleCommand command) => answers.RuleAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Chair).WithSummary("Confirms a recorded answer or asks again.");
        floor.MapCommand("/reveal", (AnswerBook answers, Actor who, Guid assembly, RevealCommand command) => answers.RevealAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Chair).WithSummary("Shows confirmed answers to the hall, all at once.");
        floor.MapCommand("/read-back", (AnswerBook answers, Actor who, Guid assembly, ReadBackCommand command) => answers.ReadBackAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Putting).WithSummary("Says that a revealed answer was read back, objected to or acknowledged.");
        floor.MapCommand("/show", (StageDirection stage, Actor who, Guid assembly, ShowCommand command) => stage.ShowAsync(who, assembly, command, CancellationToken.None))
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
        floor.MapCommand("/ready", (ReadinessBook readiness, Actor who, Guid assembly, ReadyCommand command) => readiness.ReadyAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Receiving).WithSummary("Notes that a speaker arrived, was briefed, has the microphone, or is missing.");
        floor.MapCommand("/schedule", (ScheduleBook schedule, Actor who, Guid assembly, ScheduleCommand command) => schedule.ScheduleAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Receiving).WithSummary("Changes who speaks in which testimony item, and in which order.");
        floor.MapCommand("/present", (PresenceBook presence, Actor who, Guid assembly, PresenceCommand command) => presence.PresentAsync(who, assembly, command, CancellationToken.None))
            .For(Access.Receiving).WithSummary("Notes that a power-holder came, left, sent a deputy, or did not come.");
    }

    /// <summary>One command: whoever calls gives it in the assembly that the caller is bound to. It is taken whole, also when the caller hangs up.</summary>
    private static RouteHandlerBuilder MapCommand<TBook, TCommand>(
        this RouteGroupBuilder floor, string path, Func<TBook, Actor, Guid, TCommand, Task<FloorReply>> take) where TBook : notnull =>
        floor.MapPost(path, async (TCommand command, TBook book, ClaimsPrincipal caller) =>
            Reply(await take(book, caller.Actor(), caller.BoundAssembly()!.Value, command)));

    /// <summary>A command's reply over HTTP: 409 when somebody was faster, 400 when the rules forbid it.</summary>
    public static Results<Ok<FloorReply>, ProblemHttpResult> Reply(FloorReply reply) => reply.Outcome switch
    {
        FloorOutcome.Done => TypedResults.Ok(reply),
        FloorOutcome.Stale => Problems.Conflict(new Problem("expectedVersion", "Somebody was faster: read the floor again, then decide.")),
        _ => Problems.Refuse([.. reply.Problems]),
    };
}
