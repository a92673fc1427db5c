namespace Assemblies.Turnout.Tags;

/// <summary>Who of the evening's people a pass announces.</summary>
public enum ArrivalTagKind
{
    /// <summary>Someone who gives a testimony.</summary>
    Speaker,

    /// <summary>Whoever interprets a speaker; the owner is the speaker.</summary>
    Interpreter,

    PowerHolder,
}

/// <summary>Ties a pass to someone the agenda waits for, so that a scan at the door is seen on the floor (turnout.md, the last section).</summary>
/// <remarks>To the pass itself, or to a person of a delegation and whatever pass they have.</remarks>
public sealed class ArrivalTag
{
    /// <summary>The speaker or power-holder.</summary>
    public required Guid OwnerId { get; init; }

    public required ArrivalTagKind Kind { get; init; }
    public required Guid AssemblyId { get; init; }

    /// <summary>Goes with the person: when the name is erased, so is what ties it to a story.</summary>
    public Guid? PersonId { get; set; }

    public Guid? PassId { get; set; }
}

/// <summary>Which pass announces somebody: at most one of the two.</summary>
/// <param name="PersonId">A person named with a delegation: whatever pass they have.</param>
/// <param name="PassCode">The short code printed on a pass; hyphens and spaces do not matter.</param>
public sealed record ArrivalTagCommand(Guid? PersonId = null, string? PassCode = null);
