using Assemblies.PublicRecord.Rules;

namespace Assemblies.PublicRecord.Entries;

/// <summary>Time never goes backwards, and no digest occurs twice (RFC 9901, section 7.1, step 4).</summary>
internal sealed class EntryOrder
{
    private readonly HashSet<string> digests = [];

    /// <summary>When the latest entry that is not withheld was written.</summary>
    public string LatestAt { get; private set; } = "";

    public Finding? Check(Entry entry) =>
        string.CompareOrdinal(entry.At, LatestAt) < 0 ? new("time", entry.Seq)
        : entry.Digests.Any(digests.Contains) ? new("digest_twice", entry.Seq)
        : null;

    public void Apply(Entry entry)
    {
        LatestAt = entry.At;
        digests.UnionWith(entry.Digests);
    }
}
