using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Assemblies.Shell.PublicPages;

/// <summary>Public pages and files as bytes: made once per change, however many ask for them; a CDN can carry them to any audience.</summary>
internal sealed class PublicDocuments(IDbContextFactory<AssemblyDb> databases, HtmlDocuments html, PublicAddress address, IClock clock) : IDisposable
{
    private readonly ConcurrentDictionary<(Guid? AssemblyId, string Name), Made> documents = new();

    // One for each line: who has one assembly's record made again and again does not hold up the page that the hall reads.
    private readonly ConcurrentDictionary<(Guid? AssemblyId, string Line), SemaphoreSlim> lines = new();

    /// <summary>Answers with the document, with 304 where the reader has it, with 404 where there is none.</summary>
    public async Task<IResult> SendAsync(HttpContext http, PublicDocument document)
    {
        if (await FindAsync(document, http.RequestAborted) is not { } made)
            return await NothingAsync();
        // Short, so that a CDN takes the rush and nobody sees an answer late.
        http.Response.Headers.CacheControl = "public, max-age=1";
        return TypedResults.Bytes(made.Bytes, document.MediaType, entityTag: made.ETag);
    }

    /// <summary>404 as a page.</summary>
    public async Task<IResult> NothingAsync() =>
        TypedResults.Text(await html.RenderAsync<NoSuchPage>(), PublicDocument.Html, Encoding.UTF8, StatusCodes.Status404NotFound);

    public void Dispose()
    {
        foreach (var line in lines.Values)
            line.Dispose();
    }

    private async Task<Made?> FindAsync(PublicDocument document, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Read before the state, so that the document may be newer than the number says, never older.
        var sequence = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation) ?? 0;
        if (await StandingAsync(db, document, sequence, cancellation) is { } standing)
            return standing;
        var line = lines.GetOrAdd((document.AssemblyId, document.Line), _ => new SemaphoreSlim(1, 1));
        await line.WaitAsync(cancellation);
        try
        {
            if (await StandingAsync(db, document, sequence, cancellation) is { } meanwhile)
                return meanwhile;
            var now = clock.GetCurrentInstant();
            return await document.MakeAsync(db, cancellation) is { } bytes
                ? documents[(document.AssemblyId, document.Name)] = new Made(sequence, now, address.Base, bytes, Tag(bytes))
                : null;
        }
        finally
        {
            line.Release();
        }
    }

    // Thousands of scans change nothing that most documents show: only the rows since the last look are asked.
    private async Task<Made?> StandingAsync(AssemblyDb db, PublicDocument document, long sequence, CancellationToken cancellation)
    {
        if (!documents.TryGetValue((document.AssemblyId, document.Name), out var made)
            || made.Base != address.Base || IsPast(document, made.At, clock.GetCurrentInstant()))
            return null;
        if (made.Sequence >= sequence)
            return made;
        var parts = document.MadeOf.ToArray();
        if (await db.Changes.AnyAsync(c => c.Sequence > made.Sequence && (c.AssemblyId == null || document.AssemblyId == null || c.AssemblyId == document.AssemblyId) && parts.Contains(c.Channel), cancellation))
            return null;
        var looked = made with { Sequence = sequence };
        documents.TryUpdate((document.AssemblyId, document.Name), looked, made);
        return looked;
    }

    private static bool IsPast(PublicDocument document, Instant made, Instant now) =>
        now - made >= (document.Fresh ?? Duration.MaxValue) || document.Days.Any(zone => made.InZone(zone).Date != now.InZone(zone).Date);

    // Weak, because the same document leaves compressed and not.
    private static EntityTagHeaderValue Tag(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"", isWeak: true);

    /// <param name="Sequence">The journal's number up to which it is known to be true.</param>
    /// <param name="At">When it was made.</param>
    /// <param name="Base">For which scheme and host: permanent addresses are in it.</param>
    private sealed record Made(long Sequence, Instant At, string Base, byte[] Bytes, EntityTagHeaderValue ETag);
}
