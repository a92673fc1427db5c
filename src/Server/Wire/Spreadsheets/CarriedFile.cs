using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Assemblies.Wire.Spreadsheets;

/// <summary>Lets a file travel in the page that asks about it, so that no list of names lies on the server while somebody thinks.</summary>
/// <remarks>It is packed, encrypted and signed: what comes back is what was sent, for the same assembly, within an hour.</remarks>
public sealed class CarriedFile(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public string Pack(Guid assemblyId, byte[] file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(file);
        return Convert.ToBase64String(Protector(assemblyId).Protect(packed.ToArray(), Life));
    }

    /// <summary>The file; null when it is too old or was tampered with.</summary>
    public byte[]? Unpack(Guid assemblyId, string carried)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(Protector(assemblyId).Unprotect(Convert.FromBase64String(carried))), CompressionMode.Decompress);
            using var file = new MemoryStream();
            gzip.CopyTo(file);
            return file.ToArray();
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(Guid assemblyId) =>
        protection.CreateProtector("import", assemblyId.ToString()).ToTimeLimitedDataProtector();
}
