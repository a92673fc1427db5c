using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Numbers;

/// <summary>The numbers of turnout for organisers and their programs.</summary>
internal static class TurnoutNumbersApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        api.MapAssemblyGroup("/turnout").MapGet("", async (Guid assemblyId, AssemblyDb db, TurnoutReader reader, CancellationToken cancellation) =>
                TypedResults.Ok(await reader.ReadAsync(await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation), cancellation)))
            .WithSummary("Reads pledged, registered, confirmed, forecast, arrived and present now, by institution, chapter and door.");
        routes.MapGet("/assemblies/{assemblyId:guid}/turnout.csv", DownloadAsync).For(Access.Organiser).ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid assemblyId, AssemblyDb db, TurnoutReader reader, HttpContext context)
    {
        if (await db.Assemblies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == assemblyId, context.RequestAborted) is not { } assembly)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var report = await reader.ReadAsync(assembly, context.RequestAborted);
        return TypedResults.File(TurnoutCsv.Write(report), "text/csv; charset=utf-8", $"turnout-{assembly.Slug}.csv");
    }
}
