using System.Security.Cryptography;
using System.Text;

namespace Assemblies.PublicRecord.Notes;

/// <summary>A checkpoint short enough to be read aloud or written on paper: 130 bits of the SHA-256 of its text, in base32 (RFC 4648, section 6).</summary>
public static class ReadAloudSeal
{
    /// <summary>26 letters of 5 bits.</summary>
    public const int Letters = 26;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The seal: <c>IPFWK 2FX6Q ZZ7DW UYIF2 G3WUYE</c>.</summary>
    public static string Of(Checkpoint checkpoint)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(checkpoint.ToString()));
        var seal = new StringBuilder();
        for (var i = 0; i < Letters; i++)
        {
            if (i is 5 or 10 or 15 or 20)
                seal.Append(' ');
            var (start, shift) = (i * 5 / 8, i * 5 % 8);
            seal.Append(Alphabet[(((hash[start] << 8) | hash[start + 1]) >> (11 - shift)) & 31]);
        }
        return seal.ToString();
    }

    /// <summary>What was typed from hearing, as 26 letters; null when it is no seal. There is no 0, 1 or 8 in base32: O, I and B were meant.</summary>
    public static string? Tidy(string typed)
    {
        var letters = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]).Replace('0', 'O').Replace('1', 'I').Replace('8', 'B');
        return letters.Length == Letters && letters.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? letters : null;
    }
}
