using System.Globalization;
using Assemblies.Agenda;
using Assemblies.Turnout.Numbers;

namespace Assemblies.Evaluation;

/// <summary>Parts and comparisons as people read them: always with the number that they are a part of.</summary>
public static class ReviewWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Number(int number) => number.ToString("N0", English);

    /// <summary>For example <c>86 of 100 (86 %)</c>; a dash where there is nothing to be a part of.</summary>
    public static string Part(int part, int? of) => of is > 0 and { } whole ? $"{Number(part)} of {Number(whole)} ({Percent(part, whole)})" : "–";

    /// <summary>For example <c>86 %</c>; a dash where there is nothing to be a part of.</summary>
    public static string Percent(int part, int? of) => of is > 0 and { } whole ? $"{Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero):0} %" : "–";

    /// <summary>How an institution stands to its own last assembly; with nobody else's (product.md, section 5).</summary>
    public static string AgainstOwnHistory(int pledged, int arrived, IReadOnlyList<PastTurnout> earlier, bool isFirstTime)
    {
        if (isFirstTime)
            return "Here for the first time.";
        if (earlier is not [var last, ..])
            return "No earlier assembly is on record.";
        var brought = arrived - last.Arrived;
        var change = brought switch
        {
            0 => "As many as",
            > 0 => $"{Number(brought)} more than",
            _ => $"{Number(-brought)} fewer than",
        };
        return $"{change} the {Number(last.Arrived)} of {WallClock.Day(last.Day)}{Kept(pledged, arrived, last)}.";
    }

    // A pledge of nothing is neither kept nor broken.
    private static string Kept(int pledged, int arrived, PastTurnout last) => pledged > 0 && last.Pledged > 0
        ? $"; {Percent(arrived, pledged)} of the pledge, then {Percent(last.Arrived, last.Pledged)}"
        : "";
}
