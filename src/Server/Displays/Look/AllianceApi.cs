using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays.Look;

/// <summary>The alliance's look over HTTP, and its logo for everybody's screens.</summary>
internal static class AllianceApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        routes.MapGet(AllianceReader.LogoPath + "/{hash}", LogoAsync).ForEveryone().ExcludeFromDescription();
        api.MapGet("/alliance", async (AllianceRegister register, CancellationToken cancellation) => TypedResults.Ok(await register.ReadAsync(cancellation)))
            .For(Access.Organiser).WithSummary("How the alliance looks on its screens.");
        api.MapPut("/alliance", async (AllianceCommand command, AllianceRegister register, ClaimsPrincipal caller) =>
                await ReplyAsync(register, await register.ChangeAsync(caller.Actor(), command, null, false, CancellationToken.None)))
            .For(Access.Organiser).WithSummary("Changes the alliance's name and colours; the page changes its logo too.");
    }

    private static async Task<Results<Ok<AllianceDetails>, ProblemHttpResult>> ReplyAsync(AllianceRegister register, IReadOnlyList<Problem> problems) =>
        problems is [{ Field: "expectedVersion" } faster] ? Problems.Conflict(faster)
        : problems.Count > 0 ? Problems.Refuse([.. problems])
        : TypedResults.Ok(await register.ReadAsync(CancellationToken.None));

    private static async Task<Results<FileContentHttpResult, NotFound>> LogoAsync(string hash, AssemblyDb db, HttpResponse response, CancellationToken cancellation)
    {
        var found = await db.Alliances.Where(a => a.LogoHash == hash).Select(a => new { a.Logo, a.LogoType }).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return TypedResults.NotFound();
        // Its address is its content.
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'";
        return TypedResults.File(found.Logo!, found.LogoType);
    }
}
