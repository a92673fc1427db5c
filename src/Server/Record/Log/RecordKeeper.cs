using System.Collections.Concurrent;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Log;

/// <summary>The one writer of the public records: signs entries in the transaction of the change that they tell of.</summary>
/// <remarks>
/// It is called with the turn to write, so nobody else appends in this process; another node is stopped by the journal's lock, and its entries are
/// noticed because the record is longer than what is in memory. Whatever goes wrong, what is in memory is forgotten and read again: never a signature over a guess.
/// </remarks>
public sealed partial class RecordKeeper(RecordSigners signers, IClock clock, ILogger<RecordKeeper> log)
{
    private readonly ConcurrentDictionary<Guid, Kept> records = new();

    /// <summary>Adds the entries of what <paramref name="db"/> is about to save. Call <see cref="Appended.Commit"/> after the transaction, or nothing.</summary>
    /// <exception cref="RecordRefusedException">The record has no key, is locked, was tampered with, or its rules forbid an entry.</exception>
    internal async Task<Appended> AppendAsync(AssemblyDb db, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellation)
    {
        var assemblies = drafts.Select(d => d.AssemblyId).Distinct().ToList();
        try
        {
            foreach (var draft in drafts)
            {
                var kept = await KeptAsync(db, draft.AssemblyId, cancellation);
                if (kept.Index.Size == 0)
                    Append(db, kept, new(draft.AssemblyId, draft.By, _ => Opened(db, draft.AssemblyId)));
                Append(db, kept, draft);
            }
        }
        catch
        {
            Forget(assemblies);
            throw;
        }
        return new(this, assemblies);
    }

    /// <summary>Forgets what is in memory, so that the next entry starts from what is stored.</summary>
    internal void Forget(IEnumerable<Guid> assemblies)
    {
        foreach (var assembly in assemblies)
            records.TryRemove(assembly, out _);
    }

    private async Task<Kept> KeptAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var stored = await db.RecordEntries.Where(e => e.AssemblyId == assemblyId).MaxAsync(e => (long?)e.Seq, cancellation) + 1 ?? 0;
        if (records.TryGetValue(assemblyId, out var kept) && kept.StoredSize == stored)
            return kept;
        var signer = await signers.OfAsync(db, assemblyId, cancellation);
        var entries = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == assemblyId).OrderBy(e => e.Seq).ToListAsync(cancellation);
        try
        {
            var opened = RecordLog.Open(signer, [.. entries.Select(e => new StoredEntry(e.Hash, e.Bytes))], entries.LastOrDefault()?.Checkpoint);
            kept = new Kept(opened, new RecordIndex());
        }
        catch (InconsistentRecordException inconsistent)
        {
            LogTampered(assemblyId, inconsistent.Message);
            throw new RecordRefusedException(new("", $"The stored record is not the one that was signed: nothing more is signed over it. {inconsistent.Message}"));
        }
        entries.ForEach(kept.Index.Add);
        kept.StoredSize = stored;
        return records[assemblyId] = kept;
    }

    private void Append(AssemblyDb db, Kept kept, RecordDraft draft)
    {
        if (draft.Body(kept.Index) is not { } body)
            return;
        var now = clock.GetCurrentInstant();
        var finding = kept.Log.Prepare(new EntryDraft(body, RoleId(draft.By), now.ToDateTimeOffset()) { Attachments = draft.Attachments }, out var prepared);
        if (finding is not null)
            throw new RecordRefusedException(new("", Words(finding)));
        if (prepared!.ClockHeld)
            LogClockBack(draft.AssemblyId, now);
        var row = new RecordEntry
        {
            AssemblyId = draft.AssemblyId,
            Seq = prepared.Entry.Seq,
            At = now,
            Type = body.Type,
            Bytes = prepared.Stored.Bytes,
            Hash = prepared.Stored.Hash,
            Checkpoint = prepared.Checkpoint.ToString(),
            AskId = draft.AskId,
            PowerHolderId = draft.PowerHolderId,
            AskVersion = draft.AskVersion,
            StepId = draft.StepId,
        };
        db.RecordEntries.Add(row);
        kept.Log.Commit(prepared);
        kept.Index.Add(row);
    }

    /// <summary>An actor as the record names roles: letters, digits and hyphens, never a name.</summary>
    internal static string RoleId(string actor) => actor.Replace(':', '-').ToLowerInvariant();

    private static EntryBody Opened(AssemblyDb db, Guid assemblyId)
    {
        var assembly = db.Assemblies.Local.FirstOrDefault(a => a.Id == assemblyId) ?? db.Assemblies.AsNoTracking().Single(a => a.Id == assemblyId);
        return new LogOpened(RecordWords.Text(assembly.Title))
        {
            On = assembly.Start.Date.ToDateOnly(),
            Zone = assembly.TimeZone,
            Venue = RecordWords.Text(assembly.Venue),
            Language = "en",
        };
    }

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
