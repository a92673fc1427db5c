using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Assemblies.Displays.Audience;

/// <summary>The public page of each assembly as bytes: made once per change, however many phones ask for it.</summary>
internal sealed class PublicPages(IDbContextFactory<AssemblyDb> databases, HtmlDocuments html) : IDisposable
{
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
        if (pages.TryGetValue(id, out var page) && page.Sequence >= sequence)
            return page;
        await rendering.WaitAsync(cancellation);
        try
        {
            if (pages.TryGetValue(id, out page) && page.Sequence >= sequence)
                return page;
            var text = await html.RenderAsync<PublicPage>(("View", await PublicView.ReadAsync(db, id, cancellation)));
            var bytes = Encoding.UTF8.GetBytes(text);
            return pages[id] = new Rendered(sequence, bytes, Tag(bytes));
        }
        finally
        {
            rendering.Release();
        }
    }

    public void Dispose() => rendering.Dispose();

    // Weak, because the same page leaves compressed and not.
    private static EntityTagHeaderValue Tag(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"", isWeak: true);

    internal sealed record Rendered(long Sequence, byte[] Html, EntityTagHeaderValue ETag);
}
