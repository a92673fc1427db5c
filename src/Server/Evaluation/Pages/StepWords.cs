using Assemblies.Agenda;
using Assemblies.Evaluation.Notes;
using NodaTime;

namespace Assemblies.Evaluation.Pages;

/// <summary>A note's facts in one line.</summary>
internal static class StepWords
{
    /// <summary>Whose view and when; of a next step who does it and by when.</summary>
    /// <param name="note">The note.</param>
    /// <param name="today">Today on the assembly's calendar.</param>
    public static string Say(EvaluationNoteRow note, LocalDate today) => note.Kind != EvaluationNoteKind.NextStep
        ? $"{note.Role}, {WallClock.Day(note.SaidOn)}"
        : $"{note.Owner}, by {WallClock.Day(note.DueOn!.Value)}{Standing(note, today)}";

    private static string Standing(EvaluationNoteRow note, LocalDate today) => note switch
    {
        { State: EvaluationNoteState.Done } => ": done",
        { DueOn: { } due } when due < today => Period.DaysBetween(due, today) is 1 ? ": 1 day over" : $": {Period.DaysBetween(due, today)} days over",
        { DueOn: { } due } when due == today => ": today",
        _ => "",
    };
}
