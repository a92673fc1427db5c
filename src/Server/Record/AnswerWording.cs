using Assemblies.Agenda;
using Assemblies.Record.Corrections;

namespace Assemblies.Record;

/// <summary>How answers are worded on everything that people read (record.md, section 1); kiosk/src/record/answers.ts says the same.</summary>
public static class AnswerWording
{
    /// <summary>An answer in one line: its word, what belongs to it, and the quote.</summary>
    public static string Line(AnswerWords answer) => string.Join(" ",
        new[] { Word(answer), Substance(answer), answer.Verbatim is null ? null : $"“{answer.Verbatim}”" }.Where(text => text is not null));

    /// <summary>The word of a category, before anything is known of the answer.</summary>
    public static string Category(AnswerCode code) => code == AnswerCode.Deferred ? "WILL ANSWER BY" : Word(new AnswerWords(code));

    /// <summary>The word for the hall: <c>YES, IF</c>, <c>WILL ANSWER BY 12 June 2027</c>.</summary>
    public static string Word(AnswerWords answer) => answer.Code switch
    {
        AnswerCode.Yes => "YES",
        AnswerCode.YesWithConditions => "YES, IF",
        AnswerCode.Partial => "YES TO PART",
        AnswerCode.CounterOffer => "OTHER OFFER",
        AnswerCode.No => "NO",
        AnswerCode.Deferred when answer.ByWhen is { } day => $"WILL ANSWER BY {WallClock.Day(day)}",
        AnswerCode.Deferred => "WILL ANSWER, NO DATE GIVEN",
        AnswerCode.NoAnswer => "NO ANSWER",
        AnswerCode.Absent => "NOT PRESENT",
        AnswerCode.NotAsked => "NOT ASKED",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    /// <summary>What a category means, in one sentence: shown wherever somebody may read the word for the first time.</summary>
    public static string Definition(AnswerCode code) => code switch
    {
        AnswerCode.Yes => "Agreed as worded, or to more.",
        AnswerCode.YesWithConditions => "Agreed; something must happen first.",
        AnswerCode.Partial => "Agreed to a named part.",
        AnswerCode.CounterOffer => "Offered something else.",
        AnswerCode.No => "Refused.",
        AnswerCode.Deferred => "Named a date by which to answer.",
        AnswerCode.NoAnswer => "Present and asked; neither a yes nor a no was heard.",
        AnswerCode.Absent => "Declined to come, did not come, or sent a deputy.",
        AnswerCode.NotAsked => "Published, but not put in the hall.",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    /// <summary>What belongs to the word and is shown as large as it: the condition, the part, the offer.</summary>
    public static string? Substance(AnswerWords answer) => answer.Code switch
    {
        AnswerCode.YesWithConditions => answer.Condition,
        AnswerCode.Partial => answer.Part,
        AnswerCode.CounterOffer => answer.Offer,
        _ => null,
    };

    /// <summary>Whose move it is and by when, under a condition.</summary>
    public static string? Move(AnswerWords answer) => answer is { Code: AnswerCode.YesWithConditions, WhoseMove: { } who }
        ? $"Depends on {who}, {(answer.ByWhen is { } day ? $"by {WallClock.Day(day)}" : "no date given")}"
        : null;

    /// <summary>By when it is to be done, where they named a date.</summary>
    public static string? Due(AnswerWords answer) => answer.Due is { } day ? $"To be done by {WallClock.Day(day)}." : null;

    /// <summary>What went wrong, for the corrections list.</summary>
    public static string Class(CorrectionClass what) => what switch
    {
        CorrectionClass.Typo => "a slip of the pen",
        CorrectionClass.Misheard => "misheard",
        CorrectionClass.ClarifiedBySpeaker => "made clear by whoever said it",
        CorrectionClass.WrongPerson => "said by somebody else",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>What else the record must say about answers that are none.</summary>
    public static string? Circumstance(AnswerWords answer) => answer.Code switch
    {
        AnswerCode.NoAnswer => answer.TimesAsked is 1 ? "Asked once." : $"Asked {answer.TimesAsked} times.",
        AnswerCode.Absent => answer.Invitation,
        AnswerCode.NotAsked => answer.Reason,
        _ => null,
    };
}
