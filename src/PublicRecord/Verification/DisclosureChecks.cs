using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Verification;

/// <summary>Published disclosures belong to an entry that is there (RFC 9901, section 7.1), and none was redacted.</summary>
internal static class DisclosureChecks
{
    public static (Finding? Finding, int Shown) Check(PublishedFiles files, IReadOnlyList<Entry?> entries)
    {
        if (files.Find(PublishedFiles.Disclosures) is not { } file)
            return (null, 0);
        if (!StrictJson.TryRead(file, out var value, int.MaxValue) || value is not List<object?> list)
            return (new("disclosures_format"), 0);
        var owners = entries.OfType<Entry>().SelectMany(e => e.Digests.Select(d => (Digest: d, Entry: e))).ToDictionary(d => d.Digest, d => d.Entry);
        var redacted = entries.OfType<Entry>().Where(e => e.Type == "redaction.made").SelectMany(e => e.Body.Items("digests")).ToHashSet();
        var shown = new HashSet<string>();
        foreach (var item in list)
        {
            if (item is not string text || Disclosure.Parse(text) is not { } disclosure)
                return (new("disclosures_format"), 0);
            var owner = owners.GetValueOrDefault(disclosure.Digest);
            if (owner is null || redacted.Contains(disclosure.Digest) || owner.Body.ContainsKey(disclosure.Name) || !shown.Add(disclosure.Digest))
                return (new("disclosure", owner?.Seq, disclosure.Name), 0);
        }
        return (null, shown.Count);
    }
}
