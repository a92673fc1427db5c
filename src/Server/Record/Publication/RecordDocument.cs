using Assemblies.Asks;
using Assemblies.Record.Corrections;
using NodaTime;

namespace Assemblies.Record.Publication;

/// <summary>A record as JSON, for programs (docs/record-pages.md).</summary>
/// <param name="Origin">The record's name for good.</param>
/// <param name="Address">Its page.</param>
/// <param name="Title">The assembly's title.</param>
/// <param name="Venue">Where it was.</param>
/// <param name="TimeZone">TZDB id of its wall clock.</param>
/// <param name="Start">When it started, on that clock.</param>
/// <param name="Entries">How many entries the record has.</param>
/// <param name="Root">Their root in base64, as in the checkpoint.</param>
/// <param name="VerifierKey">What its signatures are checked with.</param>
/// <param name="ClosedAt">When the session was closed in the record.</param>
/// <param name="Turnout">The official turnout.</param>
/// <param name="Asks">In the order of the score sheet.</param>
public sealed record RecordDocument(
    string Origin, string Address, string Title, string Venue, string TimeZone, LocalDateTime Start, long Entries, string Root, string VerifierKey,
    Instant? ClosedAt, RecordTurnout? Turnout, IReadOnlyList<RecordAsk> Asks)
{
    internal static RecordDocument Of(PublishedRecord record) => new(
        record.Origin, record.At.Whole(record.At.Home), record.Assembly.Title, record.Assembly.Venue, record.Assembly.TimeZone, record.Assembly.Start,
        record.Checkpoint.Size, Convert.ToBase64String(record.Checkpoint.Root), record.VerifierKey, record.ClosedAt,
        record.Official is { } official ? new(official.Arrived, official.Corrected, official.At, official.Method) : null,
        [.. record.Asks.Select(ask => RecordAsk.Of(record, ask))]);
}

/// <param name="Arrived">The figure that was announced.</param>
/// <param name="Corrected">What is known of that moment now, where it is another number.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="Method">How it was counted.</param>
public sealed record RecordTurnout(int Arrived, int? Corrected, Instant At, string Method);

/// <param name="Id">The ask, as in the record's entries.</param>
/// <param name="Address">Its page.</param>
/// <param name="Number">Position on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Text">The words as put; before, as published.</param>
/// <param name="Written">The words as written, where they were put in others.</param>
/// <param name="Background">Why it is asked.</param>
/// <param name="Terms">Parts, due date, "kept if", translations.</param>
/// <param name="WithdrawnReason">Why it was withdrawn before it was put.</param>
/// <param name="Published">The words as they were published, the first first.</param>
/// <param name="Answers">In the agreed order of power-holders.</param>
public sealed record RecordAsk(
    Guid Id, string Address, int Number, string? Area, string Text, string? Written, string? Background, AskTerms Terms, string? WithdrawnReason,
    IReadOnlyList<RecordWording> Published, IReadOnlyList<RecordAnswer> Answers)
{
    internal static RecordAsk Of(PublishedRecord record, PublicAsk ask) => new(
        ask.Id, record.At.Whole(record.At.Ask(ask.Id)), ask.Number, ask.Area, ask.Text, ask.Written, ask.Background, ask.Terms, ask.WithdrawnReason,
        [.. record.Wordings[ask.Id].Select(w => new RecordWording(w.Version, w.Text, w.Place.At, w.Place.Seq))],
        [.. ask.Cells.Select(cell => RecordAnswer.Of(record, ask, cell))]);
}

/// <param name="Version">The record's version.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When they were published.</param>
/// <param name="Entry">The number of the entry.</param>
public sealed record RecordWording(int Version, string Text, Instant At, long Entry);

