using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.PublicRecord.Publication;

/// <summary>The entries of a record, read from their bytes and in order; the types' rules are still to be asked.</summary>
/// <param name="Finding">The first rule broken; then what follows it was not read.</param>
/// <param name="Parsed">The entries; null where one is withheld.</param>
/// <param name="Entries">The same for the rules, withheld ones as their redactions restate them.</param>
internal sealed record RecordReader(Finding? Finding, IReadOnlyList<Entry?> Parsed, IReadOnlyList<RuleEntry> Entries)
{
    public static RecordReader Read(IReadOnlyList<StoredEntry> stored, string origin)
    {
        var order = new EntryOrder();
        var parsed = new List<Entry?>();
        foreach (var (bytes, hash) in stored.Select(s => (s.Bytes, s.Hash)))
        {
            Entry? entry = null;
            if (bytes is not null)
            {
                var finding = Entry.Read(bytes, origin, parsed.Count, out entry) ?? order.Check(entry!)
                    ?? (MerkleTree.Leaf(bytes).AsSpan().SequenceEqual(hash) ? null : new Finding("root", parsed.Count));
                if (finding is not null)
                    return new(finding, parsed, []);
                order.Apply(entry!);
            }
            parsed.Add(entry);
        }
        var restated = Restated(parsed);
        return new(null, parsed, [.. parsed.Select((e, seq) => e is null ? RuleEntry.OfWithheld(seq, restated.GetValueOrDefault(seq)) : RuleEntry.Of(e))]);
    }

    private static Dictionary<long, JsonMap> Restated(List<Entry?> entries)
    {
        var restated = new Dictionary<long, JsonMap>();
        foreach (var entry in entries)
            if (entry is { Type: "redaction.made" } && entry.Body.Number("level") == 2 && entry.Body.Number("target") is { } target && target < entry.Seq
                && Kinds.Fits("restated", entry.Body.GetValueOrDefault("restates")))
                restated.TryAdd(target, (JsonMap)entry.Body["restates"]!);
        return restated;
    }
}
