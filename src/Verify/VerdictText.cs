using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Verify;

/// <summary>A verdict for people and for programs.</summary>
internal static class VerdictText
{
    internal static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Word(Outcome outcome) => outcome switch { Outcome.Valid => "valid", Outcome.Invalid => "invalid", _ => "cannot_decide" };

    public static string Json(Verdict verdict) => JsonSerializer.Serialize(
        new
        {
            verdict = Word(verdict.Outcome),
            headline = verdict.Headline,
            rule = verdict.Finding?.Rule,
            entry = verdict.Finding?.Entry,
            detail = verdict.Finding?.Detail,
            message = verdict.Finding?.Message,
            origin = verdict.Checkpoint?.Origin,
            size = verdict.Checkpoint?.Size,
            root = verdict.Checkpoint is { } checkpoint ? Convert.ToBase64String(checkpoint.Root) : null,
            seal = verdict.Checkpoint is { } sealedCheckpoint ? ReadAloudSeal.Of(sealedCheckpoint) : null,
            night = verdict.Night,
            withheld_entries = verdict.WithheldEntries,
            withheld_disclosures = verdict.WithheldDisclosures,
            files_not_included = verdict.FilesNotIncluded,
            forks = verdict.Forks.Select(f => new { seen = f.Seen, ours = f.Ours, proven = f.Proven }),
        },
        Indented) + "\n";

    public static string Plain(Verdict verdict)
    {
        var text = new StringBuilder(verdict.Headline.ToUpperInvariant()).Append('\n');
        if (verdict.Finding is { } finding)
            text.Append(finding.Message).Append(CultureInfo.InvariantCulture, $" [{finding.Rule}]\n");
        foreach (var fork in verdict.Forks)
            text.Append(CultureInfo.InvariantCulture, $"\nSeen{(fork.Proven ? ", signed by this record's key: the fork is proven" : ", not signed: this is a claim")}:\n{fork.Seen}\nThis record:\n{fork.Ours}\n");
        if (verdict.Checkpoint is { } checkpoint)
            text.Append(CultureInfo.InvariantCulture, $"\nRecord   {checkpoint.Origin}\nEntries  {checkpoint.Size}\nRoot     {Convert.ToBase64String(checkpoint.Root)}\nSeal     {ReadAloudSeal.Of(checkpoint)}\n");
        if (verdict.Outcome == Outcome.Valid)
            AppendFindings(text, verdict);
        return text.ToString();
    }

    private static void AppendFindings(StringBuilder text, Verdict verdict)
    {
        text.Append(verdict.Night is { } night
            ? string.Create(CultureInfo.InvariantCulture, $"Room     entries 0 to {night - 1}; later ones are follow-up\n")
            : "Room     the session is not closed: whether every ask was answered is not decided\n");
        if (verdict.Withheld > 0)
            text.Append(CultureInfo.InvariantCulture, $"Withheld {verdict.WithheldEntries} entries, {verdict.WithheldDisclosures} personal members\n");
        if (verdict.FilesNotIncluded > 0)
            text.Append(CultureInfo.InvariantCulture, $"Files    {verdict.FilesNotIncluded} named and not included; compare them with sha256sum\n");
        text.Append("\nThis does not prove that the words were spoken, that nothing was written later than it says, or that copies of what was erased are gone.\n");
    }
}
