using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Notes;

/// <summary>The public key that people hold: <c>name+5a7a78cc+base64</c>, the verifier key of C2SP signed-note for ECDSA P-256 (type 0x02).</summary>
/// <remarks>The key's id is the first 4 bytes of the SHA-256 of the SubjectPublicKeyInfo in DER (RFC 5480); its name is the record's origin.</remarks>
public sealed partial class VerifierKey
{
    /// <summary>The type byte of ECDSA in C2SP signed-note.</summary>
    public const byte Ecdsa = 0x02;

    // Everything of a P-256 key before its coordinates: one algorithm, one curve, one uncompressed point.
    private static readonly byte[] Prefix = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private VerifierKey(string name, byte[] publicKey)
    {
        Name = name;
        PublicKey = publicKey;
        Id = SHA256.HashData(publicKey)[..4];
    }

    /// <summary>The key's name, which is the origin of the record that it signs.</summary>
    public string Name { get; }

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Four bytes that tell a reader which key a signature line means.</summary>
    public byte[] Id { get; }

    /// <summary>The public half of a key pair.</summary>
    /// <exception cref="ArgumentException">The key is not on P-256, or the name is not fit for a record.</exception>
    public static VerifierKey Of(string name, ECDsa key) =>
        Parse($"{name}+{Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 4))}"
            + $"+{Convert.ToBase64String([Ecdsa, .. key.ExportSubjectPublicKeyInfo()])}")
        ?? throw new ArgumentException($"A record is signed with a P-256 key under a name like host/record/id; \"{name}\" or the key is not that.");

    /// <summary>Reads a verifier key; null when it is malformed, of another type, or its id is not that of its key.</summary>
    public static VerifierKey? Parse(string text)
    {
        var parts = Form().Match(text);
        if (!parts.Success || StrictText.FromBase64(parts.Groups[3].Value) is not [Ecdsa, .. var publicKey])
            return null;
        if (publicKey.Length != Prefix.Length + 64 || !publicKey.AsSpan().StartsWith(Prefix))
            return null;
        var key = new VerifierKey(parts.Groups[1].Value, publicKey);
        return Convert.ToHexStringLower(key.Id) == parts.Groups[2].Value ? key : null;
    }

    /// <summary>Whether the DER signature (RFC 3279, section 2.2.3) is this key's over the SHA-256 of the text.</summary>
    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The text that is printed and published.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ecdsa, .. PublicKey])}");

    // ASCII, no space, no '+' (C2SP signed-note, "Verifier keys"): what names a record can stand in a URL and on paper.
    [GeneratedRegex(@"^([\x21-\x2A\x2C-\x7E]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)\z")]
    private static partial Regex Form();
}
