using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Passes;

/// <summary>Passes over HTTP, for the organiser's programs: badge printers, mail merges.</summary>
internal static class PassesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var passes = api.MapAssemblyGroup("/passes");
        passes.MapGet("", async (Guid assemblyId, Guid? institutionId, PassPrinter printer, CancellationToken cancellation) =>
                TypedResults.Ok(await printer.ListAsync(assemblyId, institutionId, null, cancellation)))
            .WithSummary("Lists the passes of an assembly with what is printed on them.");
        passes.MapPost("", IssueAsync)
            .WithSummary("Issues passes to named people who have none, or a number of passes without a name to an institution.");
        passes.MapPost("/{passId:guid}/revoke", async (Guid assemblyId, Guid passId, PassOffice office, PassPrinter printer, ClaimsPrincipal caller) =>
                await OneAsync(await office.RevokeAsync(caller.Actor(), assemblyId, passId, CancellationToken.None), printer))
            .WithSummary("Withdraws a pass: the door then answers \"revoked\".");
        passes.MapPost("/{passId:guid}/replace", async (Guid assemblyId, Guid passId, PassOffice office, PassPrinter printer, ClaimsPrincipal caller) =>
                await OneAsync(await office.ReplaceAsync(caller.Actor(), assemblyId, passId, CancellationToken.None), printer))
            .WithSummary("Gives a pass a new code: with the old one the door then answers \"replaced\".");
    }

    private static async Task<Results<Ok<IReadOnlyList<IssuedPass>>, ProblemHttpResult>> IssueAsync(
        Guid assemblyId, IssueCommand command, PassOffice office, PassPrinter printer, ClaimsPrincipal caller)
    {
        var (passes, problem) = await office.IssueAsync(caller.Actor(), assemblyId, command, CancellationToken.None);
        if (problem is not null)
            return problem.Field == "" ? Problems.Conflict(problem) : Problems.Refuse(problem);
        var issued = passes!.Select(p => p.Id).ToHashSet();
        var all = await printer.ListAsync(assemblyId, command.InstitutionId, null, CancellationToken.None);
        return TypedResults.Ok<IReadOnlyList<IssuedPass>>([.. all.Where(p => issued.Contains(p.Id))]);
    }

    private static async Task<Results<Ok<IssuedPass>, NotFound>> OneAsync(Pass? pass, PassPrinter printer) => pass is null
        ? TypedResults.NotFound()
        : TypedResults.Ok((await printer.ListAsync(pass.AssemblyId, null, pass.Id, CancellationToken.None))[0]);
}
