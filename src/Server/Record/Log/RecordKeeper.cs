using System.Collections.Concurrent;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;
using Assemblies.Record.Disclosures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Log;

/// <summary>The one writer of the public records: signs entries in the transaction of the change that they tell of.</summary>
/// <remarks>
/// It is called with the turn to write, so nobody else appends in this process; another node is stopped by the journal's lock, and its entries are
/// noticed because the record is longer than what is in memory. Whatever goes wrong, what is in memory is forgotten and read again: never a signature over a guess.
/// </remarks>
public sealed partial class RecordKeeper(RecordSigners signers, RecordHealth health, IClock clock, ILogger<RecordKeeper> log)
{
    private readonly ConcurrentDictionary<Guid, Kept> records = new();

    /// <summary>Adds the entries of what <paramref name="db"/> is about to save. Call <see cref="Appended.Commit"/> after the transaction, or nothing.</summary>
    /// <exception cref="RecordRefusedException">The record has no key, is locked, was tampered with, or its rules forbid an entry that may not wait.</exception>
    internal async Task<Appended> AppendAsync(AssemblyDb db, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellation)
    {
        var assemblies = drafts.Select(d => d.AssemblyId).Distinct().ToList();
        try
        {
            foreach (var assembly in drafts.GroupBy(d => d.AssemblyId))
                await AppendAsync(db, assembly.Key, [.. assembly], cancellation);
        }
        catch
        {
            Forget(assemblies);
            throw;
        }
        return new(this, assemblies);
    }

    private async Task AppendAsync(AssemblyDb db, Guid assemblyId, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellation)
    {
        Kept kept;
        try
        {
            kept = await KeptAsync(db, assemblyId, cancellation);
        }
        catch (RecordRefusedException) when (drafts.All(d => d.MayWait))
        {
            return;
        }
        if (kept.Index.Size == 0)
            drafts = [.. await RecordBeginning.OfAsync(db, assemblyId, drafts[0].By, cancellation), .. drafts];
        foreach (var draft in drafts)
            await AppendAsync(db, kept, draft, cancellation);
    }

    /// <summary>Forgets what is in memory, so that the next entry starts from what is stored.</summary>
    internal void Forget(IEnumerable<Guid> assemblies)
    {
        foreach (var assembly in assemblies)
            records.TryRemove(assembly, out _);
    }

    // Before each signature the stored hashes have to lead to the root that was signed last (record.md, STORE): 2 ms for two thousand entries.
    private async Task<Kept> KeptAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var hashes = await db.RecordEntries.Where(e => e.AssemblyId == assemblyId).OrderBy(e => e.Seq).Select(e => e.Hash).ToListAsync(cancellation);
        return records.TryGetValue(assemblyId, out var kept) && kept.StoredSize == hashes.Count && kept.Log.StandsOn(hashes)
            ? kept
            : records[assemblyId] = await OpenAsync(db, assemblyId, cancellation);
    }

    private async Task<Kept> OpenAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var signer = await signers.OfAsync(db, assemblyId, cancellation);
        var entries = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == assemblyId).OrderBy(e => e.Seq).ToListAsync(cancellation);
        try
        {
            var opened = RecordLog.Open(signer, [.. entries.Select(e => new StoredEntry(e.Hash, e.Bytes))], entries.LastOrDefault()?.Checkpoint);
            var kept = new Kept(opened, new RecordIndex()) { StoredSize = entries.Count };
            entries.ForEach(kept.Index.Add);
            return kept;
        }
        catch (InconsistentRecordException inconsistent)
        {
            throw Tampered(assemblyId, inconsistent.Message);
        }
    }

    private RecordRefusedException Tampered(Guid assemblyId, string what)
    {
        LogTampered(assemblyId, what);
        health.Broke(assemblyId, what);
        return new(new("", $"The stored record is not the one that was signed: nothing more is signed over it. {what}"));
    }

    private async Task AppendAsync(AssemblyDb db, Kept kept, RecordDraft draft, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (Prepare(kept, draft, now.ToDateTimeOffset(), out var prepared) is { } finding)
        {
            if (!draft.MayWait)
                throw new RecordRefusedException(new("", Words(finding)));
            LogLeftOut(draft.AssemblyId, finding.Message);
        }
        if (prepared is null)
            return;
        if (prepared.ClockHeld)
            LogClockBack(draft.AssemblyId, now);
        var row = new RecordEntry
        {
            AssemblyId = draft.AssemblyId,
            Seq = prepared.Entry.Seq,
            At = now,
            Type = prepared.Entry.Type,
            Bytes = prepared.Stored.Bytes,
            Hash = prepared.Stored.Hash,
            Checkpoint = prepared.Checkpoint.ToString(),
            AskId = draft.AskId,
            PowerHolderId = draft.PowerHolderId,
            AskVersion = draft.AskVersion,
            StepId = draft.StepId,
            SubjectId = draft.Subject?.Id,
        };
        db.RecordEntries.Add(row);
        if (draft.Subject is { } subject)
            await DisclosureSafe.SealAsync(db, row, subject, cancellation);
        kept.Log.Commit(prepared);
        kept.Index.Add(row);
    }

    private static Finding? Prepare(Kept kept, RecordDraft draft, DateTimeOffset now, out PreparedEntry? prepared)
    {
        prepared = null;
        var by = RoleId(draft.By);
        if (draft.HandsOverTo is { } next)
            return kept.Log.Rotate(next, by, now, out prepared);
        return draft.Body(kept.Index) is { } body
            ? kept.Log.Prepare(new EntryDraft(body, by, now) { Disclosures = draft.Subject?.Disclosures ?? [], Attachments = draft.Attachments }, out prepared)
            : null;
    }

    /// <summary>An actor as the record names roles: letters, digits and hyphens, never a name.</summary>
    internal static string RoleId(string actor) => actor.Replace(':', '-').ToLowerInvariant();

    private static string Words(Finding finding) => finding.Rule switch
    {
        "session" => "The record of this evening is closed: nothing more is recorded as said in the room. A later answer belongs to the follow-up.",
        "complete" => $"Not every ask has an answer: {finding.Detail}. Record what was said, or why it was not asked.",
        _ => $"The public record cannot take this: {finding.Message}",
    };

    [LoggerMessage(LogLevel.Critical, "The record of assembly {Assembly} is not the one that was signed: {What} Nothing more is signed.")]
    private partial void LogTampered(Guid assembly, string what);

    [LoggerMessage(LogLevel.Warning, "The clock is behind the record of assembly {Assembly} ({Now}): its entry has the time of the one before. Check the clock.")]
    private partial void LogClockBack(Guid assembly, Instant now);

    [LoggerMessage(LogLevel.Warning, "An entry of the record of assembly {Assembly} that may wait was left out: {What}")]
    private partial void LogLeftOut(Guid assembly, string what);

    /// <summary>What was appended: part of the record when its transaction is, forgotten when it is not.</summary>
    internal sealed class Appended(RecordKeeper keeper, IReadOnlyList<Guid> assemblies) : IDisposable
    {
        private bool committed;

        public void Commit()
        {
            committed = true;
            foreach (var assembly in assemblies)
                if (keeper.records.TryGetValue(assembly, out var kept))
                    kept.StoredSize = kept.Index.Size;
        }

        public void Dispose()
        {
            if (!committed)
                keeper.Forget(assemblies);
        }
    }

    private sealed class Kept(RecordLog record, RecordIndex index)
    {
        public RecordLog Log => record;

        public RecordIndex Index => index;

        /// <summary>How many entries the database has.</summary>
        public long StoredSize { get; set; }
    }
}
