using System.Security.Cryptography;
using System.Text;

namespace Assemblies.PublicRecord.Disclosures;

/// <summary>Seals disclosures under a key for each person (AES-256-GCM, NIST SP 800-38D): deleting the key erases all that is said of them.</summary>
/// <remarks>Backups keep the sealed text; without the key it says nothing. The digest is authenticated, so texts cannot be swapped.</remarks>
public static class SubjectKey
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>A new key of 256 bits.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Nonce, ciphertext and tag of a disclosure.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> key, Disclosure disclosure)
    {
        var text = Encoding.ASCII.GetBytes(disclosure.Text);
        var sealedText = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = sealedText.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, text, sealedText.AsSpan(NonceBytes, text.Length), sealedText.AsSpan(NonceBytes + text.Length), Encoding.ASCII.GetBytes(disclosure.Digest));
        return sealedText;
    }

    /// <summary>The disclosure of a digest.</summary>
    /// <exception cref="CryptographicException">The key is another person's, the text was changed, or it belongs to another digest.</exception>
    public static Disclosure Open(ReadOnlySpan<byte> key, string digest, ReadOnlySpan<byte> sealedText)
    {
        if (sealedText.Length < NonceBytes + TagBytes)
            throw new CryptographicException("The sealed disclosure is cut short.");
        var text = new byte[sealedText.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedText[..NonceBytes], sealedText[NonceBytes..^TagBytes], sealedText[^TagBytes..], text, Encoding.ASCII.GetBytes(digest));
        var disclosure = Disclosure.Parse(Encoding.ASCII.GetString(text));
        return disclosure?.Digest == digest ? disclosure : throw new CryptographicException("What was sealed is not the disclosure of this digest.");
    }
}
