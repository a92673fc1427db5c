using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Turnout.Numbers;

/// <summary>The table of turnout for a spreadsheet.</summary>
internal static class TurnoutCsv
{
    private static readonly IReadOnlyList<object?> Headers =
        ["Institution", "Chapter", "Pledged", "Registered", "Confirmed", "Forecast", "Arrived", "Present now", "Under 18", "Forecast rests on"];

    public static byte[] Write(TurnoutReport report) => SpreadsheetFile.Write(
    [
        Headers,
        .. report.Institutions.Select(row => Line(row.Institution, row.Chapter, row.Numbers, row.ForecastBasis)),
        Line("Together", null, report.Totals, report.ForecastAgainstRoom),
    ]);

    private static IReadOnlyList<object?> Line(string name, string? chapter, TurnoutNumbers n, string basis) =>
        [name, chapter, n.Pledged, n.Registered, n.Confirmed, n.Forecast, n.Arrived, n.PresentNow, n.Under18s, basis];
}
