using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.Record.Disclosures;
using Assemblies.Record.Keys;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>The published files of each record as bytes: made once for each size, however many ask for them; a CDN can carry them.</summary>
public sealed class RecordFiles(IDbContextFactory<AssemblyDb> databases) : IDisposable
{
    private readonly ConcurrentDictionary<string, Published> records = new(StringComparer.Ordinal);

    // What was found when the journal had so many rows. Nothing changes without a row, so until the next one nobody has to look again.
    private readonly ConcurrentDictionary<string, (long Sequence, Published Made)> looked = new(StringComparer.Ordinal);

    // One at a time, for all records: making one reads all of it and its public papers into memory.
    private readonly SemaphoreSlim making = new(1, 1);

    /// <summary>The files of the record of that slug; null when there is none, or nothing in it yet.</summary>
    public async Task<Published?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Read before the state: what is sent may be newer than the number says, never older.
        var sequence = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation) ?? 0;
        if (looked.TryGetValue(slug, out var seen) && seen.Sequence == sequence)
            return seen.Made;
        if (await LookAsync(db, slug, cancellation) is not { } made)
            return null;
        looked[slug] = (sequence, made);
        return made;
    }

    public void Dispose() => making.Dispose();

    private async Task<Published?> LookAsync(AssemblyDb db, string slug, CancellationToken cancellation)
    {
        if (await db.RecordKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Slug == slug, cancellation) is not { } key)
            return await EndedAsync(db, slug, cancellation);
        var size = await db.RecordEntries.Where(e => e.AssemblyId == key.AssemblyId).MaxAsync(e => (long?)e.Seq, cancellation) + 1 ?? 0;
        if (size == 0)
            return null;
        var withheld = await db.RecordEntries.CountAsync(e => e.AssemblyId == key.AssemblyId && e.Bytes == null, cancellation);
        var disclosed = await DisclosureSafe.PublicAsync(db, key.AssemblyId, cancellation);
        var version = await VersionAsync(db, size, withheld, key, disclosed, cancellation);
        return await MadeAsync(slug, version, () => MakeAsync(db, key, version, disclosed, cancellation), cancellation);
    }

    private async Task<Published> MadeAsync(string slug, string version, Func<Task<Published>> makeAsync, CancellationToken cancellation)
    {
        if (Known() is { } known)
            return known;
        await making.WaitAsync(cancellation);
        try
        {
            return Known() ?? (records[slug] = await makeAsync());
        }
        finally
        {
            making.Release();
        }

        Published? Known() => records.TryGetValue(slug, out var made) && made.Version == version ? made : null;
    }

    private static async Task<Published> MakeAsync(AssemblyDb db, RecordKey key, string version, IReadOnlyList<SealedDisclosure> disclosed, CancellationToken cancellation)
    {
        var entries = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == key.AssemblyId).OrderBy(e => e.Seq)
            .Select(e => new PublishedEntry(e.Type, e.Hash, e.Bytes, e.Checkpoint)).ToListAsync(cancellation);
        return Publish(
            key.AssemblyId, version, key.VerifierKey, entries, await DisclosureSafe.OpenAsync(db, key.AssemblyId, disclosed, cancellation),
            await AttachedAsync(db, key.AssemblyId, entries, cancellation));
    }

    // Nothing is added to a record that ended, and nobody's name is shown with it any more; a file may still be withdrawn.
    private async Task<Published?> EndedAsync(AssemblyDb db, string slug, CancellationToken cancellation)
    {
        if (await db.EndedRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Slug == slug, cancellation) is not { } ended)
            return null;
        var version = $"ended-{Digest(await PublicFilesAsync(db, ended.AssemblyId, cancellation))}";
        return await MadeAsync(slug, version, () => MakeEndedAsync(db, ended, version, cancellation), cancellation);
    }

    private static async Task<Published> MakeEndedAsync(AssemblyDb db, EndedRecord ended, string version, CancellationToken cancellation)
    {
        var entries = await db.EndedRecordEntries.AsNoTracking().Where(e => e.Slug == ended.Slug).OrderBy(e => e.Seq)
            .Select(e => new PublishedEntry(e.Type, e.Hash, e.Bytes, e.Checkpoint)).ToListAsync(cancellation);
        return Publish(ended.AssemblyId, version, ended.VerifierKey, entries, [], await AttachedAsync(db, ended.AssemblyId, entries, cancellation));
    }

    // A file goes with the entry that names it: out of the bundle when that is withheld or stands in another record.
    private static async Task<Dictionary<string, byte[]>> AttachedAsync(AssemblyDb db, Guid assemblyId, IReadOnlyList<PublishedEntry> entries, CancellationToken cancellation)
    {
        var files = await db.EvidenceFiles.AsNoTracking().Where(f => f.AssemblyId == assemblyId && f.IsPublic).ToListAsync(cancellation);
        return files.Where(f => IsNamed(Encoding.ASCII.GetBytes(f.Sha256))).ToDictionary(f => f.Sha256, f => f.Bytes);

        bool IsNamed(byte[] hash) => entries.Any(e => e.Bytes.AsSpan().IndexOf(hash) >= 0);
    }

    private static Published Publish(
        Guid assemblyId, string version, string key, IReadOnlyList<PublishedEntry> entries, IReadOnlyList<Disclosure> disclosures, IReadOnlyDictionary<string, byte[]> attached)
    {
        var stored = entries.Select(e => new StoredEntry(e.Hash, e.Bytes)).ToList();
        var files = new RecordBundle(stored, [.. entries.Select(e => e.Checkpoint)], VerifierKey.Parse(key)!, disclosures).Render(KioskApp.Find("verify.html"), attached);
        return new(assemblyId, version, entries, stored, SignedCheckpoint.Parse(entries[^1].Checkpoint)!, files);
    }

    // All that changes a published file: more entries, bytes withheld, a name or a file that may or may no longer be shown, another key.
    private static async Task<string> VersionAsync(
        AssemblyDb db, long size, int withheld, RecordKey key, IReadOnlyList<SealedDisclosure> disclosed, CancellationToken cancellation)
    {
        var files = await PublicFilesAsync(db, key.AssemblyId, cancellation);
        return $"{size}-{withheld}-{Digest([key.VerifierKey, .. disclosed.Select(d => d.Digest), .. files])}";
    }

    private static Task<List<string>> PublicFilesAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.EvidenceFiles.Where(f => f.AssemblyId == assemblyId && f.IsPublic).OrderBy(f => f.Sha256).Select(f => f.Sha256).ToListAsync(cancellation);

    private static string Digest(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', parts))).AsSpan(0, 8));

    /// <summary>The record of an assembly; null when there is none yet.</summary>
    public async Task<Published?> OfAsync(Guid assemblyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.RecordKeys.Where(k => k.AssemblyId == assemblyId).Select(k => k.Slug).FirstOrDefaultAsync(cancellation) is { } slug
            ? await FindAsync(slug, cancellation)
            : null;
    }

    /// <summary>An entry as it is published.</summary>
    /// <param name="Type">Its type, also when it is withheld.</param>
    /// <param name="Hash">The leaf hash.</param>
    /// <param name="Bytes">Null when it is withheld.</param>
    /// <param name="Checkpoint">The note of the record with this entry.</param>
    public sealed record PublishedEntry(string Type, byte[] Hash, byte[]? Bytes, string Checkpoint);

    /// <param name="AssemblyId">Whose record.</param>
    /// <param name="Version">Another one whenever a file changed.</param>
    /// <param name="Rows">The entries with their types and checkpoints.</param>
    /// <param name="Entries">The entries alone.</param>
    /// <param name="Checkpoint">The latest.</param>
    /// <param name="Files">By name.</param>
    public sealed record Published(
        Guid AssemblyId, string Version, IReadOnlyList<PublishedEntry> Rows, IReadOnlyList<StoredEntry> Entries, SignedCheckpoint Checkpoint, PublishedFiles Files)
    {
        private readonly Lazy<byte[]> bundle = new(Files.Zip);

        /// <summary>bundle.zip, packed once for all who save it.</summary>
        public byte[] Bundle => bundle.Value;

        private byte[]? receipts;

        /// <summary>receipts.zip, packed once for all who save it.</summary>
        public byte[] Receipts => LazyInitializer.EnsureInitialized(ref receipts, () => RecordReceipts.Of(this).Zip());

        /// <summary>How many entries.</summary>
        public long Size => Entries.Count;
    }
}
