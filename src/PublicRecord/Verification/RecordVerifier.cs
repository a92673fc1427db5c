using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Verification;

/// <summary>
/// Checks a published record against a key that was got elsewhere: from the programme, the invitation, the website. The order is that of record.md; the
/// first rule broken is the verdict. kiosk/src/verify does the same in a browser.
/// </summary>
public static class RecordVerifier
{
    // A verifier that does not know enough has not found anything wrong.
    private static readonly HashSet<string> Undecided =
        ["missing_file", "unreadable", "vkey", "version", "type", "seen_newer", "seen_other", "seen_unmatched", "seen_unreadable"];

    /// <summary>Verifies a record.</summary>
    /// <param name="files">What is published.</param>
    /// <param name="vkey">The verifier key.</param>
    /// <param name="seen">Texts with checkpoints that somebody saw: notes, the text of a photographed code, read-aloud seals.</param>
    public static Verdict Verify(PublishedFiles files, string vkey, IReadOnlyList<string> seen)
    {
        if (VerifierKey.Parse(vkey.Trim()) is not { } key)
            return Verdict(new("vkey"));
        if (files.Find(PublishedFiles.Checkpoint) is not { } checkpoint)
            return Verdict(new("missing_file", Detail: PublishedFiles.Checkpoint));
        if (files.Find(PublishedFiles.Entries) is not { } entries)
            return Verdict(new("missing_file", Detail: PublishedFiles.Entries));
        if (StrictText.FromUtf8(checkpoint) is not { } note || SignedCheckpoint.Parse(note) is not { } signed)
            return Verdict(new("note_format"));
        if (EntryLines.Parse(entries) is not { } lines)
            return Verdict(new("entries_format"));
        var record = new RecordInHand(files, lines, KeyChain.Of(lines.Select(l => l.Bytes), key.ToString()), signed);
        if (!record.Keys.Has(key.ToString()) || !record.IsSigned(signed))
            return Verdict(new("signature"));
        return Verify(record, seen) with { Checkpoint = signed.Checkpoint };
    }

    private static Verdict Verify(RecordInHand record, IReadOnlyList<string> seen)
    {
        if (TreeChecks.Root(record) is { } rootless)
            return Verdict(rootless);
        var read = RecordReader.Read(record.Lines, record.Checkpoint.Origin);
        if ((read.Finding ?? TreeChecks.Checkpoints(record)) is { } wrong)
            return Verdict(wrong);
        var rules = new RecordRules(record.Checkpoint.Origin, record.Keys.First, size => record.Roots[(int)size]);
        foreach (var entry in read.Entries)
        {
            if (rules.Check(entry) is { } broken)
                return Verdict(broken);
            rules.Apply(entry);
        }
        var view = SeenChecks.Compare(record, seen);
        if (view.Forks.Count > 0)
            return Verdict(new("fork")) with { Forks = view.Forks };
        var disclosures = DisclosureChecks.Check(record.Files, read.Parsed);
        var finding = disclosures.Finding ?? WithheldChecks.Entries(read, rules.State) ?? WithheldChecks.Attachments(record.Files, read.Parsed);
        return Verdict(finding ?? view.Undecided) with
        {
            Night = rules.State.ClosedAt + 1,
            WithheldEntries = read.Parsed.Count(e => e is null),
            WithheldDisclosures = read.Parsed.Sum(e => e?.Digests.Count ?? 0) - disclosures.Shown,
            FilesNotIncluded = WithheldChecks.FilesNotIncluded(record.Files, read.Parsed),
        };
    }

    private static Verdict Verdict(Finding? finding) => new(
        finding is null ? Outcome.Valid : Undecided.Contains(finding.Rule) ? Outcome.CannotDecide : Outcome.Invalid, finding);
}
