using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Agenda;

/// <summary>Assemblies over HTTP, for the organiser.</summary>
internal static class AgendaApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var assemblies = api.MapGroup("/assemblies").For(Access.Organiser);
        assemblies.MapGet("", async (AssemblyCalendar calendar, CancellationToken cancellation) =>
                TypedResults.Ok(await calendar.ListAsync(cancellation)))
            .WithSummary("Lists all assemblies.");
        assemblies.MapPost("", async (AssemblyCommand plan, AssemblyCalendar calendar, ClaimsPrincipal caller) =>
                Reply(await calendar.PlanAsync(caller.Actor(), plan, CancellationToken.None)))
            .WithSummary("Plans an assembly.");
        assemblies.MapGet("/{id:guid}", FindAsync).WithSummary("Reads an assembly.");
        assemblies.MapPut("/{id:guid}", async (Guid id, AssemblyCommand plan, AssemblyCalendar calendar, ClaimsPrincipal caller) =>
                Reply(await calendar.ChangeAsync(caller.Actor(), id, plan, CancellationToken.None)))
            .WithSummary("Changes the plan of an assembly.");
        assemblies.MapPost("/{id:guid}/open", (Guid id, AssemblyCalendar calendar, ClaimsPrincipal caller) =>
                MoveAsync(id, AssemblyState.Open, calendar, caller))
            .WithSummary("Opens an assembly: its doors admit. One that was closed opens again.");
        assemblies.MapPost("/{id:guid}/close", (Guid id, AssemblyCalendar calendar, ClaimsPrincipal caller) =>
                MoveAsync(id, AssemblyState.Closed, calendar, caller))
            .WithSummary("Closes an assembly: its doors admit nobody.");
    }

    private static async Task<Results<Ok<AssemblyDetails>, NotFound>> FindAsync(Guid id, AssemblyCalendar calendar, CancellationToken cancellation) =>
        await calendar.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private static async Task<Results<Ok<AssemblyDetails>, NotFound, ProblemHttpResult>> MoveAsync(
        Guid id, AssemblyState to, AssemblyCalendar calendar, ClaimsPrincipal caller) =>
        await calendar.MoveAsync(caller.Actor(), id, to, CancellationToken.None) switch
        {
            ({ } assembly, _) => TypedResults.Ok(assembly),
            (_, { } problem) => Problems.Conflict(problem),
            _ => TypedResults.NotFound(),
        };

    private static Results<Ok<AssemblyDetails>, NotFound, ProblemHttpResult> Reply((AssemblyDetails? Assembly, IReadOnlyList<Problem> Problems) result) =>
        result switch
        {
            ({ } assembly, _) => TypedResults.Ok(assembly),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };
}
