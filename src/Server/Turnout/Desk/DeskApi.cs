using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Turnout.Desk;

/// <summary>What the help desk and the supervisor of the doors do beside scanning.</summary>
internal static class DeskApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var desk = api.MapGroup("/door").For(Access.Desk);
        desk.MapPost("/search", SearchAsync).WithSummary("Searches people, delegation passes and walk-ups by name; at most 20. The search itself is on record, not its words.");
        desk.MapGet("/cases", async (ClaimsPrincipal caller, AssemblyDb db, CancellationToken cancellation) =>
                TypedResults.Ok(await CaseList.ReadAsync(db, caller.BoundAssembly()!.Value, cancellation)))
            .WithSummary("Lists the scans that a person has to look at.");
        desk.MapPost("/cases/{scanId:guid}/resolve", ResolveAsync).WithSummary("Clears a case up, once: what changes the count and the closing are one change. 409 says who was first.");
    }

    private static async Task<Results<Ok<NameSearchReply>, ProblemHttpResult>> SearchAsync(
        NameQuery query, NameSearch search, ClaimsPrincipal caller, CancellationToken cancellation)
    {
        var (reply, problem) = await search.FindAsync(caller.Actor(), caller.BoundAssembly()!.Value, query.Query, cancellation);
        return problem is not null ? Problems.Refuse(problem) : TypedResults.Ok(reply!);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> ResolveAsync(
        Guid scanId, ResolveCommand command, CaseDesk desk, ClaimsPrincipal caller)
    {
        var (found, wrong, conflict) = await desk.ResolveAsync(
            caller.DeviceId()!.Value, caller.BoundAssembly()!.Value, scanId, command, CancellationToken.None);
        return conflict is not null ? Problems.Conflict(conflict)
            : wrong is not null ? Problems.Refuse(wrong)
            : found ? TypedResults.NoContent()
            : TypedResults.NotFound();
    }
}
