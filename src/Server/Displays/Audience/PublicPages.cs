using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Turnout.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Assemblies.Displays.Audience;

/// <summary>The public page of each assembly as bytes: made once per change, however many phones ask for it.</summary>
internal sealed class PublicPages(IDbContextFactory<AssemblyDb> databases, HtmlDocuments html, Fleet fleet, IClock clock) : IDisposable
{
    // How long devices have been silent changes by itself, and leaves no row in the journal.
    private static readonly Duration Fresh = Duration.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Rendered> pages = new();
    private readonly SemaphoreSlim rendering = new(1, 1);

    /// <summary>The page with its ETag; null when no assembly has this slug.</summary>
    public async Task<Rendered?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var assemblyId = await db.Assemblies.Where(a => a.Slug == slug).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);
        if (assemblyId is not { } id)
            return null;
        // Read before the state, so the page may be newer than the number says, never older.
        var sequence = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation) ?? 0;
        if (pages.TryGetValue(id, out var page) && IsFresh(page, sequence))
            return page;
        await rendering.WaitAsync(cancellation);
        try
        {
            if (pages.TryGetValue(id, out page) && IsFresh(page, sequence))
                return page;
            var now = clock.GetCurrentInstant();
            var text = await html.RenderAsync<PublicPage>(("View", await PublicView.ReadAsync(db, fleet, id, cancellation)));
            var bytes = Encoding.UTF8.GetBytes(text);
            return pages[id] = new Rendered(sequence, now, bytes, Tag(bytes));
        }
        finally
        {
            rendering.Release();
        }
    }

    public void Dispose() => rendering.Dispose();

    private bool IsFresh(Rendered page, long sequence) => page.Sequence >= sequence && clock.GetCurrentInstant() - page.At < Fresh;

    // Weak, because the same page leaves compressed and not.
    private static EntityTagHeaderValue Tag(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"", isWeak: true);

    internal sealed record Rendered(long Sequence, Instant At, byte[] Html, EntityTagHeaderValue ETag);
}
