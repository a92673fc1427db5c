using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Commitments.Evidence;

/// <summary>Papers over HTTP: sent as a form, handed out to be saved.</summary>
internal static class EvidenceApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        var one = api.MapAssemblyGroup("/commitments/{askId:guid}/{powerHolderId:guid}");
        one.MapPost("/evidence/file", AddAsync)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                UploadedFile.Describe(operation, ("title", "What it is."), ("source", "Who published it."), ("address", "Where it was published."),
                    ("archived", "Where a copy is archived."), ("on", "When it was published."), ("public", "\"true\" where everybody may download it."));
                return Task.CompletedTask;
            })
            .WithSummary("Adds evidence with the paper itself, as multipart/form-data; the record commits to its SHA-256.");
        api.MapAssemblyGroup("/evidence").MapGet("/{sha256}", DownloadAsync).WithSummary("Downloads a paper, public or not.");
        routes.MapGet("/assemblies/{assemblyId:guid}/evidence/{sha256}", DownloadAsync).For(Access.Organiser).ExcludeFromDescription();
    }

    private static async Task<Results<Ok<CommitmentHistory>, NotFound, ProblemHttpResult>> AddAsync(
        Guid assemblyId, Guid askId, Guid powerHolderId, HttpRequest request, CommitmentDesk desk, CommitmentReader reader, ClaimsPrincipal caller)
    {
        var (bytes, form) = await UploadedFile.ReadAsync(request, request.HttpContext.RequestAborted);
        if (bytes is null || form is null)
            return Problems.Refuse(new Problem("file", "Send the file as the part \"file\" of multipart/form-data."));
        if (!TryDay(form["on"], out var on))
            return Problems.Refuse(new Problem("on", "Give a date, for example 2027-06-12."));
        return await CommitmentsApi.RepliedAsync(
            await desk.EvidenceAsync(caller.Actor(), new(assemblyId, askId, powerHolderId), new(form["title"].ToString(), form["address"], form["archived"], on, form["source"]),
                new(bytes, form["public"] == "true"), CancellationToken.None),
            reader, caller);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(Guid assemblyId, string sha256, AssemblyDb db, HttpContext http) =>
        await db.EvidenceFiles.AsNoTracking().FirstOrDefaultAsync(f => f.AssemblyId == assemblyId && f.Sha256 == sha256, http.RequestAborted) is { } file
            ? EvidenceDownload.Of(http, file.Bytes, file.Sha256, file.Media, "private, no-store")
            : TypedResults.NotFound();

    private static bool TryDay(string? text, out LocalDate? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var parsed = LocalDatePattern.Iso.Parse(text.Trim());
        day = parsed.Success ? parsed.Value : null;
        return parsed.Success;
    }
}
