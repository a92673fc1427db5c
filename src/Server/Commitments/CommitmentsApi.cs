using System.Security.Claims;
using Assemblies.Commitments.Rules;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assemblies.Commitments;

/// <summary>Commitments over HTTP, for the organisers.</summary>
internal static class CommitmentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapAll(api.MapGroup("/commitments").For(Access.Organiser));
        MapOne(api.MapAssemblyGroup("/commitments"));
    }

    private static void MapAll(RouteGroupBuilder all)
    {
        all.MapGet("", async (CommitmentReader reader, ClaimsPrincipal caller, CancellationToken cancellation, [FromQuery] bool needs = false, [FromQuery] bool mine = false) =>
                TypedResults.Ok(Rows(await reader.AllAsync(cancellation), caller, needs, mine)))
            .WithSummary("Lists what was promised at all assemblies, or only what needs somebody today, the most urgent first, or only one's own.");
        all.MapPost("/assign", async (AssignManyCommand command, CommitmentBook book, ClaimsPrincipal caller) =>
                await book.AssignManyAsync(caller.Actor(), command, CancellationToken.None) is { Count: > 0 } problems
                    ? (Results<NoContent, ProblemHttpResult>)Problems.Refuse([.. problems])
                    : TypedResults.NoContent())
            .WithSummary("Says for many commitments at once who does the work; all or none.");
    }

    private static void MapOne(RouteGroupBuilder commitments)
    {
        commitments.MapGet("", async (Guid assemblyId, CommitmentReader reader, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok((await reader.OfAssemblyAsync(assemblyId, cancellation)).Select(c => CommitmentRow.Of(c, caller.Actor())).ToList()))
            .WithSummary("Lists every revealed answer of an assembly with what became of it.");
        var one = commitments.MapGroup("/{askId:guid}/{powerHolderId:guid}");
        one.MapGet("", async (Guid assemblyId, Guid askId, Guid powerHolderId, CommitmentReader reader, ClaimsPrincipal caller) =>
                await HistoryAsync(await reader.FindAsync(new(assemblyId, askId, powerHolderId), CancellationToken.None), reader, caller))
            .WithSummary("Reads a commitment with all its steps.");
        Step<ContactCommand>(one, "/contacts", "Logs a contact with the office; that it took place is public.", (d, a, k, c) => d.ContactAsync(a, k, c, CancellationToken.None));
        Step<EvidenceCommand>(one, "/evidence", "Adds evidence that has an address.", (d, a, k, c) => d.EvidenceAsync(a, k, c, null, CancellationToken.None));
        Step<DueCommand>(one, "/due", "Moves the due date, with a reason.", (d, a, k, c) => d.DueAsync(a, k, c, CancellationToken.None));
        Step<AssessCommand>(one, "/status", "Assesses a status, or proposes it where two organisers have to.", (d, a, k, c) => d.AssessAsync(a, k, c, CancellationToken.None));
        Step<AgreeStatusCommand>(one, "/status/agree", "Agrees to a status that another organiser proposed.", (d, a, k, c) => d.AgreeAsync(a, k, c, CancellationToken.None));
        Step<RefuseStatusCommand>(one, "/status/refuse", "Refuses the status that is proposed.", (d, a, k, c) => d.RefuseAsync(a, k, c, CancellationToken.None));
        Step<ReplyCommand>(one, "/replies", "Publishes what the office says, verbatim.", (d, a, k, c) => d.ReplyAsync(a, k, c, CancellationToken.None));
        Step<HolderCommand>(one, "/holder", "Notes that somebody else holds the office.", (d, a, k, c) => d.HolderAsync(a, k, c, CancellationToken.None));
        Step<WrittenCommand>(one, "/written", "Enters an answer that came in writing after the evening.", (d, a, k, c) => d.WrittenAsync(a, k, c, CancellationToken.None));
        Step<AcceptOfferCommand>(one, "/accept", "Takes a counter-offer as a commitment.", (d, a, k, c) => d.AcceptAsync(a, k, c, CancellationToken.None));
        Step<MeetingCommand>(one, "/meeting", "Starts the clock of a meeting that was promised within so many days.", (d, a, k, c) => d.MeetingAsync(a, k, c, CancellationToken.None));
        Step<AssignCommand>(one, "/assign", "Says who does the work.", (d, a, k, c) => d.AssignAsync(a, k, c, CancellationToken.None));
    }

    private static void Step<TCommand>(
        RouteGroupBuilder one, string path, string summary, Func<CommitmentDesk, Actor, CommitmentKey, TCommand, Task<StepReply>> take) where TCommand : notnull =>
        one.MapPost(path, async (Guid assemblyId, Guid askId, Guid powerHolderId, TCommand command, CommitmentDesk desk, CommitmentReader reader, ClaimsPrincipal caller) =>
                await RepliedAsync(await take(desk, caller.Actor(), new(assemblyId, askId, powerHolderId), command), reader, caller))
            .WithSummary(summary);

    private static List<CommitmentRow> Rows(IReadOnlyList<Commitment> all, ClaimsPrincipal caller, bool needs, bool mine)
    {
        var me = caller.Actor();
        var chosen = needs ? WorkRules.Urgent(all, me.Id).Select(u => u.Commitment) : all.Where(c => c.Standing != CommitmentStanding.None);
        return [.. chosen.Where(c => !mine || WorkRules.IsOf(c, me)).Select(c => CommitmentRow.Of(c, me))];
    }

    /// <summary>The commitment after a step, 404, or what is wrong: 409 where it is about what is there, 400 where it is about what was sent.</summary>
    internal static async Task<Results<Ok<CommitmentHistory>, NotFound, ProblemHttpResult>> RepliedAsync(StepReply reply, CommitmentReader reader, ClaimsPrincipal caller) => reply.Problems switch
    {
        [] => await HistoryAsync(reply.Commitment, reader, caller) is { Result: Ok<CommitmentHistory> found } ? found : TypedResults.NotFound(),
        var problems when problems.Any(p => p.Field.Length == 0) => Problems.Conflict([.. problems]),
        var problems => Problems.Refuse([.. problems]),
    };

    private static async Task<Results<Ok<CommitmentHistory>, NotFound>> HistoryAsync(Commitment? commitment, CommitmentReader reader, ClaimsPrincipal caller) => commitment is null
        ? TypedResults.NotFound()
        : TypedResults.Ok(new CommitmentHistory(CommitmentRow.Of(commitment, caller.Actor()),
            [.. (await reader.StepsAsync(commitment.Key, CancellationToken.None)).Select(CommitmentStepRow.Of)]));
}
