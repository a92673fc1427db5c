using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Assemblies.Turnout.Numbers;

/// <summary>The table of turnout for a spreadsheet.</summary>
internal static class TurnoutCsv
{
    // A name that begins like a formula would be run by the program that opens the file: a quote before it keeps it a text.
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
    };

    /// <summary>UTF-8 with a byte order mark, which spreadsheet programs need to read names right.</summary>
    public static byte[] Write(TurnoutReport report)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(true)))
        using (var csv = new CsvWriter(text, Form))
        {
            foreach (var title in new[] { "Institution", "Chapter", "Pledged", "Registered", "Confirmed", "Forecast", "Arrived", "Present now", "Under 18", "Forecast rests on" })
                csv.WriteField(title);
            csv.NextRecord();
            foreach (var row in report.Institutions)
                Line(csv, row.Institution, row.Chapter, row.Numbers, row.ForecastBasis);
            Line(csv, "Together", null, report.Totals, report.ForecastAgainstRoom);
        }
        return bytes.ToArray();
    }

    private static void Line(CsvWriter csv, string name, string? chapter, TurnoutNumbers n, string basis)
    {
        csv.WriteField(name);
        csv.WriteField(chapter);
        csv.WriteField(n.Pledged);
        csv.WriteField(n.Registered);
        csv.WriteField(n.Confirmed);
        csv.WriteField(n.Forecast);
        csv.WriteField(n.Arrived);
        csv.WriteField(n.PresentNow);
        csv.WriteField(n.Under18s);
        csv.WriteField(basis);
        csv.NextRecord();
    }
}
