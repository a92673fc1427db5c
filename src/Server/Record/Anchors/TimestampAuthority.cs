using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Assemblies.Record.Anchors;

/// <summary>A time-stamp authority (RFC 3161) that somebody else runs: it learns a hash, and says when it was asked.</summary>
/// <remarks>The setting <c>Record:TimestampAuthority</c> has its address. Without it nothing is sent to anybody.</remarks>
public sealed class TimestampAuthority : IDisposable
{
    private const int NonceBytes = 8;
    private const int LargestToken = 32_768;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http = new() { Timeout = Patience, MaxResponseContentBufferSize = LargestToken };

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is no address.</exception>
    public TimestampAuthority(IConfiguration configuration)
    {
        var setting = configuration["Record:TimestampAuthority"];
        if (!string.IsNullOrWhiteSpace(setting))
            Address = Uri.TryCreate(setting, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw new InvalidOperationException($"Record:TimestampAuthority is \"{setting}\"; give the address of a time-stamp authority, for example https://tsa.example.org/.");
    }

    /// <summary>Where it is; null when none is set.</summary>
    public Uri? Address { get; }

    /// <summary>Has a text stamped and checks what comes back: the token is of this text and this request, and its signature holds.</summary>
    /// <returns>The token, a CMS in DER.</returns>
    /// <exception cref="HttpRequestException">Nobody answers, or with an error.</exception>
    /// <exception cref="TaskCanceledException">It takes too long.</exception>
    /// <exception cref="CryptographicException">What came back is not a token of this text.</exception>
    public async Task<byte[]> StampAsync(byte[] text, CancellationToken cancellation)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(text, HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var response = await http.PostAsync(Address, content, cancellation);
        response.EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancellation), out _);
        return Holds(token, text) ? token.AsSignedCms().Encode() : throw new CryptographicException("The token's signature does not hold.");
    }

    /// <summary>When a token says that its text existed; null when it is no token of that text.</summary>
    public static DateTimeOffset? TimeOf(byte[] token, byte[] text) =>
        Rfc3161TimestampToken.TryDecode(token, out var decoded, out var read) && read == token.Length && Holds(decoded, text) ? decoded.TokenInfo.Timestamp : null;

    public void Dispose() => http.Dispose();

    private static bool Holds(Rfc3161TimestampToken token, byte[] text) => token.VerifySignatureForData(text, out _);

    // A positive INTEGER in DER: no leading zero, no sign.
    private static byte[] Nonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        nonce[0] = (byte)((nonce[0] & 0x7f) | 0x40);
        return nonce;
    }
}
