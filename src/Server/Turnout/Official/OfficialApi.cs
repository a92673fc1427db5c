using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Turnout.Official;

/// <summary>The official turnout over HTTP.</summary>
internal static class OfficialApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var official = api.MapAssemblyGroup("/turnout/official");
        official.MapGet("", async (Guid assemblyId, OfficialBook book, CancellationToken cancellation) =>
                TypedResults.Ok(await book.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the official turnouts that were frozen, the one that counts first, with corrections from late uploads.");
        official.MapPost("", FreezeAsync)
            .WithSummary("Freezes the count of this moment as the official turnout. A second one needs a reason; the first stays.");
    }

    private static async Task<Results<Ok<OfficialFigure>, ProblemHttpResult>> FreezeAsync(
        Guid assemblyId, FreezeCommand command, OfficialBook book, ClaimsPrincipal caller) =>
        await book.FreezeAsync(caller.Actor(), assemblyId, command, CancellationToken.None) switch
        {
            ({ } figure, _) => TypedResults.Ok(figure),
            (_, [{ Field: "" } conflict]) => Problems.Conflict(conflict),
            (_, var problems) => Problems.Refuse([.. problems]),
        };
}
