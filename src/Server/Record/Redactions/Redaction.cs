using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Record.Redactions;

/// <summary>Where a redaction is.</summary>
public enum RedactionState
{
    /// <summary>One person proposes it; nothing is removed yet.</summary>
    Proposed,

    /// <summary>A second person decided the same: what it names is gone, and the record says so.</summary>
    Made,

    /// <summary>A second person refused it.</summary>
    Rejected,
}

/// <summary>A proposal to remove something personal from the public record, and what became of it. Nobody decides alone (docs/record-format.md, redaction.made).</summary>
public sealed class Redaction
{
    /// <summary>The disclosures of an entry are deleted; its words stay.</summary>
    public const int DisclosuresOnly = 1;

    /// <summary>The entry's words are withheld; its hash is published.</summary>
    public const int WholeEntry = 2;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }

    /// <summary>The entry.</summary>
    public required long Seq { get; init; }

    /// <summary><see cref="DisclosuresOnly"/> or <see cref="WholeEntry"/>.</summary>
    public required int Level { get; init; }

    public required RedactionGround Ground { get; init; }

    /// <summary>Public. Why, in a sentence that says nothing of what is removed.</summary>
    public required string Reason { get; init; }

    public required string ProposedBy { get; init; }
    public required Instant ProposedAt { get; init; }
    public RedactionState State { get; set; }

    /// <summary>The second person.</summary>
    public string? DecidedBy { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>Why it was refused. Staff only.</summary>
    public string? Refusal { get; set; }
}
