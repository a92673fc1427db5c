using System.Text.RegularExpressions;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Agenda;

/// <summary>What a plan must say before it is kept.</summary>
public static partial class AssemblyRules
{
    /// <summary>Until an organiser chooses otherwise (turnout.md, rule 39).</summary>
    public const int UsualRetentionDays = 30;

    private const int LongestRetentionDays = 3_650;
    private const int LargestSmallest = 100;
    private const int LongestOverflow = 200;
    private const int LongestContact = 300;
    private const int LongestTitle = 120;
    private const int LongestVenue = 200;
    private const int LongestSlug = 80;
    private const int LargestRoom = 100_000;
    private static readonly Period LongestEvening = Period.FromHours(24);

    public static IEnumerable<Problem> Problems(AssemblyCommand plan)
    {
        if ((plan.Title ?? "").Trim().Length is 0 or > LongestTitle)
            yield return new("title", $"Give the assembly a title of 1 to {LongestTitle} characters.");
        if ((plan.Venue ?? "").Trim().Length is 0 or > LongestVenue)
            yield return new("venue", $"Say where it takes place, in 1 to {LongestVenue} characters.");
        if (plan.RoomCapacity is null or < 1 or > LargestRoom)
            yield return new("roomCapacity", $"Give the most people the room may hold, a whole number from 1 to {LargestRoom:N0}.");
        if (plan.Slug is not null && (plan.Slug.Length > LongestSlug || !SlugShape().IsMatch(plan.Slug)))
            yield return new("slug", $"Use lower-case letters a to z, digits and single hyphens, at most {LongestSlug}: for example london-2026.");
        if (plan.Overflow?.Trim().Length > LongestOverflow)
            yield return new("overflow", $"Say in at most {LongestOverflow} characters where people go when the room is full.");
        if (plan.PressContact?.Trim().Length > LongestContact)
            yield return new("pressContact", $"Say in at most {LongestContact} characters whom the press may ask.");
        if (plan.SmallestShown is < 0 or > LargestSmallest)
            yield return new("smallestShown", $"Give a whole number from 0 to {LargestSmallest}; 0 shows every institution.");
        if (plan.RetentionDays is < 0 or > LongestRetentionDays)
            yield return new("retentionDays", $"Give the days after which names are erased, a whole number from 0 to {LongestRetentionDays:N0}.");
        foreach (var problem in TimeProblems(plan))
            yield return problem;
    }

    /// <summary>The time zone of that id, whatever its case; null when there is none.</summary>
    public static DateTimeZone? Zone(string? id) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(known => known.Equals(id?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } found
            ? DateTimeZoneProviders.Tzdb[found]
            : null;

    /// <summary>An address made of title and date.</summary>
    public static string SlugOf(string title, LocalDate date)
    {
        var words = Folding.Words(title).Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        var name = string.Join('-', words);
        // A title in another script leaves nothing that belongs into an address.
        name = name.Length == 0 ? "assembly" : name.Length > 60 ? name[..60].TrimEnd('-') : name;
        return $"{name}-{date:uuuu-MM-dd}";
    }

    private static IEnumerable<Problem> TimeProblems(AssemblyCommand plan)
    {
        var zone = Zone(plan.TimeZone);
        if (zone is null)
            yield return new("timeZone", "Choose the time zone of the hall, for example Europe/London or America/New_York.");
        foreach (var (field, what, time) in new[]
            { ("doors", "when the doors open", plan.Doors), ("start", "when it starts", plan.Start), ("hardEnd", "when it must be over", plan.HardEnd) })
        {
            if (time is not { } local)
                yield return new(field, $"Say {what}, with date and time, for example 2026-10-01T18:30.");
            else if (zone is not null && zone.MapLocal(local) is { Count: 0 } gap)
                yield return new(field, $"{local:HH:mm} does not exist on that day: in {zone.Id} the clocks go forward from "
                    + $"{gap.EarlyInterval.IsoLocalEnd:HH:mm} to {gap.LateInterval.IsoLocalStart:HH:mm}.");
        }
        if (plan.Start < plan.Doors)
            yield return new("start", "It cannot start before the doors open.");
        if (plan.HardEnd <= plan.Start)
            yield return new("hardEnd", "It must be over after it has started.");
        if (plan.HardEnd > plan.Doors?.Plus(LongestEvening))
            yield return new("hardEnd", "That is more than a day after the doors open: check the date.");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugShape();
}
