using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Assemblies.Tests.Harness;

/// <summary>A certificate authority of a test's own, which a program trusts only where the test gives it to.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private readonly X509Certificate2 root = Root();

    /// <summary>A certificate for a name, with its key.</summary>
    public X509Certificate2 For(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(root, root.NotBefore, root.NotAfter, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>Writes what a program has to trust to believe these certificates.</summary>
    public Task WriteAsync(string file) => File.WriteAllTextAsync(file, root.ExportCertificatePem());

    public void Dispose() => root.Dispose();

    private static X509Certificate2 Root()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow - Lasts, DateTimeOffset.UtcNow + Lasts);
    }
}
