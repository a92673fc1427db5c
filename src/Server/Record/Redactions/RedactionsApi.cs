using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;

namespace Assemblies.Record.Redactions;

/// <summary>Redactions of the public record over HTTP, for the organisers.</summary>
internal static class RedactionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var redactions = api.MapAssemblyGroup("/redactions");
        redactions.MapGet("", async (Guid assemblyId, RedactionBook book, CancellationToken cancellation) =>
                TypedResults.Ok(await book.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the redactions of the public record, the latest first.");
        redactions.MapPost("", async (Guid assemblyId, RedactionCommand command, RedactionBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Added(await book.ProposeAsync(caller.Actor(), assemblyId, command, CancellationToken.None)))
            .WithSummary("Proposes to remove something personal from the public record; it counts when another organiser decides the same.");
        redactions.MapPost("/{id:guid}/make", async (Guid assemblyId, Guid id, RedactionBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Decided(await book.MakeAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Makes a redaction that another organiser proposed: it cannot be undone.");
        redactions.MapPost("/{id:guid}/refuse", async (Guid assemblyId, Guid id, RefuseRedactionCommand command, RedactionBook book, ClaimsPrincipal caller) =>
                DecisionReplies.Decided(await book.RefuseAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None)))
            .WithSummary("Refuses a redaction that another organiser proposed.");
    }
}
