using Assemblies.Agenda;

namespace Assemblies.Record.Publication;

/// <summary>How to cite the record: what was said, where and when, and the entry in which it can be checked.</summary>
public static class Citation
{
    /// <summary>The record as a whole.</summary>
    public static string Of(PublishedRecord record) =>
        $"{Meeting(record)} Public record {record.Origin}, {record.Checkpoint.Size} entries. {record.At.Whole(record.At.Home)}";

    /// <summary>An ask.</summary>
    public static string Of(PublishedRecord record, PublicAsk ask) =>
        $"“{ask.Text}” {ask.Title}. {Meeting(record)} {Entry(record, record.Wordings[ask.Id].LastOrDefault()?.Place)} {record.At.Whole(record.At.Ask(ask.Id))}";

    /// <summary>An answer.</summary>
    public static string Of(PublishedRecord record, PublicAsk ask, PublicCell cell) =>
        $"{cell.PowerHolder}, {cell.Office}: {(cell.Answer is { } answer ? AnswerWording.Line(answer) : "no answer announced")}. Answer to ask {ask.Number}, “{ask.Text}” "
        + $"{Meeting(record)} {Entry(record, record.PlaceOf(ask, cell))} {record.At.Whole(record.At.Answer(ask.Id, cell.PowerHolderId))}";

    private static string Meeting(PublishedRecord record) =>
        $"{record.Assembly.Title}, {record.Assembly.Venue}, {WallClock.Day(record.Assembly.Start.Date)}.";

    private static string Entry(PublishedRecord record, LogPlace? place) =>
        place is null ? $"Public record {record.Origin}." : $"Public record {record.Origin}, entry {place.Seq}.";
}
