using System.Text.Json;

namespace Assemblies.PublicRecord.Text;

/// <summary>Reads only what <see cref="CanonicalJson"/> writes (RFC 8785), byte for byte.</summary>
public static class StrictJson
{
    /// <summary>Reads a value. False when the bytes are not its canonical form.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="value">The value; null may be one.</param>
    /// <param name="longest">The most bytes to accept.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out object? value, int longest = CanonicalJson.LongestEntry)
    {
        value = null;
        if (bytes.Length > longest)
            return false;
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = CanonicalJson.Deepest });
            reader.Read();
            value = Read(ref reader);
            // Blanks, other escapes, other orders, a member named twice: each gives other bytes when it is written again.
            return !reader.Read() && bytes.SequenceEqual(CanonicalJson.Write(value));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.GetInt64(),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.StartArray => ReadItems(ref reader),
        JsonTokenType.StartObject => ReadMembers(ref reader),
        _ => throw new JsonException(),
    };

    private static List<object?> ReadItems(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader));
        return items;
    }

    private static JsonMap ReadMembers(ref Utf8JsonReader reader)
    {
        var map = new JsonMap();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            map.Add(name, Read(ref reader));
        }
        return map;
    }
}
