namespace Assemblies.Passes;

/// <summary>Base32 in two alphabets: RFC 4648 for machines, Crockford's for people.</summary>
internal static class Base32
{
    public const string Machine = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    public const string Typing = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Encode(ReadOnlySpan<byte> bytes) => Encode(bytes, Machine);

    public static string EncodeForTyping(ReadOnlySpan<byte> bytes) => Encode(bytes, Typing);

    private static string Encode(ReadOnlySpan<byte> bytes, string alphabet)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
                text[at++] = alphabet[(buffer >> (bits - 5)) & 31];
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            text[at] = alphabet[(buffer << (5 - bits)) & 31];
        return new string(text);
    }
}
