using Assemblies.Agenda;

namespace Assemblies.Record;

/// <summary>How answers are worded on everything that people read (record.md, section 1); kiosk/src/record/answers.ts says the same.</summary>
public static class AnswerWording
{
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

    /// <summary>What else the record must say about answers that are none.</summary>
    public static string? Circumstance(AnswerWords answer) => answer.Code switch
    {
        AnswerCode.NoAnswer => answer.TimesAsked is 1 ? "Asked once." : $"Asked {answer.TimesAsked} times.",
        AnswerCode.Absent => answer.Invitation,
        AnswerCode.NotAsked => answer.Reason,
        _ => null,
    };
}
