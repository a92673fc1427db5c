using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Passes;

namespace Assemblies.Turnout.Roster;

/// <summary>What a door may hold of a pass without being able to make one: see <see cref="RosterPass"/>.</summary>
internal static class RosterSeal
{
    private const int TokenBytes = 8;
    private const int CodeBytes = 3;
    private const int TagBytes = 16;

    public static string Hash(string token) => Base64Url.EncodeToString(PassKey.TokenHash(token).AsSpan(0, TokenBytes));

    public static string Code(byte[] key, string shortCode) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(shortCode)).AsSpan(0, CodeBytes));

    public static string Name(string token, string name)
    {
        var plain = Encoding.UTF8.GetBytes(name);
        var sealedName = new byte[plain.Length + TagBytes];
        using var aes = new AesGcm(SHA256.HashData(Encoding.ASCII.GetBytes("assembly pass name:" + token)), TagBytes);
        aes.Encrypt(new byte[12], plain, sealedName.AsSpan(0, plain.Length), sealedName.AsSpan(plain.Length));
        return Base64Url.EncodeToString(sealedName);
    }
}
