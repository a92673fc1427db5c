using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;

namespace Assemblies.Record.Corrections;

/// <summary>Corrections and disputes over HTTP, for the organisers.</summary>
internal static class CorrectionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapCorrections(api.MapAssemblyGroup("/corrections"));
        MapDisputes(api.MapAssemblyGroup("/disputes"));
    }

    private static void MapCorrections(RouteGroupBuilder corrections)
    {
        corrections.MapGet("", async (Guid assemblyId, CorrectionBook book, CancellationToken cancellation) =>
                TypedResults.Ok(await book.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the corrections of answers, the latest first.");
        corrections.MapPost("", async (Guid assemblyId, CorrectionCommand command, CorrectionBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Added(await book.ProposeAsync(caller.Actor(), assemblyId, command, CancellationToken.None)))
            .WithSummary("Proposes to put a revealed answer right; it counts when another organiser approves.");
        corrections.MapPost("/{id:guid}/approve", async (Guid assemblyId, Guid id, CorrectionBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Decided(await book.ApproveAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Approves a correction that another organiser proposed.");
        corrections.MapPost("/{id:guid}/refuse", async (Guid assemblyId, Guid id, RefuseCorrectionCommand command, CorrectionBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Decided(await book.RefuseAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None)))
            .WithSummary("Refuses a correction that another organiser proposed.");
    }

    private static void MapDisputes(RouteGroupBuilder disputes)
    {
        disputes.MapGet("", async (Guid assemblyId, DisputeBook book, CancellationToken cancellation) =>
                TypedResults.Ok(await book.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists what offices say against the record, the latest first.");
        disputes.MapPost("", async (Guid assemblyId, DisputeCommand command, DisputeBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Added(await book.RaiseAsync(caller.Actor(), assemblyId, command, CancellationToken.None)))
            .WithSummary("Enters what an office says against a revealed answer; it is public at once.");
        disputes.MapPost("/{id:guid}/decide", async (Guid assemblyId, Guid id, DecideDisputeCommand command, DisputeBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Decided(await book.DecideAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None)))
            .WithSummary("Decides about a dispute; it counts when two organisers decide the same on the same grounds.");
    }
}
