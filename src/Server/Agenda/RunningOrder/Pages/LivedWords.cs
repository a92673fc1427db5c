using Assemblies.Agenda.Evening;

namespace Assemblies.Agenda.RunningOrder.Pages;

/// <summary>What became of an item, in short words for the organiser.</summary>
internal static class LivedWords
{
    /// <summary>For a row: <c>now, for 3:20</c>, <c>skipped</c>, <c>done in 5:12</c>; null for what is to come or planned.</summary>
    public static string? Status(AgendaItemRow item) => item.Lived switch
    {
        { Status: ItemStatus.Now } lived => $"now, for {PlannedLength.AsClock(lived.SpentSeconds)}",
        { Status: ItemStatus.Done } lived => $"done in {PlannedLength.AsClock(lived.SpentSeconds)}",
        { Status: ItemStatus.Skipped } => "skipped",
        _ => null,
    };

    /// <summary>What differs from the plan with which the evening began: <c>planned 5:00</c>, <c>not planned</c>; null where nothing does.</summary>
    public static string? Difference(AgendaItemRow item) => item.Lived switch
    {
        { IsInserted: true } => "not planned",
        { } lived when lived.FirstSeconds != item.PlannedSeconds => $"planned {PlannedLength.AsClock(lived.FirstSeconds)}",
        _ => null,
    };

    /// <summary>What a sentence says after an item's times.</summary>
    public static string AfterTimes(AgendaItemRow item) => item.Lived?.Status switch
    {
        null => " as planned",
        ItemStatus.Planned => " as it looks now",
        ItemStatus.Now => ": it is now",
        ItemStatus.Done => ": it is over",
        _ => ": it is skipped",
    };
}
