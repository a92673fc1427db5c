using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Assemblies.Wire.Spreadsheets;

/// <summary>Tables for a spreadsheet program.</summary>
/// <remarks>
/// A text that begins like a formula would be run by the program that opens the file: a quote before it keeps it a text.
/// A text that begins with such a quote gets another, so that <see cref="Unguard"/> gives back exactly what was written.
/// </remarks>
internal static partial class SpreadsheetFile
{
    /// <summary>UTF-8 with a byte order mark, which spreadsheet programs need to read names right. Numbers stay numbers.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(true)))
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell is string words ? Guard(words) : Convert.ToString(cell, CultureInfo.InvariantCulture));
                csv.NextRecord();
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A cell without the quote that <see cref="Write"/> put before it.</summary>
    public static string Unguard(string cell) => Guarded().IsMatch(cell) ? cell[1..] : cell;

    private static string Guard(string cell) => Formula().IsMatch(cell) ? $"'{cell}" : cell;

    [GeneratedRegex(@"^'*[=+\-@\t\r]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^'+[=+\-@\t\r]")]
    private static partial Regex Guarded();
}
