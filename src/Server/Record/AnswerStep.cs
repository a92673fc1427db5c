using NodaTime;

namespace Assemblies.Record;

/// <summary>What a power-holder said, in the vocabulary of record.md, section 1.</summary>
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

/// <summary>The steps in the life of an answer (record.md, section 1).</summary>
public enum AnswerStepKind
{
    /// <summary>The ask was read to the power-holder.</summary>
    Put,

    /// <summary>The scribe wrote down an answer: provisional, staff only.</summary>
    Recorded,

    /// <summary>The chair ruled that the recorded answer is what was said.</summary>
    Confirmed,

    /// <summary>The chair did not accept the recorded answer: the ask is put again.</summary>
    ReAsked,

    /// <summary>The confirmed answer was shown to the hall.</summary>
    Revealed,
}

/// <summary>One append-only step of one cell (ask × power-holder). Rows are never changed or deleted.</summary>
public sealed class AnswerStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>1, 2, 3 … within the cell. Unique there, so two tablets cannot both take the next step.</summary>
    public required int Version { get; init; }

    /// <summary>Made by the tablet; a repeated command finds its earlier step by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required AnswerStepKind Kind { get; init; }

    /// <summary>When the server took the step (live.md, rule 16).</summary>
    public required Instant At { get; init; }

    /// <summary>The device or organiser that took the step; a role and an id, never a name.</summary>
    public required string By { get; init; }

    /// <summary>The ask's version and words as they were when the ask was put.</summary>
    public required int AskVersion { get; init; }

    /// <summary>The answer as written down; on <see cref="AnswerStepKind.Recorded"/> steps only.</summary>
    public AnswerWords? Answer { get; init; }
}

/// <summary>What the scribe wrote down. Which members are needed depends on the code: see <see cref="AnswerRules"/>.</summary>
/// <param name="Code">The category.</param>
/// <param name="Verbatim">The words as said, without quotation marks.</param>
/// <param name="Language">BCP 47 tag of the language the words were said in.</param>
/// <param name="Condition">yes_with_conditions: what must happen first.</param>
/// <param name="WhoseMove">yes_with_conditions: who has to make it happen.</param>
/// <param name="ByWhen">yes_with_conditions, deferred: the date named, in the assembly's time zone; null is "no date given".</param>
/// <param name="Part">partial: which part was agreed to.</param>
/// <param name="Offer">counter_offer: the offer, worded as an ask.</param>
/// <param name="TimesAsked">no_answer: how often the ask was put.</param>
/// <param name="Invitation">absent: how and when the office was invited, and what it replied.</param>
/// <param name="Reason">not_asked: why the ask was not put.</param>
/// <param name="OnBehalfOf">The deputy who spoke, by office, where the power-holder did not speak in person.</param>
public sealed record AnswerWords(
    AnswerCode Code,
    string? Verbatim = null,
    string? Language = null,
    string? Condition = null,
    string? WhoseMove = null,
    LocalDate? ByWhen = null,
    string? Part = null,
    string? Offer = null,
    int? TimesAsked = null,
    string? Invitation = null,
    string? Reason = null,
    string? OnBehalfOf = null);
