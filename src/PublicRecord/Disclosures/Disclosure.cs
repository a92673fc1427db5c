using System.Security.Cryptography;
using System.Text;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Disclosures;

/// <summary>A personal member kept outside the record; the entry holds only its digest (RFC 9901, section 4.2).</summary>
/// <remarks>Erasing the text leaves a digest that, because of the salt, nobody can guess the value from.</remarks>
/// <param name="Text">base64url of the UTF-8 of <c>["salt","name",value]</c>.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Value">Its value, as <see cref="JsonMap"/> has them.</param>
public sealed record Disclosure(string Text, string Name, object? Value)
{
    private const int SaltBytes = 16;

    /// <summary>A disclosure with a new salt of 128 bits (RFC 9901, section 9.3).</summary>
    public static Disclosure Make(string name, object? value) => Make(name, value, RandomNumberGenerator.GetBytes(SaltBytes));

    internal static Disclosure Make(string name, object? value, byte[] salt)
    {
        if (!CanonicalJson.IsName(name))
            throw new ArgumentException($"\"{name}\" is no name of a member.", nameof(name));
        var json = CanonicalJson.Write(new List<object?> { StrictText.ToBase64Url(salt), name, value });
        return new(StrictText.ToBase64Url(json), name, value);
    }

    /// <summary>The digest that stands in the entry: base64url(SHA-256(ASCII of the text)) (RFC 9901, section 4.2.3).</summary>
    public string Digest => DigestOf(Text);

    /// <summary>The digest of any disclosure's text.</summary>
    public static string DigestOf(string text) => StrictText.ToBase64Url(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    /// <summary>Reads a disclosure of a record; null when it is not the canonical form of a salt of 16 bytes, a name and a value.</summary>
    public static Disclosure? Parse(string text) =>
        StrictText.FromBase64Url(text) is { } json && StrictJson.TryRead(json, out var value)
        && value is List<object?> and [string salt, string name, var member]
        && StrictText.FromBase64Url(salt)?.Length == SaltBytes && CanonicalJson.IsName(name)
            ? new(text, name, member)
            : null;
}
