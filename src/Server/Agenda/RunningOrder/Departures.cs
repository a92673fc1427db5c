using NodaTime;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Somebody who is needed for an item and has to leave at some time that evening.</summary>
/// <param name="Name">Who, in words for the organiser.</param>
/// <param name="At">When they leave.</param>
/// <param name="Position">The item's place: 1 is first.</param>
public sealed record Departure(string Name, Instant At, int Position);

/// <summary>Sets a running order against the times at which guests leave (live.md, rule 18).</summary>
public static class Departures
{
    /// <summary>The departures that come before the end of the item they are needed for, the first item first.</summary>
    public static IReadOnlyList<Departure> TooEarly(Timetable timetable, IEnumerable<Departure> departures) =>
        [.. departures.Where(d => d.At < timetable.Times[d.Position - 1].End).OrderBy(d => d.Position).ThenBy(d => d.At)];

    /// <summary>Whether they are gone before the item begins, and not only before it ends.</summary>
    public static bool IsBeforeStart(this Departure departure, Timetable timetable) =>
        departure.At <= timetable.Times[departure.Position - 1].Start;
}
