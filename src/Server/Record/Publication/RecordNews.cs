using Assemblies.Wire.Publishing;
using NodaTime;

namespace Assemblies.Record.Publication;

/// <summary>What is new in a record, as a feed: each item is an entry of the record, and its id is the address of that entry's proof under the record's own name.</summary>
public static class RecordNews
{
    internal static AtomFeed Feed(PublishedRecord record) => new(
        $"https://{record.Origin}",
        $"{record.Assembly.Title}: asks and answers",
        record.At.Whole(record.At.Feed),
        record.At.Whole(record.At.Home),
        record.Assembly.Title,
        record.Log.Entries[0].At,
        [.. Asks(record).Concat(record.Cells.SelectMany(c => Answers(record, c.Ask, c.Cell))).Concat(Close(record)).OrderByDescending(n => n.Seq).Select(n => n.Entry)]);

    private static IEnumerable<(long Seq, AtomEntry Entry)> Asks(PublishedRecord record)
    {
        foreach (var ask in record.Asks)
        {
            foreach (var wording in record.Wordings[ask.Id])
                yield return Entry(record, wording.Place, $"{ask.Title}: {(wording.Version == 1 ? "published" : $"published in other words, version {wording.Version}")}",
                    record.At.Ask(ask.Id), wording.Version == 1 ? "ask_published" : "ask_amended", wording.Text);
            if (ask.WithdrawnReason is { } reason && record.Log.Of(ask.Id).FirstOrDefault(p => p.Type == "ask.withdrawn") is { } withdrawn)
                yield return Entry(record, withdrawn, $"{ask.Title}: withdrawn", record.At.Ask(ask.Id), "ask_withdrawn", reason);
        }
    }

    private static IEnumerable<(long Seq, AtomEntry Entry)> Answers(PublishedRecord record, PublicAsk ask, PublicCell cell)
    {
        var page = record.At.Answer(ask.Id, cell.PowerHolderId);
        foreach (var (happened, place) in cell.History.Zip(record.Log.Of(ask.Id, cell)))
            if (place is not null && happened.Answer is { } answer)
                yield return happened.Kind == AnswerEventKind.Corrected
                    ? Entry(record, place, $"Corrected: {cell.PowerHolder} on ask {ask.Number}", page, "answer_corrected",
                        $"{AnswerWording.Line(answer)} Before: {AnswerWording.Line(happened.Before!)} {HistoryWords.Reason(happened)}")
                    : Entry(record, place, $"{cell.PowerHolder} on ask {ask.Number}: {AnswerWording.Word(answer)}", page, "answer_revealed",
                        $"{AnswerWording.Line(answer)} The ask: {ask.Text}");
        foreach (var (dispute, place) in cell.Disputes.Zip(record.Log.OfDisputes(ask.Id, cell)))
            if (place is not null)
                yield return Entry(record, place, $"Disputed: {cell.PowerHolder} on ask {ask.Number}", page, "answer_disputed",
                    $"{dispute.RaisedBy}: “{dispute.Words}” {HistoryWords.Of(dispute)}", dispute.DecidedAt);
    }

    private static IEnumerable<(long Seq, AtomEntry Entry)> Close(PublishedRecord record)
    {
        if (record.Log.First("session.closed") is { } closed)
            yield return Entry(record, closed, $"{record.Assembly.Title}: the record of the evening is closed", record.At.Press, "session_closed",
                "Every ask that was published has an answer of everybody it was put to. What comes later is follow-up.");
    }

    private static (long, AtomEntry) Entry(
        PublishedRecord record, LogPlace place, string title, string page, string category, string summary, Instant? changed = null) => (place.Seq, new(
        $"https://{record.Origin}/receipts/{place.Seq}.tlog-proof", title, record.At.Whole(page), place.At, Instant.Max(place.At, changed ?? place.At), category, summary));
}
