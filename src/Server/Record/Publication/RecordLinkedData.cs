using System.Text.Json.Nodes;
using Assemblies.Agenda;
using Assemblies.Commitments;
using Assemblies.Commitments.Publication;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.Wire;
using Assemblies.Wire.Publishing;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Record.Publication;

/// <summary>A record in the words of schema.org: the assembly is an Event, an ask an AskAction, an answer a ReplyAction, a promise a PlanAction.</summary>
public static class RecordLinkedData
{
    /// <summary>The assembly with all its asks.</summary>
    public static string Of(PublishedRecord record) => JsonLd.Write([Meeting(record), .. record.Asks.Select(a => Ask(record, a))]);

    /// <summary>One ask with its answers.</summary>
    public static string Of(PublishedRecord record, PublicAsk ask) =>
        JsonLd.Write([Meeting(record), Ask(record, ask), .. ask.Cells.Where(c => c.Answer is not null).Select(c => Reply(record, ask, c))]);

    /// <summary>One answer with its ask, and what became of it.</summary>
    public static string Of(PublishedRecord record, PublicAsk ask, PublicCell cell, PublicCommitment? became) => cell.Answer is null
        ? JsonLd.Write(Meeting(record), Ask(record, ask))
        : JsonLd.Write([Meeting(record), Ask(record, ask), Reply(record, ask, cell), .. became?.Of.Standing == CommitmentStanding.Made ? new[] { Plan(record, cell, became.Of) } : []]);

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

    // schema.org has no word for "not kept, and still to be": an action is planned, going on, done or failed.
    private static JsonObject Plan(PublishedRecord record, PublicCell cell, Commitment of) => JsonLd.Thing(
        "PlanAction", $"{record.At.Whole(record.At.Answer(of.Key.AskId, of.Key.PowerHolderId))}#became",
        ("name", $"{cell.PowerHolder} on ask {of.Ask.Number}: {CommitmentWording.Status(of.Life.Status)}"),
        ("description", CommitmentWording.Definition(of.Life.Status)),
        ("agent", Person(cell)),
        ("object", JsonLd.Reference(record.At.Whole(record.At.Ask(of.Key.AskId)))),
        ("scheduledTime", Day(of.Due)),
        ("endTime", Day(of.Life.Assessed?.MetOn)),
        ("actionStatus", $"https://schema.org/{of.Life.Status switch
        {
            DeliveryStatus.Kept or DeliveryStatus.KeptLate => "CompletedActionStatus",
            DeliveryStatus.NotKept => "FailedActionStatus",
            DeliveryStatus.UnderWay or DeliveryStatus.PartlyKept => "ActiveActionStatus",
            _ => "PotentialActionStatus",
        }}"));

    private static string? Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static JsonObject Person(PublicCell cell) => JsonLd.Thing("Person", null, ("name", cell.PowerHolder), ("jobTitle", cell.Office));

    private static JsonArray List(IEnumerable<JsonObject> things) => new([.. things]);

    private static string? Moment(Instant? at) => at is { } instant ? WireFormat.Instants.Format(instant) : null;
}
