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
        desk.MapPost("/cases/{scanId:guid}/resolve", ResolveAsync).WithSummary("Closes a case: says that a person has looked at the scan, and what was done.");
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
        var (found, problem) = await desk.ResolveAsync(caller.Actor(), caller.BoundAssembly()!.Value, scanId, command, CancellationToken.None);
        return problem is { Field: "kind" } ? Problems.Conflict(problem)
            : problem is not null ? Problems.Refuse(problem)
            : found ? TypedResults.NoContent()
            : TypedResults.NotFound();
    }
}
