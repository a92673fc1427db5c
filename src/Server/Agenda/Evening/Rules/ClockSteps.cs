using NodaTime;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Steps of the separate clocks: they run together with the item's own (live.md, rule 19).</summary>
internal static class ClockSteps
{
    public static EveningLife After(EveningLife life, EveningStep step)
    {
        var kind = step.Details.Clock!.Value;
        return step.Kind switch
        {
            EveningStepKind.ClockStarted => Set(Stop(life, kind, step.At), new EveningClock(
                kind, step.Details.SubjectId, life.Now?.Id, step.Details.Seconds!.Value, step.Details.Seconds.Value, step.At) { RunningSince = step.At }),
            EveningStepKind.ClockPaused => Set(life, life.Clocks[kind].StandAt(step.At) with { IsHeld = false }),
            EveningStepKind.ClockResumed => Set(life, life.Clocks[kind] with { RunningSince = step.At }),
            EveningStepKind.ClockExtended => Set(life, life.Clocks[kind] with { Seconds = life.Clocks[kind].Seconds + step.Details.Seconds!.Value }),
            EveningStepKind.ClockStopped => Stop(life, kind, step.At),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    public static EveningLife StopAll(EveningLife life, Instant at) => life.Clocks.Keys.Aggregate(life, (l, kind) => Stop(l, kind, at));

    private static EveningLife Set(EveningLife life, EveningClock clock) => life with { Clocks = life.Clocks.SetItem(clock.Kind, clock) };

    private static EveningLife Stop(EveningLife life, EveningClockKind kind, Instant at) => !life.Clocks.TryGetValue(kind, out var clock) ? life : life with
    {
        Clocks = life.Clocks.Remove(kind),
        Speeches = life.Speeches.Add(clock.StandAt(at) with { IsHeld = false, StoppedAt = at }),
    };
}
