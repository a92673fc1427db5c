using NodaTime;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Somebody who has to leave at a known time, and the items that need them (live.md, rule 18).</summary>
/// <param name="Id">The power-holder.</param>
/// <param name="Name">The power-holder's name.</param>
/// <param name="At">When they leave.</param>
/// <param name="ItemIds">Items that need them.</param>
public sealed record GuestDeparture(Guid Id, string Name, Instant At, IReadOnlyCollection<Guid> ItemIds);

/// <summary>Drift and projected finish. All of it is differences of instants: a night in which the clocks change is like any other.</summary>
public static class Reckoning
{
    /// <summary>What the items after the one that is now still need.</summary>
    public static int LeftSeconds(EveningLife life) => Whole(Left(life.Remainder));

    /// <summary>The planned lengths of what lies behind, skipped items too: where the plan says the evening should be.</summary>
    public static int CreditSeconds(EveningLife life) => life.Stage switch
    {
        EveningStage.NotStarted => 0,
        EveningStage.Ended => life.Items.Sum(i => i.PlannedSeconds),
        _ => life.Items.Take(life.NowIndex).Sum(i => i.PlannedSeconds),
    };

    public static Instant PlannedFinish(EveningLife life, Instant plannedStart) => plannedStart + Duration.FromSeconds(life.Items.Sum(i => i.PlannedSeconds));

    /// <summary>When it will be over if everything to come keeps its length. Before the start it counts from the planned start, or from now when that is past.</summary>
    public static Instant ProjectedFinish(EveningLife life, Instant plannedStart, Instant now) => life.Stage switch
    {
        EveningStage.NotStarted => Instant.Max(now, plannedStart) + Left(life.Remainder),
        EveningStage.Ended => life.EndedAt!.Value,
        _ => now + life.Now!.LeftAt(now) + Left(life.Remainder),
    };

    /// <summary>How late the evening is against the plan, in seconds; less than 0 is early.</summary>
    public static int Drift(EveningLife life, Instant plannedStart, Instant now) => life.Stage switch
    {
        EveningStage.NotStarted => Math.Max(0, Whole(now - plannedStart)),
        EveningStage.Ended => Whole(life.EndedAt!.Value - PlannedFinish(life, plannedStart)),
        _ => Whole(now - plannedStart) - CreditSeconds(life) - Math.Min(Whole(life.Now!.SpentAt(now)), life.Now.PlannedSeconds),
    };

    /// <summary>The last item to come that needs somebody, and what must still happen until it is over besides what the running item has left.</summary>
    public static (Guid? LastItemId, int SecondsUntilFree) UntilFree(EveningLife life, GuestDeparture departure)
    {
        var ahead = life.Remainder.Where(i => i.Status == ItemStatus.Planned).ToList();
        var last = ahead.FindLastIndex(i => departure.ItemIds.Contains(i.Id));
        return last >= 0 ? (ahead[last].Id, Whole(Left(ahead.Take(last + 1))))
            : life.Now is { } now && departure.ItemIds.Contains(now.Id) ? (now.Id, 0) : (null, 0);
    }

    /// <summary>By how many seconds somebody would miss their departure; 0 when they leave in time.</summary>
    public static int LateFor(EveningLife life, GuestDeparture departure, Instant plannedStart, Instant now)
    {
        if (UntilFree(life, departure) is not ({ }, var seconds))
            return 0;
        var free = (life.Now is { } item ? now + item.LeftAt(now) : Instant.Max(now, plannedStart)) + Duration.FromSeconds(seconds);
        return Math.Max(0, Whole(free - departure.At));
    }

    private static Duration Left(IEnumerable<EveningItem> items) => items.Where(i => i.Status == ItemStatus.Planned)
        .Aggregate(Duration.Zero, (sum, i) => sum + Duration.Max(Duration.Zero, Duration.FromSeconds(i.Seconds) - i.Spent));

    private static int Whole(Duration duration) => (int)Math.Floor(duration.TotalSeconds);
}
