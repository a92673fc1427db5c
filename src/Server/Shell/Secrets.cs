using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assemblies.Shell;

/// <summary>Tokens: 256 random bits, of which only the SHA-256 is stored. And passwords made for somebody.</summary>
public static class Secrets
{
    /// <summary>A fresh token, for example <c>dev_…</c>; the prefix says what kind it is when one is found lying about.</summary>
    public static string NewToken(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A password to be read off a screen: without letters that look alike.</summary>
    public static string NewPassword(int length) => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", length);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
