using System.Security.Cryptography;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>What a writer wants to record.</summary>
/// <param name="Body">One of the records of EntryBodies.</param>
/// <param name="By">The role that writes: <c>scribe</c>, never a name.</param>
/// <param name="At">Now.</param>
public sealed record EntryDraft(EntryBody Body, string By, DateTimeOffset At)
{
    private const int NonceBytes = 16;

    /// <summary>Personal members, of which only the digests enter the record; keep their texts sealed, see <see cref="SubjectKey"/>.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; init; } = [];

    /// <summary>Files that the entry commits to.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Random, so that nobody can find a withheld entry by guessing what it says.</summary>
    internal byte[] Nonce { get; init; } = RandomNumberGenerator.GetBytes(NonceBytes);

    /// <summary>The exact bytes of the entry at its place.</summary>
    internal byte[] Write(string origin, long seq, string at) => CanonicalJson.Write(new JsonMap
    {
        ["v"] = 1L,
        ["log"] = origin,
        ["seq"] = seq,
        ["at"] = at,
        ["type"] = Body.Type,
        ["by"] = By,
        ["n"] = StrictText.ToBase64Url(Nonce),
        ["body"] = Body.ToJson(),
        ["sd"] = Disclosures.Select(d => d.Digest).Order(StringComparer.Ordinal).ToList<object?>(),
        ["att"] = Attachments.Select(a => new JsonMap { ["media"] = a.Media, ["sha256"] = a.Sha256, ["size"] = a.Size }).ToList<object?>(),
    });
}
