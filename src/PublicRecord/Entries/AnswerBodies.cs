using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>What a power-holder said (record.md, section 1).</summary>
public enum AnswerCode
{
    /// <summary>Agreed as worded, or more.</summary>
    Yes,

    /// <summary>Agreed; something must happen first.</summary>
    YesWithConditions,

    /// <summary>Agreed to a named part.</summary>
    Partial,

    /// <summary>Offered something else.</summary>
    CounterOffer,

    /// <summary>Refused.</summary>
    No,

    /// <summary>Named a date to answer.</summary>
    Deferred,

    /// <summary>Present, asked, neither yes nor no.</summary>
    NoAnswer,

    /// <summary>Declined, did not come, or sent a deputy.</summary>
    Absent,

    /// <summary>Published but not put.</summary>
    NotAsked,
}

/// <summary>Which ask was answered by whom.</summary>
/// <param name="Ask">The ask's id.</param>
/// <param name="Version">The version that was put.</param>
/// <param name="Of">The power-holder's id.</param>
/// <param name="Office">The office, in clear.</param>
/// <param name="Person">The official's name, in clear.</param>
public sealed record AnswerCell(string Ask, int Version, string Of, string Office, string Person);

/// <summary>Who wrote the answer down and who ruled on it, and when; roles, never names.</summary>
/// <param name="RecordedBy">The scribe's role id.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="ConfirmedBy">The chair's role id.</param>
/// <param name="ConfirmedAt">When the chair confirmed it.</param>
/// <param name="PutAt">When the ask was put; null only for absent and not_asked.</param>
public sealed record AnswerTimes(string RecordedBy, DateTimeOffset RecordedAt, string ConfirmedBy, DateTimeOffset ConfirmedAt, DateTimeOffset? PutAt);

/// <summary>An answer as it was said in the room. What each code must have is checked when it is appended.</summary>
/// <param name="Cell">Which ask, which power-holder.</param>
/// <param name="Answer">The category.</param>
/// <param name="Times">Recorder, confirmer and times.</param>
/// <param name="Due">When what was agreed is due, in the assembly's time zone; null is "no date given".</param>
public sealed record AnswerRecorded(AnswerCell Cell, AnswerCode Answer, AnswerTimes Times, DateOnly? Due) : EntryBody
{
    /// <summary>The ask as it was actually put, when the words differ.</summary>
    public string? Wording { get; init; }

    /// <summary>The office of the deputy who spoke.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The words as they were said.</summary>
    public string? Quote { get; init; }

    /// <summary>BCP 47 tag of the quote.</summary>
    public string? Language { get; init; }

    /// <summary>yes_with_conditions: what must happen first, and whose move that is.</summary>
    public (string What, string WhoseMove)? Condition { get; init; }

    /// <summary>yes_with_conditions: when it must happen, null for no date given; deferred: when the answer comes.</summary>
    public DateOnly? ByWhen { get; init; }

    /// <summary>partial: which part.</summary>
    public string? Part { get; init; }

    /// <summary>counter_offer: the offer, worded as an ask.</summary>
    public string? Offer { get; init; }

    /// <summary>no_answer: how often the ask was put.</summary>
    public int? TimesAsked { get; init; }

    /// <summary>absent: how the office was invited and what it replied.</summary>
    public string? Invitation { get; init; }

    /// <summary>not_asked: why.</summary>
    public string? Reason { get; init; }

    /// <summary>Seconds into the recording, if there is one.</summary>
    public int? MediaOffset { get; init; }

    /// <summary>The answer of the same cell that this one replaces, because the power-holder answered again in the room.</summary>
    public long? Replaces { get; init; }

    public override string Type => "answer.recorded";

    public override JsonMap ToJson()
    {
        var json = new JsonMap()
            .With("ask", Cell.Ask).With("version", (long)Cell.Version).With("of", Cell.Of).With("office", Cell.Office).With("person", Cell.Person)
            .With("answer", Code(Answer)).WithAlways("due", Date(Due)).With("wording", Wording).With("on_behalf_of", OnBehalfOf)
            .With("quote", Quote).With("language", Language).With("condition", Condition?.What).With("whose_move", Condition?.WhoseMove)
            .With("part", Part).With("offer", Offer).With("times_asked", (long?)TimesAsked).With("invitation", Invitation).With("reason", Reason)
            .With("media_offset", (long?)MediaOffset).With("replaces", Replaces).With("put_at", Instant(Times.PutAt))
            .With("recorded_by", Times.RecordedBy).With("recorded_at", Instant(Times.RecordedAt))
            .With("confirmed_by", Times.ConfirmedBy).With("confirmed_at", Instant(Times.ConfirmedAt));
        return Answer is AnswerCode.YesWithConditions or AnswerCode.Deferred ? json.WithAlways("by_when", Date(ByWhen)) : json;
    }
}

/// <summary>What happened when an answer was read back.</summary>
public enum ReadbackResult
{
    /// <summary>The power-holder said that it is right.</summary>
    Confirmed,

    /// <summary>The power-holder objected.</summary>
    Objected,

    /// <summary>Nobody spoke.</summary>
    Silent,
}

/// <summary>An answer was read back in the room.</summary>
public sealed record AnswerReadback(long Target, ReadbackResult Result) : EntryBody
{
    public override string Type => "answer.readback";
    public override JsonMap ToJson() => new JsonMap().With("target", Target).With("result", Code(Result));
}

/// <summary>How an office acknowledged an answer.</summary>
public enum AcknowledgedHow
{
    InRoom,
    Signature,
    Letter,
    Email,
}

/// <summary>The office says that the answer is what it said.</summary>
public sealed record AnswerAcknowledged(long Target, AcknowledgedHow How, string Office) : EntryBody
{
    public string? Person { get; init; }
    public DateOnly? On { get; init; }
    public override string Type => "answer.acknowledged";

    public override JsonMap ToJson() =>
        new JsonMap().With("target", Target).With("how", Code(How)).With("office", Office).With("person", Person).With("on", Date(On));
}
