using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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
        passes.MapPost("/delegation", IssueDelegationAsync)
            .WithSummary("Issues a delegation pass: one code for a group; the door asks how many came and offers these numbers.");
        passes.MapPut("/{passId:guid}/expected", ExpectAsync).WithSummary("Changes what is expected with a delegation pass; its code stays.");
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

    private static async Task<Results<Ok<IssuedPass>, ProblemHttpResult>> IssueDelegationAsync(
        Guid assemblyId, DelegationPassCommand command, PassOffice office, PassPrinter printer, ClaimsPrincipal caller) =>
        await office.IssueDelegationAsync(caller.Actor(), assemblyId, command, CancellationToken.None) switch
        {
            ({ } pass, _) => TypedResults.Ok(await PrintAsync(pass, printer)),
            (_, var problems) => Problems.Refuse([.. problems]),
        };

    private static async Task<Results<Ok<IssuedPass>, NotFound, ProblemHttpResult>> ExpectAsync(
        Guid assemblyId, Guid passId, ExpectedCommand command, AssemblyDb db, PassOffice office, PassPrinter printer, ClaimsPrincipal caller)
    {
        if (await db.Passes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == passId && p.AssemblyId == assemblyId) is not { Adults: not null } pass)
            return TypedResults.NotFound();
        var commands = new Dictionary<Guid, ExpectedCommand> { [passId] = command };
        return await office.ExpectAsync(caller.Actor(), assemblyId, pass.InstitutionId, commands, CancellationToken.None) is { Count: > 0 } problems
            ? Problems.Refuse([.. problems.Select(p => p with { Field = p.Field.Split('.')[0] })])
            : TypedResults.Ok(await PrintAsync(pass, printer));
    }

    private static async Task<IssuedPass> PrintAsync(Pass pass, PassPrinter printer) =>
        (await printer.ListAsync(pass.AssemblyId, null, pass.Id, CancellationToken.None))[0];

    private static async Task<Results<Ok<IssuedPass>, NotFound>> OneAsync(Pass? pass, PassPrinter printer) => pass is null
        ? TypedResults.NotFound()
        : TypedResults.Ok(await PrintAsync(pass, printer));
}
