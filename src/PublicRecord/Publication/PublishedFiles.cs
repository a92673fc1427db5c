using System.IO.Compression;

namespace Assemblies.PublicRecord.Publication;

/// <summary>The published files by name; those that an entry commits to under <c>att/</c> and their SHA-256.</summary>
public sealed class PublishedFiles(IReadOnlyDictionary<string, byte[]> files)
{
    public const string Checkpoint = "checkpoint";
    public const string Key = "vkey";
    public const string Checkpoints = "checkpoints.txt";
    public const string Entries = "entries.jsonl";
    public const string Disclosures = "disclosures.json";
    public const string VerifyPage = "verify.html";

    /// <summary>Where the files lie that entries commit to.</summary>
    public const string AttachmentFolder = "att/";

    // A century of follow-up is some megabytes; more is somebody's joke.
    private const long LargestBundle = 256L << 20;

    // A time of its own would make two bundles of the same record differ.
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyDictionary<string, byte[]> All => files;

    /// <summary>The names that a record has besides attachments.</summary>
    public static IReadOnlyList<string> Names { get; } = [Checkpoint, Key, Checkpoints, Entries, Disclosures, VerifyPage];

    /// <summary>A file's bytes; null when it is not there.</summary>
    public byte[]? Find(string name) => files.GetValueOrDefault(name);

    /// <summary>Writes bundle.zip. The same files make the same bytes.</summary>
    public void WriteZip(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = ZipEpoch;
            using var content = entry.Open();
            content.Write(bytes);
        }
    }

    /// <summary>The bytes of bundle.zip.</summary>
    public byte[] Zip()
    {
        using var zip = new MemoryStream();
        WriteZip(zip);
        return zip.ToArray();
    }

    /// <summary>Reads a bundle, also one that was packed again within a folder.</summary>
    /// <exception cref="InvalidDataException">It is no zip file, holds a name twice, or is larger than a record can be.</exception>
    public static PublishedFiles ReadZip(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var files = new Dictionary<string, byte[]>();
        var left = LargestBundle;
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var bytes = Read(entry, left);
            left -= bytes.Length;
            if (!files.TryAdd(entry.FullName, bytes))
                throw new InvalidDataException($"The bundle holds {entry.FullName} twice.");
        }
        return new(Unfolded(files));
    }

    private static byte[] Read(ZipArchiveEntry entry, long left)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = content.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > left)
                throw new InvalidDataException("The bundle is larger than a record can be.");
            bytes.Write(buffer, 0, count);
        }
        return bytes.ToArray();
    }

    private static Dictionary<string, byte[]> Unfolded(Dictionary<string, byte[]> files)
    {
        var inside = files.Keys.Where(n => n.EndsWith("/" + Checkpoint, StringComparison.Ordinal)).ToList();
        if (files.ContainsKey(Checkpoint) || inside is not [var only])
            return files;
        var folder = only[..^Checkpoint.Length];
        return files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).ToDictionary(f => f.Key[folder.Length..], f => f.Value);
    }
}
