using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Asks;

/// <summary>Power-holders and asks over HTTP, for the organiser.</summary>
internal static class AsksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapPowerHolders(api.MapAssemblyGroup("/power-holders"));
        MapAsks(api.MapAssemblyGroup("/asks"));
    }

    private static void MapPowerHolders(RouteGroupBuilder holders)
    {
        holders.MapGet("", async (Guid assemblyId, PowerHolderList list, CancellationToken cancellation) =>
                TypedResults.Ok(await list.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the power-holders in the agreed order.");
        holders.MapPost("", async (Guid assemblyId, PowerHolderCommand command, PowerHolderList list, ClaimsPrincipal caller) =>
                await RowAsync(await list.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, list))
            .WithSummary("Adds a power-holder at the end of the order.");
        holders.MapPut("/{id:guid}", async (Guid assemblyId, Guid id, PowerHolderCommand command, PowerHolderList list, ClaimsPrincipal caller) =>
                await RowAsync(await list.ChangeAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None), assemblyId, list))
            .WithSummary("Changes a power-holder and their invitation.");
        holders.MapGet("/{id:guid}/presence", async (Guid assemblyId, Guid id, PowerHolderList list, CancellationToken cancellation) =>
                TypedResults.Ok(await list.StepsAsync(assemblyId, id, cancellation)))
            .WithSummary("Lists what was noted of a power-holder's presence on the evening.");
        holders.MapPost("/{id:guid}/move", MoveAsync).WithSummary("Moves a power-holder one place in the agreed order.");
        holders.MapDelete("/{id:guid}", async (Guid assemblyId, Guid id, PowerHolderList list, ClaimsPrincipal caller) =>
                Removed(await list.RemoveAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Removes a power-holder from whom nothing is on record.");
    }

    private static void MapAsks(RouteGroupBuilder asks)
    {
        asks.MapGet("", async (Guid assemblyId, AskEditor editor, CancellationToken cancellation) =>
                TypedResults.Ok(await editor.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the asks in the order of the score sheet.");
        asks.MapPost("", async (Guid assemblyId, AskCommand command, AskEditor editor, ClaimsPrincipal caller) =>
                await RowAsync(await editor.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, editor))
            .WithSummary("Adds an ask.");
        asks.MapPut("/{id:guid}", async (Guid assemblyId, Guid id, AskCommand command, AskEditor editor, ClaimsPrincipal caller) =>
                await RowAsync(await editor.ChangeAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None), assemblyId, editor))
            .WithSummary("Changes an ask; other words make a new version.");
        asks.MapDelete("/{id:guid}", async (Guid assemblyId, Guid id, AskEditor editor, ClaimsPrincipal caller) =>
                Removed(await editor.RemoveAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Removes an ask that was never put.");
    }

    private static async Task<Results<NoContent, NotFound>> MoveAsync(
        Guid assemblyId, Guid id, MoveCommand command, PowerHolderList list, ClaimsPrincipal caller) =>
        await list.MoveAsync(caller.Actor(), assemblyId, id, command.Direction, CancellationToken.None)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<Ok<PowerHolderRow>, NotFound, ProblemHttpResult>> RowAsync(
        (Guid? PowerHolderId, IReadOnlyList<Problem> Problems) result, Guid assemblyId, PowerHolderList list) => result switch
        {
            ({ } id, _) => TypedResults.Ok((await list.ListAsync(assemblyId, CancellationToken.None)).Single(p => p.Id == id)),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<Ok<AskRow>, NotFound, ProblemHttpResult>> RowAsync(
        (Guid? AskId, IReadOnlyList<Problem> Problems) result, Guid assemblyId, AskEditor editor) => result switch
        {
            ({ } id, _) => TypedResults.Ok((await editor.ListAsync(assemblyId, CancellationToken.None)).Single(a => a.Id == id)),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };

    private static Results<NoContent, ProblemHttpResult> Removed(Problem? problem) =>
        problem is null ? TypedResults.NoContent() : Problems.Conflict(problem);
}
