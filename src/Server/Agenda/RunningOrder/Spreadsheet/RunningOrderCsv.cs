using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Agenda.RunningOrder.Spreadsheet;

/// <summary>The running order for a spreadsheet: one row an item, several entries of a cell one below the other.</summary>
internal static class RunningOrderCsv
{
    public static byte[] Write(PlannedEvening evening, Linkable linked) =>
        SpreadsheetFile.Write([RunningOrderColumns.Headers, .. evening.Items.Select(item => Line(item, linked))]);

    private static IReadOnlyList<object?> Line(AgendaItemRow item, Linkable linked) =>
    [
        KindWords.Of(item.Kind),
        item.Title,
        item.Owner,
        item.PlannedSeconds % 60 == 0 ? item.PlannedSeconds / 60 : PlannedLength.ForCell(item.PlannedSeconds),
        item.MustNotCut ? "yes" : null,
        string.Join(", ", item.AskIds.Select(id => linked.Ask(id)?.Number)),
        Lines(item.SpeakerIds.Select(id => linked.NameOf(linked.Speaker(id)!))),
        Lines(item.PowerHolderIds.Select(id => linked.NameOf(linked.PowerHolder(id)!))),
        Lines(item.Commitments.Select(key => linked.Commitment(key)?.Name ?? "")),
        Lines(item.RequiredWords),
        item.Notes.Chair,
        item.Notes.Timekeeper,
        item.Notes.StageManager,
        item.Notes.Scribe,
    ];

    private static string Lines(IEnumerable<string> entries) => string.Join('\n', entries);
}
