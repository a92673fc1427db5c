using NodaTime;

namespace Assemblies.Institutions;

/// <summary>Whether an institution belongs to the alliance or comes to see.</summary>
public enum Membership
{
    Member,
    Visiting,
}

/// <summary>A church, mosque, school, union or charity: the unit of turnout.</summary>
public sealed class Institution
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>How the name is said, for whoever calls it in the hall: "ma-SHEE-ah". Null where nobody would ask.</summary>
    public string? Pronunciation { get; set; }

    /// <summary>The name folded for comparison; unique, so that one institution cannot be entered twice.</summary>
    public required string NameKey { get; set; }

    /// <summary>The local section of the alliance, or null where the alliance has none.</summary>
    public string? Chapter { get; set; }

    /// <summary>In the alliance's own words: church, mosque, school, union …</summary>
    public string? Kind { get; set; }

    public Membership Membership { get; set; }

    /// <summary>How many people belong to it, in its own way of counting; null where nobody said. Turnout is compared with it, for staff only.</summary>
    public int? Size { get; set; }
}

/// <summary>An institution's group at one assembly: what it promised, what it needs, who answers for it.</summary>
public sealed class Delegation
{
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>Turnout pledge: how many people the institution promised.</summary>
    public int Pledge { get; set; }

    /// <summary>Turnout goal: how many are needed from it.</summary>
    public int? Goal { get; set; }

    /// <summary>How many have said lately that they come, in the captain's or the organiser's judgement; null where nobody said.</summary>
    public int? Confirmed { get; set; }

    /// <summary>How many named people were erased after the evening: the number stays, the names do not (turnout.md, rule 39).</summary>
    public int NamesErased { get; set; }

    /// <summary>How many of <see cref="NamesErased"/> had come with a pass of their own.</summary>
    public int ErasedCame { get; set; }

    /// <summary>The turn-out captain's name. Staff only: never on a public screen, in a log or in the journal.</summary>
    public string? Captain { get; set; }
}

/// <summary>A named person expected with a delegation. Optional: an institution may have only a number.</summary>
public sealed class Person
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>Personal data: together with the institution it implies belief. Staff only.</summary>
    public required string Name { get; set; }

    public Instant RegisteredAt { get; init; }
}
