using System.Text;
using System.Text.RegularExpressions;
using Assemblies.PublicRecord.Publication;

namespace Assemblies.PublicRecord.Verification;

/// <summary>entries.jsonl: each line an entry's exact bytes, or <c>{"withheld":"hash"}</c>.</summary>
internal static partial class EntryLines
{
    /// <summary>The lines; null when the last one has no end.</summary>
    public static IReadOnlyList<StoredEntry>? Parse(byte[] file)
    {
        var lines = new List<StoredEntry>();
        for (var rest = file.AsMemory(); rest.Length > 0;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            if (end < 0)
                return null;
            lines.Add(ParseLine(rest[..end].ToArray()));
            rest = rest[(end + 1)..];
        }
        return lines;
    }

    private static StoredEntry ParseLine(byte[] line)
    {
        var withheld = Withheld().Match(line.Length == 79 ? Encoding.Latin1.GetString(line) : "");
        return withheld.Success ? new(Convert.FromHexString(withheld.Groups[1].Value), null) : StoredEntry.Of(line);
    }

    [GeneratedRegex("""^\{"withheld":"([0-9a-f]{64})"\}\z""")]
    private static partial Regex Withheld();
}
