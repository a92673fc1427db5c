using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

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
        redactions.MapPost("", async Task<Results<Ok<RedactionRow>, ProblemHttpResult>> (Guid assemblyId, RedactionCommand command, RedactionBook book, ClaimsPrincipal caller) =>
                await book.ProposeAsync(caller.Actor(), assemblyId, command, CancellationToken.None) is var (row, problems) && row is not null
                    ? TypedResults.Ok(row)
                    : Problems.Refuse([.. problems]))
            .WithSummary("Proposes to remove something personal from the public record; it counts when another organiser decides the same.");
        redactions.MapPost("/{id:guid}/make", async (Guid assemblyId, Guid id, RedactionBook book, ClaimsPrincipal caller) =>
                Decided(await book.MakeAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Makes a redaction that another organiser proposed: it cannot be undone.");
        redactions.MapPost("/{id:guid}/refuse", async (Guid assemblyId, Guid id, RefuseRedactionCommand command, RedactionBook book, ClaimsPrincipal caller) =>
                Decided(await book.RefuseAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None)))
            .WithSummary("Refuses a redaction that another organiser proposed.");
    }

    private static Results<Ok<RedactionRow>, NotFound, ProblemHttpResult> Decided((RedactionRow? Row, Problem? Problem) result) => result switch
    {
        ({ } row, _) => TypedResults.Ok(row),
        (_, { } problem) => Problems.Conflict(problem),
        _ => TypedResults.NotFound(),
    };
}
