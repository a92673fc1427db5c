using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Evaluation;

/// <summary>The evaluation for a spreadsheet: one line for each institution, with its last assembly beside this one.</summary>
internal static class EvaluationCsv
{
    private static readonly IReadOnlyList<object?> Headers =
    [
        "Institution", "Chapter", "Size", "Pledged", "Goal", "Forecast", "Registered", "Registered who came", "Arrived", "Under 18", "Walk-ups", "After the start",
        "Last assembly", "Pledged then", "Arrived then", "Beside its own history",
    ];

    public static byte[] Write(AssemblyReview review) => SpreadsheetFile.Write(
    [
        Headers,
        .. review.Institutions.Select(Line),
        Row("Together", null, null, review.Turnout, [null, null, null, null]),
    ]);

    private static IReadOnlyList<object?> Line(InstitutionReview i) => Row(
        i.Institution, i.Chapter, i.Size, i.Outcome, i.Earlier is [var last, ..]
            ? [last.Day.ToString("uuuu-MM-dd", null), last.Pledged, last.Arrived, i.Comparison]
            : [null, null, null, i.Comparison]);

    private static IReadOnlyList<object?> Row(string name, string? chapter, int? size, TurnoutOutcome o, object?[] history) =>
        [name, chapter, size, o.Pledged, o.Goal, o.Forecast, o.Registered, o.RegisteredCame, o.Arrived, o.Under18s, o.WalkUps, o.Late, .. history];
}
