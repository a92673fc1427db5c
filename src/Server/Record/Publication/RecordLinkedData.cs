using System.Text.Json.Nodes;
using Assemblies.Agenda;
using Assemblies.Wire;
using Assemblies.Wire.Publishing;
using NodaTime;

namespace Assemblies.Record.Publication;

/// <summary>A record in the words of schema.org: the assembly is an Event, an ask an AskAction, an answer a ReplyAction.</summary>
public static class RecordLinkedData
{
    /// <summary>The assembly with all its asks.</summary>
    public static string Of(PublishedRecord record) => JsonLd.Write([Meeting(record), .. record.Asks.Select(a => Ask(record, a))]);

    /// <summary>One ask with its answers.</summary>
    public static string Of(PublishedRecord record, PublicAsk ask) =>
        JsonLd.Write([Meeting(record), Ask(record, ask), .. ask.Cells.Where(c => c.Answer is not null).Select(c => Reply(record, ask, c))]);

    /// <summary>One answer with its ask.</summary>
    public static string Of(PublishedRecord record, PublicAsk ask, PublicCell cell) => cell.Answer is null
        ? JsonLd.Write(Meeting(record), Ask(record, ask))
        : JsonLd.Write(Meeting(record), Ask(record, ask), Reply(record, ask, cell));

    private static JsonObject Meeting(PublishedRecord record) => JsonLd.Thing("Event", record.At.Whole(record.At.Home),
        ("name", record.Assembly.Title),
        ("startDate", record.Assembly.ForMachines(record.Assembly.Start)),
        ("doorTime", record.Assembly.ForMachines(record.Assembly.Doors)),
        ("location", JsonLd.Thing("Place", null, ("name", record.Assembly.Venue))),
        ("url", record.At.Whole(record.At.Home)));

    private static JsonObject Ask(PublishedRecord record, PublicAsk ask) => JsonLd.Thing("AskAction", record.At.Whole(record.At.Ask(ask.Id)),
        ("name", ask.Title),
        ("url", record.At.Whole(record.At.Ask(ask.Id))),
        ("question", JsonLd.Thing("Question", null, ("text", ask.Text))),
        ("description", ask.Background),
        ("recipient", List(ask.Cells.Select(Person))),
        ("startTime", Moment(ask.Cells.SelectMany(c => c.History).Select(e => e.Round?.PutAt).Min())),
        ("actionStatus", $"https://schema.org/{(ask.WithdrawnReason is not null ? "FailedActionStatus" : ask.WasPut ? "CompletedActionStatus" : "PotentialActionStatus")}"),
        ("location", JsonLd.Reference(record.At.Whole(record.At.Home))));

    private static JsonObject Reply(PublishedRecord record, PublicAsk ask, PublicCell cell) => JsonLd.Thing("ReplyAction", record.At.Whole(record.At.Answer(ask.Id, cell.PowerHolderId)),
        ("name", $"{cell.PowerHolder} on ask {ask.Number}: {AnswerWording.Word(cell.Answer!)}"),
        ("url", record.At.Whole(record.At.Answer(ask.Id, cell.PowerHolderId))),
        ("description", $"{AnswerWording.Word(cell.Answer!)} {AnswerWording.Substance(cell.Answer!)}".TrimEnd()),
        ("agent", Person(cell)),
        ("object", JsonLd.Reference(record.At.Whole(record.At.Ask(ask.Id)))),
        ("resultComment", cell.Answer!.Verbatim is { } words ? JsonLd.Thing("Comment", null, ("text", words), ("inLanguage", cell.Answer.Language)) : null),
        ("startTime", Moment(cell.Revealed?.At)));

    private static JsonObject Person(PublicCell cell) => JsonLd.Thing("Person", null, ("name", cell.PowerHolder), ("jobTitle", cell.Office));

    private static JsonArray List(IEnumerable<JsonObject> things) => new([.. things]);

    private static string? Moment(Instant? at) => at is { } instant ? WireFormat.Instants.Format(instant) : null;
}
