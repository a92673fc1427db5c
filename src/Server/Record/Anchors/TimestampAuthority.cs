using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Assemblies.Record.Anchors;

/// <summary>A time-stamp authority (RFC 3161) that somebody else runs: it learns a hash, and says when it was asked.</summary>
/// <remarks>
/// The setting <c>Record:TimestampAuthority</c> has its address. Without it nothing is sent to anybody. <c>Record:TimestampRoots</c> is a PEM file
/// with the certificates that it goes back to; without it those that this machine trusts.
/// </remarks>
public sealed class TimestampAuthority : IDisposable
{
    private const int NonceBytes = 8;
    private const int LargestToken = 32_768;
    private static readonly Oid TimeStamping = new("1.3.6.1.5.5.7.3.8");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http = new() { Timeout = Patience, MaxResponseContentBufferSize = LargestToken };
    private readonly X509Certificate2Collection? roots;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">The address is none, or there are no certificates in the file.</exception>
    public TimestampAuthority(IConfiguration configuration)
    {
        var setting = configuration["Record:TimestampAuthority"];
        if (!string.IsNullOrWhiteSpace(setting))
            Address = Uri.TryCreate(setting, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw new InvalidOperationException($"Record:TimestampAuthority is \"{setting}\"; give the address of a time-stamp authority, for example https://tsa.example.org/.");
        if (configuration["Record:TimestampRoots"] is { Length: > 0 } file)
            roots = RootsIn(file);
    }

    /// <summary>Where it is; null when none is set.</summary>
    public Uri? Address { get; }

    /// <summary>Has a text stamped and checks what comes back: the token is of this text and this request, its signature holds, and its signer goes back to somebody whom we trust.</summary>
    /// <returns>The token, a CMS in DER.</returns>
    /// <exception cref="HttpRequestException">Nobody answers, or with an error.</exception>
    /// <exception cref="TaskCanceledException">It takes too long.</exception>
    /// <exception cref="CryptographicException">What came back is not a token of this text, or of an authority that nobody here trusts.</exception>
    public async Task<byte[]> StampAsync(byte[] text, CancellationToken cancellation)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(text, HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var response = await http.PostAsync(Address, content, cancellation);
        response.EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancellation), out _);
        if (!token.VerifySignatureForData(text, out var signer))
            throw new CryptographicException("The token's signature does not hold.");
        Trust(token, signer);
        return token.AsSignedCms().Encode();
    }

    /// <summary>When a token says that its text existed; null when it is no token of that text.</summary>
    public static DateTimeOffset? TimeOf(byte[] token, byte[] text) =>
        Rfc3161TimestampToken.TryDecode(token, out var decoded, out var read) && read == token.Length && Holds(decoded, text) ? decoded.TokenInfo.Timestamp : null;

    public void Dispose() => http.Dispose();

    // Anybody can make a certificate and stamp with it: such a token says a time, and is worth nothing to whoever doubts it.
    private void Trust(Rfc3161TimestampToken token, X509Certificate2 signer)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.VerificationTime = token.TokenInfo.Timestamp.UtcDateTime;
        policy.ApplicationPolicy.Add(TimeStamping);
        policy.ExtraStore.AddRange(token.AsSignedCms().Certificates);
        // Lists of revoked certificates, and missing ones, would be fetched from servers that nobody here has named.
        (policy.RevocationMode, policy.DisableCertificateDownloads) = (X509RevocationMode.NoCheck, true);
        if (roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }
        if (!chain.Build(signer))
            throw new CryptographicException($"Its certificate goes back to nobody whom {(roots is null ? "this machine trusts: put the authority's root certificate into a file and name it in Record:TimestampRoots." : "the file of Record:TimestampRoots names.")}");
    }

    private static X509Certificate2Collection RootsIn(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException($"Record:TimestampRoots is \"{file}\", which cannot be read: {error.Message}", error);
        }
        return found.Count > 0 ? found : throw new InvalidOperationException($"Record:TimestampRoots is \"{file}\", which has no certificate in PEM.");
    }

    private static bool Holds(Rfc3161TimestampToken token, byte[] text) => token.VerifySignatureForData(text, out _);

    // A positive INTEGER in DER: no leading zero, no sign.
    private static byte[] Nonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        nonce[0] = (byte)((nonce[0] & 0x7f) | 0x40);
        return nonce;
    }
}
