using Assemblies.Wire;

namespace Assemblies.Evaluation.Notes;

/// <summary>When a note can be kept.</summary>
public static class EvaluationNoteRules
{
    public const int LongestText = 2_000;
    public const int LongestRole = 80;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public static IReadOnlyList<Problem> Check(EvaluationNoteCommand command)
    {
        var problems = new List<Problem>();
        if ((command.Text ?? "").Trim().Length is 0 or > LongestText)
            problems.Add(new("text", $"Write the note, in 1 to {LongestText:N0} characters."));
        if ((command.Role ?? "").Trim().Length is 0 or > LongestRole)
            problems.Add(new("role", $"Say whose view it is, by role, in 1 to {LongestRole} characters: “Co-chair”."));
        if (command.Kind == EvaluationNoteKind.NextStep)
            CheckStep(command, problems);
        else if (command.State == EvaluationNoteState.Done)
            problems.Add(new("state", "Only a next step can be done. Make the note a next step, or leave it open."));
        return problems;
    }

    private static void CheckStep(EvaluationNoteCommand command, List<Problem> problems)
    {
        if ((command.Owner ?? "").Trim().Length is 0 or > LongestRole)
            problems.Add(new("owner", $"Say who does it, in 1 to {LongestRole} characters: a step that nobody owns is not done."));
        if (command.DueOn is not { } due)
            problems.Add(new("dueOn", "Give the date by which it is done."));
        else if (command.SaidOn is { } said && due < said)
            problems.Add(new("dueOn", "The date lies before the day on which it was said: give a later one."));
    }
}
