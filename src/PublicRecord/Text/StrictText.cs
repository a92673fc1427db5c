using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Assemblies.PublicRecord.Text;

/// <summary>Encodings with exactly one text for each value: what decodes but would be written otherwise is refused.</summary>
/// <remarks>RFC 4648, section 3.5: a lenient decoder would let a flipped pad bit through.</remarks>
public static class StrictText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Standard base64 with padding (RFC 4648, section 4); null when the text is not the one way to write the bytes.</summary>
    public static byte[]? FromBase64(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }

    /// <summary>base64url without padding (RFC 4648, section 5); null when the text is not the one way to write the bytes.</summary>
    public static byte[]? FromBase64Url(string text)
    {
        if (text.AsSpan().IndexOfAny("+/=") >= 0 || text.Length % 4 == 1)
            return null;
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        return FromBase64(padded);
    }

    /// <summary>base64url without padding.</summary>
    public static string ToBase64Url(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The text of UTF-8 bytes, a leading U+FEFF included; null when they are not UTF-8.</summary>
    public static string? FromUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A decimal number without sign, leading zero or more than 15 digits; null otherwise.</summary>
    public static long? FromDecimal(string text) =>
        text.Length is > 0 and <= 15 && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1)
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A calendar date as <c>2027-06-12</c>; null otherwise.</summary>
    public static DateOnly? FromDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Whether the text is an instant in UTC to the second, as RFC 3339 writes it with "T" and "Z": <c>2026-10-01T18:42:07Z</c>.</summary>
    public static bool IsInstant(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>An instant in UTC, cut to the second.</summary>
    public static string ToInstant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A calendar date.</summary>
    public static string ToDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
