using Assemblies.Agenda.RunningOrder;
using NodaTime;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>An item of the running order as lived.</summary>
/// <param name="Id">The item.</param>
/// <param name="Kind">What happens in it.</param>
/// <param name="Title">Its title when it came into the evening.</param>
/// <param name="PlannedSeconds">Its length in the plan; 0 for what was inserted.</param>
/// <param name="Seconds">Its length now.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
/// <param name="IsInserted">It was not in the plan.</param>
public sealed record EveningItem(Guid Id, AgendaItemKind Kind, string Title, int PlannedSeconds, int Seconds, bool MustNotCut, bool IsInserted)
{
    public ItemStatus Status { get; init; }

    /// <summary>How long it was now, without the time since <see cref="RunningSince"/>.</summary>
    public Duration Spent { get; init; }

    public Instant? RunningSince { get; init; }

    /// <summary>When it was now for the first time.</summary>
    public Instant? BeganAt { get; init; }

    /// <summary>When it was over for the last time.</summary>
    public Instant? OverAt { get; init; }

    /// <summary>When its time is up; null while its clock stands.</summary>
    public Instant? EndsAt => RunningSince + Duration.FromSeconds(Seconds) - Spent;

    public Duration SpentAt(Instant now) => RunningSince is { } since ? Spent + (now - since) : Spent;

    /// <summary>What it still needs; never less than nothing.</summary>
    public Duration LeftAt(Instant now) => Duration.Max(Duration.Zero, Duration.FromSeconds(Seconds) - SpentAt(now));

    internal EveningItem StandAt(Instant at) => this with { Spent = SpentAt(at), RunningSince = null };

    internal EveningItem RunFrom(Instant at) => this with { RunningSince = at };
}

/// <summary>One of the separate clocks.</summary>
/// <param name="Kind">Which.</param>
/// <param name="SubjectId">The speaker or power-holder.</param>
/// <param name="ItemId">The item in which it was started.</param>
/// <param name="PlannedSeconds">Its length when it started.</param>
/// <param name="Seconds">Its length now.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record EveningClock(EveningClockKind Kind, Guid? SubjectId, Guid? ItemId, int PlannedSeconds, int Seconds, Instant StartedAt)
{
    /// <summary>How long it has run, without the time since <see cref="RunningSince"/>.</summary>
    public Duration Spent { get; init; }

    public Instant? RunningSince { get; init; }

    /// <summary>It stands because the evening is paused, and goes on with it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>For a speech that is over.</summary>
    public Instant? StoppedAt { get; init; }

    public Instant? EndsAt => RunningSince + Duration.FromSeconds(Seconds) - Spent;

    internal EveningClock StandAt(Instant at) => this with { Spent = RunningSince is { } since ? Spent + (at - since) : Spent, RunningSince = null };
}

/// <summary>The roll call: figures that were frozen once, and who was called.</summary>
/// <param name="Order">The order of the institutions.</param>
/// <param name="First">For the custom order: who comes first.</param>
/// <param name="Figures">Arrived at the freeze, by institution.</param>
/// <param name="Called">In the order in which they were called.</param>
public sealed record RollCallLife(
    RollCallOrder Order, IReadOnlyList<Guid> First, IReadOnlyDictionary<Guid, int> Figures, IReadOnlyList<CalledInstitution> Called);

public sealed record CalledInstitution(Guid Id, int Figure, Instant At);

/// <param name="Id">The command that showed it.</param>
/// <param name="Text">What the timer says.</param>
/// <param name="TimerId">One timer; null for all.</param>
/// <param name="At">When it was shown.</param>
public sealed record ShownMessage(Guid Id, string Text, Guid? TimerId, Instant At);
