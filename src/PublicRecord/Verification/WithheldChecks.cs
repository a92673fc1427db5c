using System.Security.Cryptography;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;

namespace Assemblies.PublicRecord.Verification;

/// <summary>Nothing is withheld without a redaction that says so; files are what the entries say.</summary>
internal static class WithheldChecks
{
    public static Finding? Entries(RecordReader read, RecordState state)
    {
        for (var seq = 0; seq < read.Parsed.Count; seq++)
            if ((read.Parsed[seq] is null) != state.Redacted.Contains(seq))
                return new("withheld", seq);
        return null;
    }

    public static Finding? Attachments(PublishedFiles files, IReadOnlyList<Entry?> entries)
    {
        var named = Named(entries).ToLookup(n => n.File.Sha256);
        foreach (var (name, bytes) in files.All.Where(f => f.Key.StartsWith(PublishedFiles.AttachmentFolder, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var sha256 = name[PublishedFiles.AttachmentFolder.Length..];
            var owner = named[sha256].FirstOrDefault();
            if (owner.File is null || owner.File.Size != bytes.Length || Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
                return new("attachment", owner.Entry?.Seq, sha256);
        }
        return null;
    }

    /// <summary>Files that entries name and the bundle does not hold.</summary>
    public static int FilesNotIncluded(PublishedFiles files, IReadOnlyList<Entry?> entries) =>
        Named(entries).Select(n => n.File.Sha256).Distinct().Count(sha256 => files.Find(PublishedFiles.AttachmentFolder + sha256) is null);

    private static IEnumerable<(Entry Entry, Attachment File)> Named(IReadOnlyList<Entry?> entries) =>
        entries.OfType<Entry>().SelectMany(e => e.Attachments.Select(file => (e, file)));
}
