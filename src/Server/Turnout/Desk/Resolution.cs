using NodaTime;

namespace Assemblies.Turnout.Desk;

/// <summary>What the desk did about a scan that a person had to look at.</summary>
public enum ResolutionKind
{
    /// <summary>It is right as it is.</summary>
    LeftAsIs,

    /// <summary>It was taken back by an undo.</summary>
    TakenBack,

    /// <summary>It was taken back, and the people were counted with an institution by a new scan.</summary>
    CountedWith,

    /// <summary>It was taken back, and the pass that the person turned out to have was scanned (turnout.md, rule 17: never by name alone).</summary>
    Merged,
}

/// <summary>That a person looked at a scan. The counts do not read it: they follow from scans alone.</summary>
public sealed class Resolution
{
    public required Guid ScanId { get; init; }
    public required Guid AssemblyId { get; init; }
    public required Instant At { get; init; }

    /// <summary>Who, as in the journal.</summary>
    public required string By { get; init; }

    public required ResolutionKind Kind { get; init; }

    /// <summary>In the desk's words; never a name, and erased with the names all the same.</summary>
    public string? Note { get; set; }
}
