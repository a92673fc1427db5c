using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;

namespace Assemblies.Passes;

/// <summary>Makes and recognises pass tokens and short codes (turnout.md, Pass token).</summary>
/// <remarks>
/// A token is the first 128 bits of HMAC-SHA256 under a key kept beside the database, so a lost sheet can be printed again although the
/// database holds only hashes, and whoever holds the database alone can make no pass. See docs/decisions/0005-derived-pass-tokens.md.
/// </remarks>
public sealed class PassKey(byte[] key)
{
    private const string FileName = "pass.key";
    private const int KeyLength = 32;

    /// <summary>The 26 characters of a token: upper-case base32 (RFC 4648, section 6) of 128 bits, so a QR stays in alphanumeric mode.</summary>
    public string Token(Guid passId, int generation) => Base32.Encode(Derive("token", passId, generation).AsSpan(0, 16));

    /// <summary>The eight characters of a short code, for typing: no I, L, O or U, so none can be mistaken for another.</summary>
    public string ShortCode(Guid passId, int generation) => Base32.EncodeForTyping(Derive("short code", passId, generation).AsSpan(0, 5));

    /// <summary>What recognises a token: SHA-256 of its characters.</summary>
    public static byte[] TokenHash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    /// <summary>What recognises a short code in one assembly. Keyed: 40 bits would be guessed from a plain hash.</summary>
    public byte[] ShortCodeHash(Guid assemblyId, string shortCode) =>
        Hmac([.. "recognise"u8, .. assemblyId.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(shortCode)]);

    /// <summary>128 bits for the doors of one assembly, to recognise short codes without a connection: see Turnout/Roster.</summary>
    public byte[] RosterKey(Guid assemblyId) => Hmac([.. "roster"u8, .. assemblyId.ToByteArray(bigEndian: true)])[..16];

    /// <summary>Reads the key of a data folder, or makes one at first start, readable by the server's account only.</summary>
    /// <exception cref="InvalidOperationException">The file holds no key: with a short one every token could be computed from ids.</exception>
    public static PassKey Load(DataFolder folder)
    {
        var path = Path.Combine(folder.Path, FileName);
        if (!File.Exists(path))
            Write(path, RandomNumberGenerator.GetBytes(KeyLength));
        var text = File.ReadAllText(path);
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(text, key, out var length) && length == KeyLength
            ? new PassKey(key)
            : throw new InvalidOperationException($"{path} holds no pass key. Put the file back from the backup of this data folder.");
    }

    // Whole or not at all: a server killed in the middle of its first start must not leave half a key.
    private static void Write(string path, byte[] key)
    {
        var fresh = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(fresh, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path);
    }

    private byte[] Derive(string purpose, Guid passId, int generation)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, generation);
        return Hmac([.. Encoding.ASCII.GetBytes(purpose), .. passId.ToByteArray(bigEndian: true), .. number]);
    }

    private byte[] Hmac(byte[] message) => HMACSHA256.HashData(key, message);
}
