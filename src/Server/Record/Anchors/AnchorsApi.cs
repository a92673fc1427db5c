using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Record.Anchors;

/// <summary>Anchors of the public record over HTTP, for the organisers.</summary>
internal static class AnchorsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var anchors = api.MapAssemblyGroup("/anchors");
        anchors.MapGet("", async (Guid assemblyId, AssemblyDb db, CancellationToken cancellation) => TypedResults.Ok(await Anchor.ListAsync(db, assemblyId, cancellation)))
            .WithSummary("Lists where checkpoints of the public record were put into other people's hands.");
        anchors.MapPost("", async (Guid assemblyId, AnchorCommand command, AnchorBook book, AssemblyDb db, ClaimsPrincipal caller) =>
                await ReplyAsync(await book.RecordAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, db))
            .WithSummary("Notes where a person put the closing checkpoint, or the latest: on a screen, on paper, in a mail.");
        anchors.MapPost("/timestamp", async (Guid assemblyId, AnchorBook book, AssemblyDb db, ClaimsPrincipal caller) =>
                await ReplyAsync(await book.StampAsync(caller.Actor(), assemblyId, CancellationToken.None), assemblyId, db))
            .WithSummary("Fetches an RFC 3161 time stamp of the checkpoint from the authority that is set.");
    }

    private static async Task<Results<Ok<IReadOnlyList<Anchor>>, ProblemHttpResult>> ReplyAsync(Problem? problem, Guid assemblyId, AssemblyDb db) => problem switch
    {
        null => TypedResults.Ok(await Anchor.ListAsync(db, assemblyId, CancellationToken.None)),
        { Field: "" } => Problems.Conflict(problem),
        _ => Problems.Refuse(problem),
    };
}
