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
/// <param name="Due">yes, yes_with_conditions, partial, counter_offer: the date they named for doing it, in the assembly's time zone; null is "no date given".</param>
/// <param name="More">What they offered beyond the ask.</param>
/// <param name="MediaOffset">Seconds from the start of the recording to the words, where there is one.</param>
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
    string? OnBehalfOf = null,
    LocalDate? Due = null,
    string? More = null,
    int? MediaOffset = null);
