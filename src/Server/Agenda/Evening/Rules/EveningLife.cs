using System.Collections.Immutable;
using NodaTime;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Where the evening stands: the fold of its steps. Pure; only instants of the server are in it, so a change of the wall clock moves nothing.</summary>
public sealed record EveningLife
{
    public static EveningLife New { get; } = new();

    /// <summary>How many steps were taken, undone ones too.</summary>
    public int Version { get; init; }

    public EveningStage Stage { get; init; }

    /// <summary>In live order: what is over or passed over, what is now, what is to come.</summary>
    public ImmutableList<EveningItem> Items { get; init; } = [];

    /// <summary>The separate clocks that have not been stopped.</summary>
    public ImmutableSortedDictionary<EveningClockKind, EveningClock> Clocks { get; init; } = ImmutableSortedDictionary<EveningClockKind, EveningClock>.Empty;

    /// <summary>Speeches that are over.</summary>
    public ImmutableList<EveningClock> Speeches { get; init; } = [];

    /// <summary>Required words that were said, by item.</summary>
    public ImmutableHashSet<(Guid ItemId, string Text)> Words { get; init; } = [];

    /// <summary>Who holds control, as in the journal.</summary>
    public string? Control { get; init; }

    public RollCallLife? RollCall { get; init; }

    public ImmutableList<ShownMessage> Messages { get; init; } = [];

    public Instant? StartedAt { get; init; }
    public Instant? PausedAt { get; init; }
    public Instant? EndedAt { get; init; }

    public EveningItem? Now => Items.Find(i => i.Status == ItemStatus.Now);

    /// <summary>The first item to come that is not skipped.</summary>
    public EveningItem? Next => Remainder.FirstOrDefault(i => i.Status == ItemStatus.Planned);

    /// <summary>What comes after the item that is now, skipped items too; everything before the start, nothing after the end.</summary>
    public IEnumerable<EveningItem> Remainder => Stage == EveningStage.Ended ? [] : Items.Skip(NowIndex + 1);

    internal int NowIndex => Items.FindIndex(i => i.Status == ItemStatus.Now);

    public EveningItem? Find(Guid? id) => id is null ? null : Items.Find(i => i.Id == id);

    /// <summary>Folds the steps of one evening, in the order of their versions. What was undone has never been.</summary>
    public static EveningLife Of(IEnumerable<EveningStep> steps)
    {
        var all = steps.OrderBy(s => s.Version).ToList();
        var undone = all.Where(s => s.Kind == EveningStepKind.Undone).Select(s => s.Details.Undoes).ToHashSet();
        return all.Where(s => !undone.Contains(s.Version)).Aggregate(New, (life, step) => life.After(step)) with { Version = all.Count == 0 ? 0 : all[^1].Version };
    }

    /// <summary>The evening after one more step, which <see cref="EveningRules"/> does not forbid.</summary>
    public EveningLife After(EveningStep step) => (this with { Version = step.Version }).Take(step);

    private EveningLife Take(EveningStep step) => step.Kind switch
    {
        EveningStepKind.Started or EveningStepKind.Advanced or EveningStepKind.Returned or EveningStepKind.Paused or EveningStepKind.Resumed
            or EveningStepKind.Ended => PositionSteps.After(this, step),
        EveningStepKind.Skipped or EveningStepKind.Restored or EveningStepKind.LengthChanged or EveningStepKind.TimeAdded or EveningStepKind.Moved
            or EveningStepKind.Inserted => OrderSteps.After(this, step),
        EveningStepKind.ClockStarted or EveningStepKind.ClockPaused or EveningStepKind.ClockResumed or EveningStepKind.ClockExtended
            or EveningStepKind.ClockStopped => ClockSteps.After(this, step),
        EveningStepKind.WordsRead => this with { Words = Words.Add((step.ItemId!.Value, step.Details.Text!)) },
        EveningStepKind.WordsUnread => this with { Words = Words.Remove((step.ItemId!.Value, step.Details.Text!)) },
        EveningStepKind.ControlTaken => this with { Control = step.By },
        EveningStepKind.RollCallStarted or EveningStepKind.RollCallOrdered or EveningStepKind.InstitutionCalled or EveningStepKind.InstitutionUncalled =>
            this with { RollCall = RollCallSteps.After(RollCall, step) },
        // A message takes the place of the one before it on the same timers.
        EveningStepKind.MessageShown => this with
        {
            Messages = Messages.RemoveAll(m => m.TimerId == step.Details.TimerId)
                .Add(new ShownMessage(step.CommandId, step.Details.Text!, step.Details.TimerId, step.At)),
        },
        EveningStepKind.MessageCleared => this with
        {
            Messages = step.Details.TimerId is { } timer ? Messages.RemoveAll(m => m.TimerId == timer) : [],
        },
        EveningStepKind.Undone => this,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
