using Assemblies.Wire;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>What the state of the evening forbids, with a sentence for the person who tapped.</summary>
public static class EveningRules
{
    /// <summary>The longest item or clock: half a day.</summary>
    public const int LongestSeconds = 12 * 3600;

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    public static Problem? Forbids(EveningLife life, EveningStep step) => (step.Kind, life.Stage) switch
    {
        (EveningStepKind.Undone or EveningStepKind.MessageShown or EveningStepKind.MessageCleared, _) => null,
        (EveningStepKind.Started, EveningStage.NotStarted) => step.Details.Plan is { Count: > 0 }
            ? null : new("", "The running order is empty: write it first, then start."),
        (EveningStepKind.Started, _) => new("", "The evening has begun already."),
        (_, EveningStage.Ended) => new("", "The evening is over. Take the end back if it came too early."),
        (EveningStepKind.ControlTaken, _) => life.Control == step.By ? new("", "This device holds control already.") : null,
        (_, EveningStage.NotStarted) => new("", "The evening has not begun: a chair starts it. Until then the plan can be changed in the running order."),
        _ => Running(life, step),
    };

    private static Problem? Running(EveningLife life, EveningStep step) => step.Kind switch
    {
        EveningStepKind.Paused => life.Stage == EveningStage.Paused ? new("", "The evening is paused already.") : null,
        EveningStepKind.Resumed => life.Stage == EveningStage.Paused ? null : new("", "The evening is not paused."),
        EveningStepKind.Ended => null,
        EveningStepKind.Advanced => NotWhilePaused(life) ?? (life.Find(step.ItemId) is not { } next
            ? new("itemId", step.ItemId is null ? "That was the last item: end the evening." : "There is no such item this evening.")
            : next.Status is ItemStatus.Planned or ItemStatus.Skipped ? null : new("itemId", "It is now or over: go back to it, or insert an item.")),
        EveningStepKind.Returned => NotWhilePaused(life) ?? (life.Find(step.ItemId) is { Status: ItemStatus.Done } ? null : new("", "There is no item before this one.")),
        EveningStepKind.WordsRead or EveningStepKind.WordsUnread => life.Find(step.ItemId) is null ? NoSuchItem : null,
        EveningStepKind.RollCallStarted => life.RollCall is null ? null : new("", "The roll call has begun already: its figures are frozen."),
        EveningStepKind.RollCallOrdered => life.RollCall is null ? NoRollCall : null,
        EveningStepKind.InstitutionCalled or EveningStepKind.InstitutionUncalled => RollCall(life, step),
        EveningStepKind.ClockStarted or EveningStepKind.ClockPaused or EveningStepKind.ClockResumed or EveningStepKind.ClockExtended
            or EveningStepKind.ClockStopped => Clock(life, step),
        _ => Order(life, step),
    };

    private static Problem? Order(EveningLife life, EveningStep step)
    {
        if (step.Kind == EveningStepKind.Inserted)
            return life.Find(step.ItemId) is not null ? new("itemId", "This item is in the evening already.") : Place(life, step);
        if (life.Find(step.ItemId) is not { } item)
            return NoSuchItem;
        var seconds = step.Details.Seconds ?? 0;
        return step.Kind switch
        {
            EveningStepKind.Skipped => item.Status == ItemStatus.Planned ? null : new("itemId", item.Status == ItemStatus.Skipped
                ? "It is skipped already." : "It has begun: go on to the next item instead."),
            EveningStepKind.Restored => item.Status == ItemStatus.Skipped ? null : new("itemId", "It is not skipped."),
            EveningStepKind.LengthChanged or EveningStepKind.TimeAdded when item.Status is ItemStatus.Done or ItemStatus.Skipped =>
                new("itemId", "It is over or skipped: its length is no longer needed."),
            EveningStepKind.TimeAdded when item.Seconds + seconds is < 1 or > LongestSeconds =>
                new("seconds", "Take away less: an item keeps a length of more than 0 and at most 12 hours."),
            EveningStepKind.LengthChanged or EveningStepKind.TimeAdded => null,
            EveningStepKind.Moved => item.Status != ItemStatus.Planned ? new("itemId", "Only what is to come can be moved.")
                : step.Details.AfterItemId == item.Id ? new("afterItemId", "Name another item.") : Place(life, step),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    private static Problem? Place(EveningLife life, EveningStep step) =>
        step.Details.AfterItemId is not { } after || after == life.Now?.Id || life.Remainder.Any(i => i.Id == after)
            ? null : new("afterItemId", "Name the item that is now or one that is to come.");

    private static Problem? Clock(EveningLife life, EveningStep step)
    {
        if (step.Kind is EveningStepKind.ClockStarted or EveningStepKind.ClockResumed && NotWhilePaused(life) is { } paused)
            return paused;
        if (step.Kind == EveningStepKind.ClockStarted)
            return null;
        if (!life.Clocks.TryGetValue(step.Details.Clock!.Value, out var clock))
            return new("clock", "This clock has not been started.");
        return step.Kind switch
        {
            EveningStepKind.ClockPaused when clock.RunningSince is null && !clock.IsHeld => new("clock", "It is paused already."),
            EveningStepKind.ClockResumed when clock.RunningSince is not null => new("clock", "It is running."),
            EveningStepKind.ClockExtended when clock.Seconds + step.Details.Seconds!.Value is < 1 or > LongestSeconds =>
                new("seconds", "Take away less: a clock keeps a length of more than 0 and at most 12 hours."),
            _ => null,
        };
    }

    private static Problem? RollCall(EveningLife life, EveningStep step)
    {
        if (life.RollCall is not { } call)
            return NoRollCall;
        if (step.Details.SubjectId is not { } id || !call.Figures.ContainsKey(id))
            return new("subjectId", "This institution is not in the roll call.");
        var isCalled = call.Called.Any(c => c.Id == id);
        return step.Kind == EveningStepKind.InstitutionCalled == isCalled
            ? new("subjectId", isCalled ? "It has been called." : "It has not been called.") : null;
    }

    private static Problem? NotWhilePaused(EveningLife life) => life.Stage == EveningStage.Paused ? new("", "The evening is paused: resume it first.") : null;

    private static Problem NoSuchItem => new("itemId", "There is no such item this evening.");

    private static Problem NoRollCall => new("", "The roll call has not begun.");
}
