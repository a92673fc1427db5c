using System.Text;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.Tests.PublicRecord;

/// <summary>What an operator can do who holds the key: write anything and sign it. Only the rules are left to show it.</summary>
internal sealed class Forgery(RecordWriter record)
{
    private readonly List<StoredEntry> entries = [.. record.Entries];

    public IReadOnlyList<StoredEntry> Entries => entries;

    /// <summary>An entry as JSON, to be changed and put back; null when it is withheld.</summary>
    public JsonMap? Read(int seq) =>
        entries[seq].Bytes is { } bytes && StrictJson.TryRead(bytes, out var value) ? (JsonMap)value! : null;

    public JsonMap? Body(int seq) => Read(seq)?["body"] as JsonMap;

    public Forgery Put(int seq, JsonMap entry) => Put(seq, CanonicalJson.Write(entry));

    public Forgery Put(int seq, byte[] bytes)
    {
        entries[seq] = StoredEntry.Of(bytes);
        return this;
    }

    /// <summary>Changes an entry.</summary>
    public Forgery Change(int seq, Action<JsonMap> change)
    {
        var entry = Read(seq)!;
        change(entry);
        return Put(seq, entry);
    }

    /// <summary>Changes the body of an entry.</summary>
    public Forgery ChangeBody(int seq, Action<JsonMap> change) => Change(seq, entry => change((JsonMap)entry["body"]!));

    public Forgery Drop(int seq)
    {
        entries.RemoveAt(seq);
        return Renumbered();
    }

    public Forgery Swap(int seq)
    {
        (entries[seq], entries[seq + 1]) = (entries[seq + 1], entries[seq]);
        return Renumbered();
    }

    public Forgery Insert(int seq, StoredEntry entry)
    {
        entries.Insert(seq, entry);
        return Renumbered();
    }

    public Forgery Withhold(int seq)
    {
        entries[seq] = entries[seq] with { Bytes = null };
        return this;
    }

    /// <summary>Finds an entry by its type; -1 when there is none.</summary>
    public int Find(string type) => Enumerable.Range(0, entries.Count).FirstOrDefault(i => Read(i)?.Text("type") == type, -1);

    private Forgery Renumbered()
    {
        for (var seq = 0; seq < entries.Count; seq++)
            if (Read(seq) is { } entry && entry.Number("seq") != seq)
                Change(seq, changed => changed["seq"] = (long)seq);
        return this;
    }

    /// <summary>Signs it all anew, every checkpoint with the key of its size.</summary>
    public (PublishedFiles Files, IReadOnlyList<string> Checkpoints) Publish()
    {
        var tree = new MerkleFrontier();
        var checkpoints = new List<string>();
        foreach (var entry in entries)
        {
            tree.Append(entry.Hash);
            var signer = record.Signers.FindLast(s => s.From <= tree.Size).Signer;
            checkpoints.Add(signer.Sign(new Checkpoint(RecordWriter.Origin, tree.Size, tree.Root())).ToString());
        }
        return (new RecordBundle(entries, checkpoints, record.Key, record.Disclosures).Render(attachments: record.Files), checkpoints);
    }

    /// <summary>The published files of a record with one of them replaced.</summary>
    public static PublishedFiles With(PublishedFiles files, string name, byte[]? bytes)
    {
        var changed = files.All.ToDictionary();
        changed.Remove(name);
        if (bytes is not null)
            changed[name] = bytes;
        return new(changed);
    }

    public static PublishedFiles With(PublishedFiles files, string name, string text) => With(files, name, Encoding.UTF8.GetBytes(text));
}
