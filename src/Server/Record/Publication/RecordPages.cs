using System.Text;
using System.Text.Json;
using Assemblies.Commitments.Publication;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Shell.PublicPages;
using Assemblies.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Publication;

/// <summary>Sends the pages and files of a record, made once per change.</summary>
internal sealed class RecordPages(AssemblyDb database, PublicDocuments documents, HtmlDocuments html, PublicAddress address, IClock clock)
{
    /// <summary>Whether an address names an ask or a power-holder that the assembly of that record does not have: told before anything is read or waited for.</summary>
    public Task<bool> IsInventedAsync(string slug, Guid askId, Guid? powerHolderId, CancellationToken cancellation) =>
        database.RecordKeys.AnyAsync(k => k.Slug == slug
            && (!database.Asks.Any(a => a.AssemblyId == k.AssemblyId && a.Id == askId)
                || (powerHolderId != null && !database.PowerHolders.Any(p => p.AssemblyId == k.AssemblyId && p.Id == powerHolderId))), cancellation);

    /// <summary>404 as a page.</summary>
    public Task<IResult> NothingAsync() => documents.NothingAsync();

    /// <summary>A page about the record as a whole.</summary>
    public Task<IResult> PageAsync<TPage>(HttpContext http, string slug) where TPage : IComponent =>
        SendAsync(http, slug, typeof(TPage).Name, PublicDocument.Html, PublishedRecord.AllParts, (_, record) => RenderAsync<TPage>(record));

    /// <summary>A page about one ask.</summary>
    /// <param name="signed">Whether it shows the bytes of the entry that published the ask.</param>
    public Task<IResult> AskAsync<TPage>(HttpContext http, string slug, Guid askId, bool signed) where TPage : IComponent =>
        SendAsync(http, slug, $"{typeof(TPage).Name} {askId}", PublicDocument.Html, PublishedRecord.Parts, async (db, record) =>
            record.Find(askId) is not { } ask ? null
            : signed ? await RenderAsync<TPage>(record, ("Ask", ask), ("Signed", await SignedAsync(db, record, record.Wordings[askId].LastOrDefault()?.Place)))
            : await RenderAsync<TPage>(record, ("Ask", ask)));

    /// <summary>The page about one answer.</summary>
    public Task<IResult> AnswerAsync<TPage>(HttpContext http, string slug, Guid askId, Guid powerHolderId) where TPage : IComponent =>
        DailyAsync(http, slug, $"{typeof(TPage).Name} {askId} {powerHolderId}", PublicDocument.Html, PublishedRecord.FollowUpParts, async (db, followUp) =>
            followUp.Record.Find(askId, powerHolderId) is var (ask, cell)
                ? await RenderAsync<TPage>(followUp.Record, ("Ask", ask), ("Cell", cell), ("Became", followUp.Find(askId, powerHolderId)),
                    ("Signed", await SignedAsync(db, followUp.Record, followUp.Record.PlaceOf(ask, cell))))
                : null);

    /// <summary>A page about what became of all answers.</summary>
    public Task<IResult> FollowUpAsync<TPage>(HttpContext http, string slug) where TPage : IComponent =>
        DailyAsync(http, slug, typeof(TPage).Name, PublicDocument.Html, PublishedRecord.FollowUpParts, async (_, followUp) => await RenderAsync<TPage>(followUp.Record, ("FollowUp", followUp)));

    /// <summary>A frame about what became of one answer; there is none before the evening is closed.</summary>
    public Task<IResult> CommitmentAsync<TPage>(HttpContext http, string slug, Guid askId, Guid powerHolderId) where TPage : IComponent =>
        DailyAsync(http, slug, $"{typeof(TPage).Name} {askId} {powerHolderId}", PublicDocument.Html, PublishedRecord.FollowUpParts, async (_, followUp) =>
            followUp.Find(askId, powerHolderId) is { Of: var of } ? await RenderAsync<TPage>(followUp.Record, ("Of", of)) : null);

