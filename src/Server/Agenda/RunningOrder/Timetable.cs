using NodaTime;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>When an item begins and ends if everything before it takes as long as planned.</summary>
public sealed record PlannedTime(Instant Start, Instant End);

/// <summary>A running order laid along the clock (live.md, rules 17 and 18), as planned: nothing here knows what time it is.</summary>
/// <remarks>
/// Reckoned in instants and shown on the assembly's wall clock, so that a night on which the clocks change is no longer and no shorter than it is.
/// A wall-clock time that such a night has twice means the first.
/// </remarks>
/// <param name="Times">One for each item, in their order.</param>
/// <param name="Start">When the first item begins.</param>
/// <param name="Finish">When the last one ends.</param>
/// <param name="HardEnd">The finish the chair may not miss.</param>
public sealed record Timetable(IReadOnlyList<PlannedTime> Times, Instant Start, Instant Finish, Instant HardEnd)
{
    /// <summary>From the planned finish to the hard end; negative when the plan is too long.</summary>
    public Duration Spare => HardEnd - Finish;

    /// <summary>The lengths of all items together.</summary>
    public Duration Planned => Finish - Start;

    /// <param name="zone">The hall's.</param>
    /// <param name="start">When the assembly starts, on its wall clock.</param>
    /// <param name="hardEnd">The finish the chair may not miss, on the same clock.</param>
    /// <param name="plannedSeconds">The items' lengths in their order.</param>
    public static Timetable Of(DateTimeZone zone, LocalDateTime start, LocalDateTime hardEnd, IEnumerable<int> plannedSeconds)
    {
        var first = zone.AtLeniently(start).ToInstant();
        var times = new List<PlannedTime>();
        var at = first;
        foreach (var seconds in plannedSeconds)
            times.Add(new PlannedTime(at, at += Duration.FromSeconds(seconds)));
        return new Timetable(times, first, at, zone.AtLeniently(hardEnd).ToInstant());
    }

    /// <summary>The running order as it was read: as planned, or as it is lived.</summary>
    public static Timetable Of(PlannedEvening evening) =>
        new([.. evening.Items.Select(i => new PlannedTime(i.StartsAt, i.EndsAt))], evening.StartsAt, evening.EndsAt, evening.HardEndAt);

    public static Timetable Of(AccountabilityAssembly assembly, IEnumerable<int> plannedSeconds) =>
        Of(DateTimeZoneProviders.Tzdb[assembly.TimeZone], assembly.Start, assembly.HardEnd, plannedSeconds);
}
