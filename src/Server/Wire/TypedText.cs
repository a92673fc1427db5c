using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assemblies.Wire;

/// <summary>Text as it comes in, in the one form in which it is kept. Everything that enters passes here once: JSON, forms, addresses, files.</summary>
/// <remarks>
/// Unicode NFC, so that a name typed on a Mac is the name typed on Windows, and the public record can hold it. Without control characters (no database
/// of ours keeps U+0000, and nobody types one on purpose), but with tabs and line breaks; without halves of surrogate pairs.
/// </remarks>
public static class TypedText
{
    // Below the first combining mark every text is in NFC already.
    private const char FirstThatComposes = '\u0300';

    /// <summary>The text as it is kept; the very same object where nothing is wrong with it.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => c < FirstThatComposes && (!char.IsControl(c) || IsLayout(c))))
            return text;
        var kept = new StringBuilder(text.Length);
        // Half a surrogate pair comes out of this as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
            kept.Append(Kept(rune));
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>What somebody typed into a field that may stay empty: without white space around, with line ends of one kind; null when nothing is left.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static string Kept(Rune rune) => rune.Value switch
    {
        '\v' or '\f' or 0x85 => " ",
        // No characters, and nothing that compares texts takes them.
        0xFFFE or 0xFFFF => "\uFFFD",
        _ when Rune.IsControl(rune) && !IsLayout((char)rune.Value) => "",
        _ => rune.ToString(),
    };

    private static bool IsLayout(char c) => c is '\t' or '\n' or '\r';

    /// <summary>Every text of a JSON message.</summary>
    internal sealed class Converter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Clean(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Clean(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
