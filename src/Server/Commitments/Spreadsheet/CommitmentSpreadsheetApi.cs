using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Spreadsheet;

/// <summary>Commitments as a spreadsheet, out and in with the same columns.</summary>
internal static class CommitmentSpreadsheetApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/commitments").For(Access.Organiser);
        all.MapGet("/spreadsheet", AllAsync).WithSummary("Downloads every commitment as CSV, with the columns that an import takes.");
        all.MapPost("/import", ImportAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ShellFeature.LargestUpload))
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                UploadedFile.Describe(operation);
                return Task.CompletedTask;
            })
            .WithSummary("Imports who does the work from CSV, all or nothing.");
        routes.MapGet("/commitments.csv", AllAsync).For(Access.Organiser).ExcludeFromDescription();
        routes.MapGet("/assemblies/{assemblyId:guid}/commitments.csv", OfAssemblyAsync).For(Access.Organiser).ExcludeFromDescription();
    }

    private static async Task<FileContentHttpResult> AllAsync(CommitmentReader reader, CommitmentImport names, HttpContext http) =>
        File(http, await reader.AllAsync(http.RequestAborted), await names.NamesAsync(http.RequestAborted), "commitments.csv");

    private static async Task<Results<FileContentHttpResult, NotFound>> OfAssemblyAsync(
        Guid assemblyId, AssemblyDb db, CommitmentReader reader, CommitmentImport names, HttpContext http) =>
        await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.Slug).FirstOrDefaultAsync(http.RequestAborted) is { } slug
            ? File(http, await reader.OfAssemblyAsync(assemblyId, http.RequestAborted), await names.NamesAsync(http.RequestAborted), $"commitments-{slug}.csv")
            : TypedResults.NotFound();

    private static FileContentHttpResult File(HttpContext http, IReadOnlyList<Commitment> commitments, WorkNames names, string name)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(CommitmentCsv.Write(commitments.Where(c => c.Standing != Rules.CommitmentStanding.None), names), "text/csv; charset=utf-8", name);
    }

    private static async Task<Results<Ok<CommitmentImportReply>, ProblemHttpResult>> ImportAsync(
        HttpRequest request, CommitmentImport import, ClaimsPrincipal caller, [FromQuery] bool dryRun = false)
    {
        var (bytes, _) = await UploadedFile.ReadAsync(request, request.HttpContext.RequestAborted);
        if (bytes is null)
            return Problems.Refuse(UploadedFile.Missing);
        return await import.RunAsync(caller.Actor(), bytes, dryRun, CancellationToken.None) switch
        {
            { Reply: { } reply } => TypedResults.Ok(reply),
            { Problem: { } problem } => Problems.Conflict(problem),
            var refused => UploadedFile.Refuse(refused.Rows),
        };
    }
}
