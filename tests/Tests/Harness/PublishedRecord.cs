using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Tests.Harness;

/// <summary>A published record as anybody has it who saved its bundle.</summary>
public static class PublishedRecord
{
    /// <summary>The files in the bundle of the record at this path.</summary>
    public static async Task<PublishedFiles> BundleAsync(this TestServer server, string path)
    {
        using var visitor = server.Visitor();
        using var bundle = new MemoryStream(await visitor.GetByteArrayAsync($"{path}/bundle.zip"));
        return PublishedFiles.ReadZip(bundle);
    }

    /// <summary>What a verifier says of it, given its key and checkpoints that were seen before.</summary>
    public static async Task<Verdict> VerifyAsync(this TestServer server, string path, string key, params string[] seen) =>
        RecordVerifier.Verify(await server.BundleAsync(path), key, seen);
}
