using System.Security.Cryptography;

namespace Assemblies.PublicRecord.Notes;

/// <summary>The private key in a PEM file (RFC 7468): encrypted PKCS#8 for events, plain PKCS#8 for rehearsals only.</summary>
public static class KeyFile
{
    /// <summary>PBKDF2 rounds with HMAC-SHA-256: what a stolen laptop costs a guesser for each guess.</summary>
    public const int Rounds = 600_000;

    /// <summary>A new key on P-256.</summary>
    public static ECDsa New() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The file of an event's key.</summary>
    /// <exception cref="ArgumentException">The passphrase is empty.</exception>
    public static string Write(ECDsa key, string passphrase)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(passphrase);
        return key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Rounds)) + "\n";
    }

    /// <summary>The file of a rehearsal's key: whoever reads it can sign.</summary>
    public static string WriteForRehearsal(ECDsa key) => key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Whether the file holds an unencrypted key, which is for rehearsals only: the caller says so wherever it shows the record.</summary>
    public static bool IsForRehearsal(string pem) => PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == "PRIVATE KEY";

    /// <summary>Opens an event's key.</summary>
    /// <exception cref="CryptographicException">The passphrase is wrong, or the file is not an encrypted P-256 key.</exception>
    public static ECDsa Open(string pem, string passphrase) => Import(key => key.ImportFromEncryptedPem(pem, passphrase));

    /// <summary>Opens a rehearsal's key.</summary>
    /// <exception cref="CryptographicException">The file is not an unencrypted P-256 key.</exception>
    public static ECDsa OpenForRehearsal(string pem) =>
        IsForRehearsal(pem) ? Import(key => key.ImportFromPem(pem)) : throw new CryptographicException("This is not an unencrypted rehearsal key.");

    private static ECDsa Import(Action<ECDsa> import)
    {
        var key = ECDsa.Create();
        try
        {
            import(key);
            return key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? key
                : throw new CryptographicException("The record's key has to be on the curve P-256.");
        }
        catch (Exception error)
        {
            key.Dispose();
            if (error is ArgumentException)
                throw new CryptographicException("The file holds no key of the expected kind.", error);
            throw;
        }
    }
}
