using Assemblies.PublicRecord.Text;
using Assemblies.Record.Log;

namespace Assemblies.Record.Redactions;

/// <summary>What an entry says, for whoever has to decide about it.</summary>
internal static class RecordEntryText
{
    private const int ShortLength = 160;

    /// <summary>The body's members with their values.</summary>
    public static IReadOnlyList<(string Name, string Value)> Members(RecordEntry entry) =>
        entry.Bytes is { } bytes && StrictJson.TryRead(bytes, out var value) && value is JsonMap map && map.GetValueOrDefault("body") is JsonMap body
            ? [.. body.Select(m => (m.Key, m.Value as string ?? System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(m.Value))))]
            : [];

    /// <summary>The same in one line.</summary>
    public static string Short(RecordEntry entry)
    {
        var text = string.Join(" · ", Members(entry).Select(m => m.Value));
        return text.Length <= ShortLength ? text : text[..ShortLength] + "…";
    }
}