    /// <summary>A file made of what became of all answers.</summary>
    public Task<IResult> FollowUpFileAsync(HttpContext http, string slug, string mediaType, Func<FollowUp, byte[]> write) =>
        DailyAsync(http, slug, $"follow-up {mediaType}", mediaType, PublishedRecord.AllParts, (_, followUp) => Task.FromResult<byte[]?>(write(followUp)));

    /// <summary>A file made of the whole record.</summary>
    public Task<IResult> FileAsync(HttpContext http, string slug, string mediaType, Func<PublishedRecord, byte[]> write) =>
        SendAsync(http, slug, mediaType, mediaType, PublishedRecord.AllParts, (_, record) => Task.FromResult<byte[]?>(write(record)));

    /// <summary>The list of all records.</summary>
    public Task<IResult> ArchiveAsync(HttpContext http) =>
        documents.SendAsync(http, new PublicDocument(null, "archive", PublicDocument.Html, PublishedRecord.AllParts, async (db, cancellation) =>
            Encoding.UTF8.GetBytes(await html.RenderAsync<Pages.ArchivePage>(("Records", await RecordArchive.ReadAsync(db, cancellation))))));

    /// <summary>A record for programs.</summary>
    public static byte[] Json(PublishedRecord record) => JsonSerializer.SerializeToUtf8Bytes(RecordDocument.Of(record), WireFormat.Json);

    // What says how many days are left is another document after midnight, though nothing happened.
    private Task<IResult> DailyAsync(
        HttpContext http, string slug, string name, string mediaType, IReadOnlySet<ChangeChannel> madeOf, Func<AssemblyDb, FollowUp, Task<byte[]?>> make) =>
        SendAsync(http, slug, name, mediaType, madeOf, async (db, record) => await make(db, await FollowUp.ReadAsync(db, clock, record, http.RequestAborted)), daily: true);

    private async Task<IResult> SendAsync(
        HttpContext http, string slug, string name, string mediaType, IReadOnlySet<ChangeChannel> madeOf, Func<AssemblyDb, PublishedRecord, Task<byte[]?>> make,
        bool daily = false) =>
        await database.RecordKeys.AsNoTracking().Where(k => k.Slug == slug)
            .Join(database.Assemblies, k => k.AssemblyId, a => a.Id, (k, a) => new { Key = k, a.TimeZone }).FirstOrDefaultAsync(http.RequestAborted) is { Key: var key, TimeZone: var zone }
            ? await documents.SendAsync(http, new PublicDocument(key.AssemblyId, $"record {name}", mediaType, madeOf, async (db, cancellation) =>
                await PublishedRecord.ReadAsync(db, key, address.Base, cancellation) is { } record ? await make(db, record) : null)
            { Line = "record", Days = daily ? [DateTimeZoneProviders.Tzdb[zone]] : [] })
            : await SuccessorAsync(slug, http.RequestAborted) is { } successor
                // Of a record whose key was lost the files stay where they were; its pages go on with the one that succeeds it.
                ? TypedResults.LocalRedirect($"/record/{successor}{http.Request.Path.Value!["/record/".Length..][slug.Length..]}", permanent: true, preserveMethod: true)
                : await documents.NothingAsync();

    private Task<string?> SuccessorAsync(string slug, CancellationToken cancellation) =>
        database.EndedRecords.Where(r => r.Slug == slug).Join(database.RecordKeys, r => r.AssemblyId, k => k.AssemblyId, (_, k) => k.Slug).FirstOrDefaultAsync(cancellation);

    private async Task<byte[]?> RenderAsync<TPage>(PublishedRecord record, params (string Name, object? Value)[] parameters) where TPage : IComponent =>
        Encoding.UTF8.GetBytes(await html.RenderAsync<TPage>([("Record", record), .. parameters]));

    private static async Task<string?> SignedAsync(AssemblyDb db, PublishedRecord record, LogPlace? place) =>
        place is null ? null
        : await db.RecordEntries.Where(e => e.AssemblyId == record.Assembly.Id && e.Seq == place.Seq).Select(e => e.Bytes).FirstOrDefaultAsync() is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;
}
