using System.Net;
using Assemblies.PublicRecord.Publication;

namespace Assemblies.Verify;

/// <summary>Gets the published files from a zip file, a folder, or over HTTP.</summary>
internal static class RecordSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const long LargestAnswer = 256L << 20;

    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is no bundle.</exception>
    /// <exception cref="HttpRequestException">The server does not answer, or not with the record.</exception>
    public static async Task<PublishedFiles> ReadAsync(string source, CancellationToken cancellation)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return await FetchAsync(address, cancellation);
        if (Directory.Exists(source))
            return ReadFolder(source);
        await using var zip = File.OpenRead(source);
        return PublishedFiles.ReadZip(zip);
    }

    private static PublishedFiles ReadFolder(string folder)
    {
        var attachments = Path.Combine(folder, PublishedFiles.AttachmentFolder);
        var names = PublishedFiles.Names.Concat(
            Directory.Exists(attachments) ? Directory.GetFiles(attachments).Select(f => PublishedFiles.AttachmentFolder + Path.GetFileName(f)) : []);
        return new(names.Where(n => File.Exists(Path.Combine(folder, n))).ToDictionary(n => n, n => File.ReadAllBytes(Path.Combine(folder, n))));
    }

    private static async Task<PublishedFiles> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
        if (address.AbsolutePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return PublishedFiles.ReadZip(new MemoryStream(await client.GetByteArrayAsync(address, cancellation)));
        var folder = new UriBuilder(address) { Fragment = "", Query = "", Path = address.AbsolutePath.TrimEnd('/') + "/" }.Uri;
        var files = new Dictionary<string, byte[]>();
        foreach (var name in PublishedFiles.Names.Where(n => n != PublishedFiles.VerifyPage))
        {
            using var answer = await client.GetAsync(new Uri(folder, name), cancellation);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                continue;
            answer.EnsureSuccessStatusCode();
            files[name] = await answer.Content.ReadAsByteArrayAsync(cancellation);
        }
        return new(files);
    }
}
