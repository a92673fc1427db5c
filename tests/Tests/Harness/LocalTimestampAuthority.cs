using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Assemblies.Tests.Harness;

/// <summary>A time-stamp authority (RFC 3161) on this machine, with a certificate of its own.</summary>
public sealed class LocalTimestampAuthority : IAsyncDisposable
{
    private const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;
    private readonly string roots = Path.GetTempFileName();
    private int asked;

    private LocalTimestampAuthority(WebApplication app, X509Certificate2 certificate) => (this.app, this.certificate) = (app, certificate);

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The settings of a server that asks this authority and trusts it.</summary>
    public string[] Settings => ["--Record:TimestampAuthority", Address, "--Record:TimestampRoots", roots];

    /// <summary>How often it was asked.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>What it stamps instead of what it is asked; null to be honest.</summary>
    public byte[]? StampsInstead { get; set; }

    public static async Task<LocalTimestampAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var authority = new LocalTimestampAuthority(app, NewCertificate());
        app.MapPost("/", authority.AnswerAsync);
        await File.WriteAllTextAsync(authority.roots, authority.certificate.ExportCertificatePem());
        await app.StartAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
        File.Delete(roots);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref asked);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Assert.Equal("application/timestamp-query", http.Request.ContentType);
        Assert.True(Rfc3161TimestampRequest.TryDecode(body.ToArray(), out var request, out _));
        http.Response.ContentType = "application/timestamp-reply";
        await http.Response.Body.WriteAsync(Answer(request));
    }

    // TimeStampResp ::= SEQUENCE { PKIStatusInfo, the token's ContentInfo } (RFC 3161, section 2.4.2).
    private byte[] Answer(Rfc3161TimestampRequest request)
    {
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
                answer.WriteInteger(0);
            answer.WriteEncodedValue(Token(request));
        }
        return answer.Encode();
    }

    private byte[] Token(Rfc3161TimestampRequest request)
    {
        var hash = StampsInstead is { } other ? SHA256.HashData(other) : request.GetMessageHash().ToArray();
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.3.6.1.4.1.99999.1"), request.HashAlgorithmId, hash, new byte[] { 0x42 }, TestServer.Evening.ToDateTimeOffset(), nonce: request.GetNonce());
        var signed = new SignedCms(new ContentInfo(new Oid(TimestampInfo), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) 
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            // It is its own root, and a token without its certificate could not be checked.
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateId()));
        signed.ComputeSignature(signer);
        return signed.Encode();
    }

    // SigningCertificateV2 ::= SEQUENCE { SEQUENCE OF ESSCertIDv2 { certHash } } (RFC 5035, section 3); SHA-256 is the default and is left out.
    private byte[] CertificateId()
    {
        var id = new AsnWriter(AsnEncodingRules.DER);
        using (id.PushSequence())
        using (id.PushSequence())
        using (id.PushSequence())
            id.WriteOctetString(SHA256.HashData(certificate.RawData));
        return id.Encode();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest("CN=A time-stamp authority of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(150));
    }
}
