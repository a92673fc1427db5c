using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Record.Publication;

/// <summary>A record as a table: one row for each ask and power-holder (docs/record-pages.md describes the columns).</summary>
public static class RecordTable
{
    /// <summary>The columns, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "ask", "area", "ask_text", "power_holder", "office", "answer", "quote", "language", "on_behalf_of", "condition", "whose_move", "by_when", "part", "offer",
        "more", "due", "times_asked", "invitation", "reason", "put_at", "revealed_at", "acknowledged", "corrected", "disputed", "withdrawn_reason", "entry", "page",
    ];

    internal static byte[] Write(PublishedRecord record) => SpreadsheetFile.Write([Columns, .. record.Cells.Select(c => Row(record, c.Ask, c.Cell))]);

    private static IReadOnlyList<object?> Row(PublishedRecord record, PublicAsk ask, PublicCell cell)
    {
        var answer = cell.Answer;
        return
        [
            ask.Number, ask.Area, ask.Text, cell.PowerHolder, cell.Office,
            answer is null ? null : WireFormat.Word(answer.Code), answer?.Verbatim, answer?.Language, answer?.OnBehalfOf, answer?.Condition, answer?.WhoseMove, Day(answer?.ByWhen),
            answer?.Part, answer?.Offer, answer?.More, Day(answer?.Due), answer?.TimesAsked, answer?.Invitation, answer?.Reason,
            Moment(cell.Revealed?.Round?.PutAt), Moment(cell.Revealed?.At), YesNo(cell.Acknowledged), YesNo(cell.IsCorrected), YesNo(cell.IsDisputed),
            ask.WithdrawnReason, record.PlaceOf(ask, cell)?.Seq, record.At.Whole(record.At.Answer(ask.Id, cell.PowerHolderId)),
        ];
    }

    private static string? Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static string? Moment(Instant? at) => at is { } instant ? WireFormat.Instants.Format(instant) : null;

    private static string YesNo(bool value) => value ? "yes" : "no";
}
