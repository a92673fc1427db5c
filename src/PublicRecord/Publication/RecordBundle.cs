using System.Text;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Publication;

/// <summary>A record as it is stored, ready to be published.</summary>
/// <param name="Entries">In order; those without bytes are published as their hash.</param>
/// <param name="Checkpoints">The notes of all checkpoints, in order; the last is the record's.</param>
/// <param name="Key">The verifier key in force.</param>
/// <param name="Disclosures">Those that may be public now: consented to and not redacted.</param>
public sealed record RecordBundle(
    IReadOnlyList<StoredEntry> Entries, IReadOnlyList<string> Checkpoints, VerifierKey Key, IReadOnlyList<Disclosure> Disclosures)
{
    /// <summary>Renders every published file.</summary>
    /// <param name="verifyPage">verify.html, so that who keeps the bundle keeps the means to check it; null leaves it out.</param>
    /// <param name="attachments">Files that entries commit to, by their SHA-256 in lower-case hex; those that may be public.</param>
    public PublishedFiles Render(byte[]? verifyPage = null, IReadOnlyDictionary<string, byte[]>? attachments = null)
    {
        var files = new Dictionary<string, byte[]>
        {
            [PublishedFiles.Checkpoint] = Encoding.UTF8.GetBytes(Checkpoints[^1]),
            [PublishedFiles.Key] = Encoding.UTF8.GetBytes($"{Key}\n"),
            [PublishedFiles.Checkpoints] = Encoding.UTF8.GetBytes(string.Join('\n', Checkpoints)),
            [PublishedFiles.Entries] = RenderEntries(),
            [PublishedFiles.Disclosures] = CanonicalJson.Write(Disclosures.Select(d => d.Text).ToList<object?>()),
        };
        if (verifyPage is not null)
            files[PublishedFiles.VerifyPage] = verifyPage;
        foreach (var (sha256, bytes) in attachments ?? new Dictionary<string, byte[]>())
            files[PublishedFiles.AttachmentFolder + sha256] = bytes;
        return new(files);
    }

    private byte[] RenderEntries()
    {
        using var lines = new MemoryStream();
        foreach (var entry in Entries)
        {
            lines.Write(entry.Bytes ?? Encoding.ASCII.GetBytes(WithheldLine(entry.Hash)));
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    /// <summary>What stands for an entry that is withheld.</summary>
    internal static string WithheldLine(byte[] hash) => $$"""{"withheld":"{{Convert.ToHexStringLower(hash)}}"}""";
}
