using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Assemblies.Wire.Spreadsheets;

/// <summary>A row with the line it begins on.</summary>
internal sealed record ImportRow(int Line, string[] Cells);

/// <summary>Cuts a text into rows (RFC 4180), with commas, semicolons or tabs, whichever the header uses.</summary>
internal static class ImportTable
{
    private const int LongestRow = 64 * 1024;
    private const int MostRows = 20_000;

    public static (string[] Headers, List<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems) Read(string text)
    {
        var problems = new List<ImportProblem>();
        var rows = new List<ImportRow>();
        var badQuote = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator(text),
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => badQuote = true,
        });
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
        {
            var cells = parser.Record!;
            if (parser.RawRecord.Length > LongestRow)
            {
                problems.Add(new(line, "", "This row is longer than 64 KB. Is a quotation mark missing at the end of a cell?"));
                break;
            }
            if (badQuote)
                problems.Add(new(line, "", "A quotation mark stands inside a cell: put the whole cell in quotation marks and double the inner ones."));
            badQuote = false;
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (rows.Count > MostRows)
            {
                problems.Add(new(line, "", $"The file has more than {MostRows:N0} rows: split it."));
                break;
            }
            rows.Add(new ImportRow(line, cells));
        }
        if (rows.Count < 2 && problems.Count == 0)
            problems.Add(new(0, "", "The file has no rows under its headers."));
        return rows.Count == 0 ? ([], [], problems) : (rows[0].Cells, rows[1..], problems);
    }

    private static string Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var (best, most) = (',', 0);
        foreach (var candidate in ",;\t")
            if (header.Count(candidate) is var count && count > most)
                (best, most) = (candidate, count);
        return best.ToString();
    }
}
