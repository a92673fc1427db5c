using System.Collections.Immutable;
using NodaTime;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Steps that say which item is now.</summary>
internal static class PositionSteps
{
    public static EveningLife After(EveningLife life, EveningStep step) => step.Kind switch
    {
        EveningStepKind.Started => Begin(Start(life, step), step.ItemId!.Value, step.At),
        EveningStepKind.Advanced => Begin(Leave(life, ItemStatus.Done, step.At), step.ItemId!.Value, step.At, life.NowIndex),
        EveningStepKind.Returned => Begin(Leave(life, ItemStatus.Planned, step.At), step.ItemId!.Value, step.At),
        EveningStepKind.Paused => Pause(life, step.At),
        EveningStepKind.Resumed => Resume(life, step.At),
        EveningStepKind.Ended => Leave(life, ItemStatus.Done, step.At) with { Stage = EveningStage.Ended, PausedAt = null, EndedAt = step.At },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static EveningLife Start(EveningLife life, EveningStep step) => life with
    {
        Stage = EveningStage.Running,
        StartedAt = step.At,
        Control = step.By,
        Items = [.. step.Details.Plan!.Select(p => new EveningItem(p.Id, p.Kind, p.Title, p.Seconds, p.Seconds, p.MustNotCut, IsInserted: false))],
    };

    // What is said is said for this item: its clocks end with it.
    private static EveningLife Leave(EveningLife life, ItemStatus as_, Instant at) => ClockSteps.StopAll(life, at) with
    {
        Items = life.Now is { } now
            ? life.Items.Replace(now, now.StandAt(at) with { Status = as_, OverAt = as_ == ItemStatus.Done ? at : now.OverAt })
            : life.Items,
    };

    private static EveningLife Begin(EveningLife life, Guid itemId, Instant at, int leftIndex = -1)
    {
        var item = life.Find(itemId)!;
        var begun = item.RunFrom(at) with { Status = ItemStatus.Now, BeganAt = item.BeganAt ?? at };
        // An item that is named comes before what was to be next; what it passes stays to come.
        var place = leftIndex < 0 ? -1 : life.Items.FindIndex(leftIndex + 1, i => i.Status == ItemStatus.Planned || i.Id == itemId);
        var from = life.Items.IndexOf(item);
        return life with
        {
            Items = place < 0 || place == from ? life.Items.SetItem(from, begun)
                : life.Items.RemoveAt(from).Insert(place - (from < place ? 1 : 0), begun),
        };
    }

    private static EveningLife Pause(EveningLife life, Instant at) => life with
    {
        Stage = EveningStage.Paused,
        PausedAt = at,
        Items = life.Items.Replace(life.Now!, life.Now!.StandAt(at)),
        Clocks = life.Clocks.ToImmutableSortedDictionary(c => c.Key, c => c.Value.RunningSince is null ? c.Value : c.Value.StandAt(at) with { IsHeld = true }),
    };

    private static EveningLife Resume(EveningLife life, Instant at) => life with
    {
        Stage = EveningStage.Running,
        PausedAt = null,
        Items = life.Items.Replace(life.Now!, life.Now!.RunFrom(at)),
        Clocks = life.Clocks.ToImmutableSortedDictionary(c => c.Key, c => c.Value.IsHeld ? c.Value with { RunningSince = at, IsHeld = false } : c.Value),
    };
}
