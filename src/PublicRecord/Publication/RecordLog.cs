using System.Text;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.PublicRecord.Publication;

/// <summary>
/// The one writer of a record. <c>Open</c> it from what is stored, <c>Prepare</c> an entry, store entry and checkpoint in one transaction, <c>Commit</c>.
/// When the transaction fails, drop what was prepared: nothing has changed. Not for two threads at once.
/// </summary>
public sealed class RecordLog
{
    private readonly MerkleFrontier tree = new();
    private readonly List<byte[]> roots = [];
    private readonly EntryOrder order = new();
    private readonly RecordRules rules;
    private NoteSigner signer;

    private RecordLog(NoteSigner signer, string firstKey)
    {
        this.signer = signer;
        rules = new(Origin, firstKey, RootAt);
        roots.Add(tree.Root());
    }

    /// <summary>Which record: the name of its keys.</summary>
    public string Origin => signer.Key.Name;

    /// <summary>How many entries it has.</summary>
    public long Size => tree.Size;

    /// <summary>Opens a record and recomputes everything that was signed from what is stored.</summary>
    /// <param name="signer">The key in force.</param>
    /// <param name="entries">All entries, in order; empty for a new record.</param>
    /// <param name="lastCheckpoint">The note of the last checkpoint; null for a new record.</param>
    /// <exception cref="InconsistentRecordException">The stored entries are not those of the checkpoint: never sign over it.</exception>
    public static RecordLog Open(NoteSigner signer, IReadOnlyList<StoredEntry> entries, string? lastCheckpoint)
    {
        var read = RecordReader.Read(entries, signer.Key.Name);
        if (read.Finding is { } unreadable)
            throw new InconsistentRecordException(unreadable);
        var log = new RecordLog(signer, KeyChain.Of(entries.Select(e => e.Bytes), signer.Key.ToString()).First);
        for (var seq = 0; seq < entries.Count; seq++)
        {
            if (log.rules.Check(read.Entries[seq]) is { } wrong)
                throw new InconsistentRecordException(wrong);
            log.Take(read.Entries[seq], read.Parsed[seq], entries[seq].Hash);
        }
        if (log.CheckLast(lastCheckpoint) is { } inconsistent)
            throw new InconsistentRecordException(inconsistent);
        return log;
    }

    private Finding? CheckLast(string? lastCheckpoint)
    {
        if (lastCheckpoint is null)
            return Size == 0 ? null : new("size");
        if (SignedCheckpoint.Parse(lastCheckpoint) is not { } last)
            return new("note_format");
        if (rules.State.Key != signer.Key.ToString() || last.Checkpoint.Origin != Origin || last.Note.TrustUnder(signer.Key) != NoteTrust.Holds)
            return new("signature");
        return last.Checkpoint.Size != Size ? new("size") : last.Checkpoint.Root.AsSpan().SequenceEqual(roots[^1]) ? null : new("root");
    }

    /// <summary>Makes the next entry and signs its checkpoint, without taking it in.</summary>
    /// <param name="draft">What to record. Of a clock that went backwards the time of the entry before is kept.</param>
    /// <param name="prepared">What to store, when nothing was found.</param>
    /// <returns>The rule that the entry would break; null when it may be stored.</returns>
    public Finding? Prepare(EntryDraft draft, out PreparedEntry? prepared) => Prepare(draft, signer, out prepared);

    /// <summary>Hands the record over to another key: both sign the entry, and the new one its checkpoint.</summary>
    public Finding? Rotate(NoteSigner next, string by, DateTimeOffset at, out PreparedEntry? prepared)
    {
        var statement = Encoding.UTF8.GetBytes(KeyRotated.Statement(Origin, Size, signer.Key.ToString(), next.Key.ToString()));
        var body = new KeyRotated(signer.Key, next.Key, signer.SignStatement(statement), next.SignStatement(statement));
        return Prepare(new EntryDraft(body, by, at), next, out prepared);
    }

    private Finding? Prepare(EntryDraft draft, NoteSigner next, out PreparedEntry? prepared)
    {
        prepared = null;
        var now = StrictText.ToInstant(draft.At);
        var at = string.CompareOrdinal(now, order.LatestAt) < 0 ? order.LatestAt : now;
        var bytes = Write(draft, at);
        if (bytes is null)
            return new("canonical", Size);
        if (Entry.Read(bytes, Origin, Size, out var entry) is { } malformed)
            return malformed;
        if ((order.Check(entry!) ?? rules.Check(RuleEntry.Of(entry!))) is { } wrong)
            return wrong;
        var stored = StoredEntry.Of(bytes);
        var checkpoint = next.Sign(new Checkpoint(Origin, Size + 1, tree.RootWith(stored.Hash)));
        prepared = new(entry!, stored, checkpoint, ClockHeld: at != now, next);
        return null;
    }

    private byte[]? Write(EntryDraft draft, string at)
    {
        try
        {
            return draft.Write(Origin, Size, at);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Takes in what was prepared last, once it is stored.</summary>
    /// <exception cref="InvalidOperationException">Something else was committed since it was prepared.</exception>
    public void Commit(PreparedEntry prepared)
    {
        if (prepared.Entry.Seq != Size || !prepared.Checkpoint.Checkpoint.Root.AsSpan().SequenceEqual(tree.RootWith(prepared.Stored.Hash)))
            throw new InvalidOperationException($"Entry {prepared.Entry.Seq} was prepared for another place than {Size}, where the record is now.");
        signer = prepared.Signer;
        Take(RuleEntry.Of(prepared.Entry), prepared.Entry, prepared.Stored.Hash);
    }

    private void Take(RuleEntry entry, Entry? parsed, byte[] hash)
    {
        rules.Apply(entry);
        if (parsed is not null)
            order.Apply(parsed);
        tree.Append(hash);
        roots.Add(tree.Root());
    }

    /// <summary>Whether leaf hashes, as they are stored now, lead to the root that was signed over that many: asked before each signature.</summary>
    public bool StandsOn(IReadOnlyCollection<byte[]> leaves)
    {
        var stored = new MerkleFrontier();
        foreach (var leaf in leaves)
            stored.Append(leaf);
        return stored.Size <= Size && stored.Root().AsSpan().SequenceEqual(RootAt(stored.Size));
    }

    private byte[] RootAt(long size) => roots[(int)size];
}