/// <param name="PowerHolderId">Whose, as in the record's entries.</param>
/// <param name="PowerHolder">The power-holder's name.</param>
/// <param name="Office">The power-holder's office.</param>
/// <param name="Address">The answer's page.</param>
/// <param name="WasAsked">Whether it was put to them.</param>
/// <param name="Answer">What stands; left out while nothing was announced.</param>
/// <param name="Word">The same as the hall saw it.</param>
/// <param name="Acknowledged">Whether they said that it is right.</param>
/// <param name="Corrected">Whether two people put it right after it was revealed.</param>
/// <param name="Disputed">Whether an office disputes it and nobody has decided yet.</param>
/// <param name="Entry">The number of its entry.</param>
/// <param name="Receipt">Where that entry's proof is.</param>
/// <param name="History">What became of it, the first first.</param>
/// <param name="Disputes">What offices say against it.</param>
public sealed record RecordAnswer(
    Guid PowerHolderId, string PowerHolder, string Office, string Address, bool WasAsked, AnswerWords? Answer, string? Word,
    bool Acknowledged, bool Corrected, bool Disputed, long? Entry, string? Receipt, IReadOnlyList<RecordEvent> History, IReadOnlyList<RecordDispute> Disputes)
{
    internal static RecordAnswer Of(PublishedRecord record, PublicAsk ask, PublicCell cell)
    {
        var entry = record.PlaceOf(ask, cell)?.Seq;
        return new(
            cell.PowerHolderId, cell.PowerHolder, cell.Office, record.At.Whole(record.At.Answer(ask.Id, cell.PowerHolderId)), cell.WasAsked,
            cell.Answer, cell.Answer is null ? null : AnswerWording.Word(cell.Answer), cell.Acknowledged, cell.IsCorrected, cell.IsDisputed,
            entry, entry is { } seq ? record.At.Whole(record.At.Receipt(seq)) : null,
            [.. cell.History.Zip(record.Log.Of(ask.Id, cell), (happened, place) => new RecordEvent(
                happened.Kind, happened.At, happened.Answer, happened.Words, happened.Class, happened.RequestedBy, happened.Round?.PutAt, happened.Round?.ConfirmedAt,
                happened.Round is { } round ? record.VersionOf(ask, round) : null, happened.Round?.AskedAs, place?.Seq))],
            [.. cell.Disputes.Zip(record.Log.OfDisputes(ask.Id, cell), (dispute, place) => new RecordDispute(
                dispute.RaisedBy, dispute.Words, dispute.RaisedAt, dispute.Outcome, dispute.Outcome is null ? null : dispute.Grounds, dispute.DecidedAt, place?.Seq))]);
    }
}

/// <param name="Kind">revealed, objected, acknowledged or corrected.</param>
/// <param name="At">When.</param>
/// <param name="Answer">What stands from then on.</param>
/// <param name="Words">An objection's words, a correction's reason.</param>
/// <param name="Class">A correction's class.</param>
/// <param name="RequestedBy">Who asked for a correction, by office or role.</param>
/// <param name="PutAt">For a revealed answer: when the ask was put.</param>
/// <param name="ConfirmedAt">When the chair confirmed it.</param>
/// <param name="Version">The version of the ask that it answers.</param>
/// <param name="AskedAs">The words in which the ask was put, where they were others.</param>
/// <param name="Entry">The number of its entry.</param>
public sealed record RecordEvent(
    AnswerEventKind Kind, Instant At, AnswerWords? Answer, string? Words, CorrectionClass? Class, string? RequestedBy,
    Instant? PutAt, Instant? ConfirmedAt, int? Version, string? AskedAs, long? Entry);

/// <param name="RaisedBy">Which office.</param>
/// <param name="Words">What it says, verbatim.</param>
/// <param name="RaisedAt">When.</param>
/// <param name="Outcome">What two people decided; left out while it is open.</param>
/// <param name="Grounds">Why.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Entry">The number of its entry.</param>
public sealed record RecordDispute(string RaisedBy, string Words, Instant RaisedAt, DisputeOutcome? Outcome, string? Grounds, Instant? DecidedAt, long? Entry);
