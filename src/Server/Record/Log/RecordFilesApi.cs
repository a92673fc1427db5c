using System.Text;
using Assemblies.Commitments.Evidence;
using Assemblies.PublicRecord.Publication;
using Assemblies.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Assemblies.Record.Log;

/// <summary>The public record as static files under its own address, <c>/record/{id}/…</c>, for everybody.</summary>
internal static class RecordFilesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var record = routes.MapGroup("/record/{slug}").ForEveryone();
        record.MapGet("/{file}", FileAsync).WithSummary("A file of the public record: checkpoint, vkey, checkpoints.txt, entries.jsonl, disclosures.json, verify.html, bundle.zip.");
        record.MapGet("/receipts.zip", ReceiptsAsync).WithSummary("The receipt of the closed record and one of each answer: what an institution keeps.");
        record.MapGet("/receipts/closing.tlog-proof", ClosingReceiptAsync).WithSummary("The receipt of the closed record: the same file for everybody, for good.");
        record.MapGet("/checkpoints/{size:long}", CheckpointAsync).WithSummary("The signed checkpoint of a size: what an anchor is of.");
        record.MapGet("/att/{sha256}", AttachmentAsync).WithSummary("A file that an entry commits to, by its SHA-256; those that are public.");
        record.MapGet("/receipts/{seq:long}.tlog-proof", ReceiptAsync).WithSummary("One entry with its proof in one text file (C2SP tlog-proof).");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(string slug, string file, RecordFiles records, HttpContext http)
    {
        if (await records.FindAsync(slug, http.RequestAborted) is not { } published)
            return TypedResults.NotFound();
        var bytes = file == "bundle.zip" ? published.Bundle : published.Files.Find(file);
        if (bytes is null)
            return TypedResults.NotFound();
        // Short: what the hall saw a moment ago is to be found at once; the tag makes asking again cheap.
        http.Response.Headers.CacheControl = "public, max-age=1";
        return TypedResults.Bytes(bytes, TypeOf(file), entityTag: new EntityTagHeaderValue($"\"{published.Version}-{file}\""),
            fileDownloadName: file == "bundle.zip" ? $"record-{slug}.zip" : null);
    }

    // Somebody outside made it: it is saved and not shown, and never as anything but what it is.
    private static async Task<Results<FileContentHttpResult, NotFound>> AttachmentAsync(string slug, string sha256, RecordFiles records, HttpContext http)
    {
        if (await records.FindAsync(slug, http.RequestAborted) is not { } published || published.Files.Find(PublishedFiles.AttachmentFolder + sha256) is not { } bytes)
            return TypedResults.NotFound();
        return EvidenceDownload.Of(http, bytes, sha256, EvidenceRules.Check(bytes).Media!, "public, max-age=1");
    }

    private static async Task<Results<ContentHttpResult, NotFound>> ReceiptAsync(string slug, long seq, RecordFiles records, CancellationToken cancellation)
    {
        if (await records.FindAsync(slug, cancellation) is not { } published || seq < 0 || seq >= published.Size || published.Entries[(int)seq].Bytes is null)
            return TypedResults.NotFound();
        return TypedResults.Text(Receipt.Of(published.Entries, (int)seq, published.Checkpoint).ToString(), "text/plain", Encoding.UTF8);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> ClosingReceiptAsync(string slug, RecordFiles records, CancellationToken cancellation) =>
        await records.FindAsync(slug, cancellation) is { } published && RecordReceipts.Closing(published) is { } receipt
            ? TypedResults.Text(receipt.ToString(), "text/plain", Encoding.UTF8)
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> ReceiptsAsync(string slug, RecordFiles records, CancellationToken cancellation) =>
        await records.FindAsync(slug, cancellation) is { } published
            ? TypedResults.Bytes(published.Receipts, "application/zip", fileDownloadName: $"receipts-{slug}.zip")
            : TypedResults.NotFound();

    private static async Task<Results<ContentHttpResult, NotFound>> CheckpointAsync(string slug, long size, RecordFiles records, CancellationToken cancellation) =>
        await records.FindAsync(slug, cancellation) is { } published && size > 0 && size <= published.Size
            ? TypedResults.Text(published.Rows[(int)size - 1].Checkpoint, "text/plain", Encoding.UTF8)
            : TypedResults.NotFound();

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json",
        ".jsonl" => "application/x-ndjson",
        ".zip" => "application/zip",
        _ => "text/plain; charset=utf-8",
    };
}
