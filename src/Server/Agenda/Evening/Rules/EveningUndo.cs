using Assemblies.Wire;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Taking a step back: possible while no later step rests on it. Both stay in the history.</summary>
public static class EveningUndo
{
    /// <summary>The last step that can be taken back; null when there is none.</summary>
    public static EveningStep? Last(IReadOnlyList<EveningStep> steps) =>
        Standing(steps).OrderByDescending(s => s.Version).FirstOrDefault(s => IsUndoable(s.Kind)) is { } last && Forbids(steps, last.Version) is null ? last : null;

    /// <summary>Why the step of this version cannot be taken back; null when it can.</summary>
    public static Problem? Forbids(IReadOnlyList<EveningStep> steps, int? version)
    {
        if (steps.FirstOrDefault(s => s.Version == version) is not { } step)
            return new("undoes", "Name a step of this evening.");
        var standing = Standing(steps).OrderBy(s => s.Version).ToList();
        if (!standing.Contains(step))
            return new("undoes", "It has been taken back already.");
        if (!IsUndoable(step.Kind))
            return new("undoes", step.Kind switch
            {
                EveningStepKind.ControlTaken => "Control is not given back: the other chair takes it over.",
                EveningStepKind.RollCallStarted => "The official turnout was frozen with it, and stays: an organiser can freeze it again with a reason.",
                EveningStepKind.MessageShown or EveningStepKind.MessageCleared => "Clear the message, or show another.",
                _ => "What was taken back can be done again, not taken back again.",
            });
        var changed = EveningTouch.Changes(step).ToHashSet();
        var later = standing.Where(s => s.Version > step.Version).ToList();
        return (later.Find(s => EveningTouch.RestsOn(s).Any(changed.Contains)) ?? Impossible(standing, step)) is { } dependent
            ? new("undoes", $"Since then: {StepWords.Of(dependent)}. Take that back first.")
            : null;
    }

    // The last word: without the step every later one must still have been allowed.
    private static EveningStep? Impossible(IEnumerable<EveningStep> standing, EveningStep without)
    {
        var life = EveningLife.New;
        foreach (var step in standing.Where(s => s != without && s.Kind != EveningStepKind.Undone))
        {
            if (step.Version > without.Version && EveningRules.Forbids(life, step) is not null)
                return step;
            life = life.After(step);
        }
        return null;
    }

    private static IEnumerable<EveningStep> Standing(IReadOnlyList<EveningStep> steps)
    {
        var undone = steps.Where(s => s.Kind == EveningStepKind.Undone).Select(s => s.Details.Undoes).ToHashSet();
        return steps.Where(s => !undone.Contains(s.Version));
    }

    private static bool IsUndoable(EveningStepKind kind) => kind is not (EveningStepKind.ControlTaken or EveningStepKind.RollCallStarted
        or EveningStepKind.MessageShown or EveningStepKind.MessageCleared or EveningStepKind.Undone);
}
