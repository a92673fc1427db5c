using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Text;
using Assemblies.Record.Log;

namespace Assemblies.Record.Redactions;

/// <summary>An entry that something is to be removed from, read from its own bytes: what is restated is what was signed.</summary>
internal sealed class RedactedEntry
{
    private readonly Entry entry;
    private readonly JsonMap? restated;

    private RedactedEntry(Entry entry) => (this.entry, restated) = (entry, RedactionMade.Restated(entry));

    /// <summary>Whether it has members outside its words.</summary>
    public bool HasDisclosures => entry.Digests.Count > 0;

    /// <summary>Whether the record can be checked without its words.</summary>
    public bool CanBeWithheld => restated is not null;

    /// <summary>The entry; null when its bytes are withheld.</summary>
    public static RedactedEntry? Read(RecordEntry stored) =>
        stored.Bytes is { } bytes && StrictJson.TryRead(bytes, out var value) && value is JsonMap map
        && Entry.Read(bytes, map.Text("log") ?? "", stored.Seq, out var entry) is null ? new(entry!) : null;

    /// <summary>What the record says of the redaction.</summary>
    public RedactionMade Redacted(Redaction redaction) =>
        new(entry.Seq, redaction.Ground, (RecordKeeper.RoleId(redaction.ProposedBy), RecordKeeper.RoleId(redaction.DecidedBy!)))
        {
            Digests = redaction.Level == Redaction.DisclosuresOnly ? entry.Digests : [],
            Restates = redaction.Level == Redaction.WholeEntry ? (entry.Type, restated!) : null,
            Reason = RecordWords.Text(redaction.Reason),
        };
}
