using NodaTime;

namespace Assemblies.Agenda;

/// <summary>Where an assembly is in its life. Doors work only while it is <see cref="Open"/>.</summary>
public enum AssemblyState
{
    /// <summary>Being prepared; no scan is admitted.</summary>
    Preparing,

    /// <summary>The doors may admit.</summary>
    Open,

    /// <summary>Over. The record stays, nothing more is admitted.</summary>
    Closed,
}

/// <summary>One accountability assembly (DART: Nehemiah Action; IAF: action): an evening of the alliance.</summary>
/// <remarks>
/// Times are wall-clock times in <see cref="TimeZone"/>, with Doors ≤ Start &lt; HardEnd.
/// </remarks>
public sealed class AccountabilityAssembly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The public address: lower-case words and digits joined by hyphens, unique in the alliance.</summary>
    public required string Slug { get; set; }

    public required string Title { get; set; }
    public required string Venue { get; set; }

    /// <summary>TZDB id, for example <c>America/New_York</c>.</summary>
    public required string TimeZone { get; set; }

    public required LocalDateTime Doors { get; set; }
    public required LocalDateTime Start { get; set; }

    /// <summary>When the hall must be empty or the power-holders leave: the finish the chair may not miss.</summary>
    public required LocalDateTime HardEnd { get; set; }

    /// <summary>The most people the room may hold, by law.</summary>
    public required int RoomCapacity { get; set; }

    /// <summary>Where a full room sends people, in the organiser's words: "St Mary's hall, across the yard". Null where there is nowhere.</summary>
    public string? Overflow { get; set; }

    /// <summary>Screens list no institution of which fewer have arrived (turnout.md, rule 25). 0 lists all.</summary>
    public int SmallestShown { get; set; }

    /// <summary>Names of those who came are erased so many days after the end; counts stay (turnout.md, rule 39).</summary>
    public int RetentionDays { get; set; } = AssemblyRules.UsualRetentionDays;

    /// <summary>Public: whom the press may ask, as it stands on the result sheet: a role or a name that agreed, with a telephone number or an address.</summary>
    public string? PressContact { get; set; }

    public AssemblyState State { get; set; }
}
