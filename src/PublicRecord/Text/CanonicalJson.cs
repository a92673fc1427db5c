using System.Buffers;
using System.Globalization;
using System.Text;

namespace Assemblies.PublicRecord.Text;

/// <summary>Writes the canonical form of RFC 8785, restricted to what a record may hold.</summary>
/// <remarks>
/// Names [a-z0-9_]{1,32}; strings in NFC, without U+0000 and lone surrogates; integers up to 2^53 - 1 either side; no fraction, no exponent;
/// at most 8 deep. So every value has one text, and no reader has to agree with ours about floating point.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Objects and arrays inside one another, the outermost counted.</summary>
    public const int Deepest = 8;

    /// <summary>Bytes of an entry.</summary>
    public const int LongestEntry = 65_535;

    /// <summary>2^53 - 1: what every reader of JSON holds exactly (RFC 8785, section 3.2.2.3).</summary>
    public const long LargestNumber = 9_007_199_254_740_991;

    /// <summary>The bytes of a value.</summary>
    /// <exception cref="ArgumentException">The value breaks a restriction; the message names it.</exception>
    public static byte[] Write(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case bool flag: text.Append(flag ? "true" : "false"); break;
            case long number when Math.Abs(number) <= LargestNumber: text.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case string words: WriteText(text, words); break;
            case List<object?> or JsonMap when depth == Deepest: throw new ArgumentException($"A record's JSON is at most {Deepest} deep.");
            case List<object?> items: WriteItems(text, items, depth + 1); break;
            case JsonMap map: WriteMembers(text, map, depth + 1); break;
            default: throw new ArgumentException($"A record holds no {value.GetType().Name} like {value}.");
        }
    }

    private static void WriteItems(StringBuilder text, List<object?> items, int depth)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Write(text, items[i], depth);
        }
        text.Append(']');
    }

    private static void WriteMembers(StringBuilder text, JsonMap map, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in map)
        {
            if (!IsName(name))
                throw new ArgumentException($"\"{name}\" is no name of a member.");
            text.Append(first ? "\"" : ",\"").Append(name).Append("\":");
            first = false;
            Write(text, value, depth);
        }
        text.Append('}');
    }

    /// <summary>Whether a name is [a-z0-9_]{1,32}: plain enough to need no escape and no collation.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 32 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>Whether a string may stand in a record.</summary>
    internal static bool IsText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return false;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != OperationStatus.Done)
                return false;
            rest = rest[used..];
        }
        return text.IsNormalized(NormalizationForm.FormC);
    }

    // RFC 8785, section 3.2.2.2: the short escapes where JSON has them, \u00xx for the other control characters, nothing else escaped.
    private static void WriteText(StringBuilder text, string words)
    {
        if (!IsText(words))
            throw new ArgumentException("A record's text is in Unicode's NFC and holds no U+0000 and no half of a surrogate pair.");
        text.Append('"');
        foreach (var letter in words)
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(letter),
            };
        text.Append('"');
    }
}
