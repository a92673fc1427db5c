using System.Collections.Concurrent;
using Assemblies.Data;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>The published files of each record as bytes: made once for each size, however many ask for them; a CDN can carry them.</summary>
public sealed class RecordFiles(IDbContextFactory<AssemblyDb> databases)
{
    private readonly ConcurrentDictionary<string, Published> records = new(StringComparer.Ordinal);

    /// <summary>The files of the record of that slug; null when there is none, or nothing in it yet.</summary>
    public async Task<Published?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.RecordKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Slug == slug, cancellation) is not { } key)
            return null;
        var size = await db.RecordEntries.Where(e => e.AssemblyId == key.AssemblyId).MaxAsync(e => (long?)e.Seq, cancellation) + 1 ?? 0;
        if (size == 0)
            return null;
        var withheld = await db.RecordEntries.CountAsync(e => e.AssemblyId == key.AssemblyId && e.Bytes == null, cancellation);
        if (records.TryGetValue(slug, out var known) && (known.Size, known.Withheld) == (size, withheld))
            return known;
        var entries = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == key.AssemblyId).OrderBy(e => e.Seq).ToListAsync(cancellation);
        var stored = entries.Select(e => new StoredEntry(e.Hash, e.Bytes)).ToList();
        var attached = await db.EvidenceFiles.AsNoTracking().Where(f => f.AssemblyId == key.AssemblyId && f.IsPublic).ToDictionaryAsync(f => f.Sha256, f => f.Bytes, cancellation);
        var files = new RecordBundle(stored, [.. entries.Select(e => e.Checkpoint)], VerifierKey.Parse(key.VerifierKey)!, []).Render(KioskApp.Find("verify.html"), attached);
        return records[slug] = new Published(key.AssemblyId, entries.Count, withheld, stored, SignedCheckpoint.Parse(entries[^1].Checkpoint)!, files);
    }

    /// <summary>The record of an assembly; null when there is none yet.</summary>
    public async Task<Published?> OfAsync(Guid assemblyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.RecordKeys.Where(k => k.AssemblyId == assemblyId).Select(k => k.Slug).FirstOrDefaultAsync(cancellation) is { } slug
            ? await FindAsync(slug, cancellation)
            : null;
    }

    /// <param name="AssemblyId">Whose record.</param>
    /// <param name="Size">How many entries.</param>
    /// <param name="Withheld">How many of them are published as their hash only.</param>
    /// <param name="Entries">As they are stored.</param>
    /// <param name="Checkpoint">The latest.</param>
    /// <param name="Files">By name.</param>
    public sealed record Published(
        Guid AssemblyId, long Size, int Withheld, IReadOnlyList<StoredEntry> Entries, SignedCheckpoint Checkpoint, PublishedFiles Files);
}
