using NodaTime;

namespace Assemblies.Asks;

/// <summary>Someone who can grant an ask, invited to answer in public.</summary>
public sealed class PowerHolder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required string Name { get; set; }

    /// <summary>The office that can grant the ask: "Mayor of Baltimore".</summary>
    public required string Office { get; set; }

    /// <summary>The agreed order in which power-holders are shown (product.md, section 5): 1 is first.</summary>
    public required int Order { get; set; }

    /// <summary>How they were invited and what they replied (product.md, 6): it stays in the record, whatever they do.</summary>
    public Invitation Invitation { get; set; } = Invitation.None;

    /// <summary>When they have to leave, on the assembly's wall clock; null when nobody said.</summary>
    public LocalDateTime? DepartsAt { get; set; }
}

/// <summary>A "Will you …?" question. Its words live in <see cref="AskVersion"/> and are never overwritten.</summary>
public sealed class Ask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }

    /// <summary>Position on the score sheet: 1 is first.</summary>
    public required int Number { get; set; }

    /// <summary>Area or campaign, for example "A City for Youth".</summary>
    public string? Area { get; set; }

    /// <summary>The present version; answers name the version they were given to.</summary>
    public required int Version { get; set; }
}

/// <summary>The words of one version of an ask.</summary>
public sealed class AskVersion
{
    public required Guid AskId { get; init; }
    public required int Version { get; init; }
    public required string Text { get; init; }
    public required Instant WrittenAt { get; init; }
}

/// <summary>A cell of the sparse matrix: this ask is put to this power-holder.</summary>
public sealed class AskTarget
{
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }
}
