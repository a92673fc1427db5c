using NodaTime;

namespace Assemblies.Record.Corrections;

/// <summary>What two people decided about a dispute.</summary>
public enum DisputeOutcome
{
    /// <summary>The office is right: a correction follows.</summary>
    Upheld,

    /// <summary>The record stands; the office's words stay beside it.</summary>
    NotUpheld,
}

/// <summary>An office says that a revealed answer is not what was said. Its words are public, verbatim, from the moment they are entered.</summary>
public sealed class Dispute
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>Who disputes it, by office: "Mayor's office".</summary>
    public required string RaisedBy { get; init; }

    /// <summary>What they say, verbatim.</summary>
    public required string Words { get; init; }

    public required Instant RaisedAt { get; init; }
    public required string EnteredBy { get; init; }

    /// <summary>What the first of two people decided; it counts when the second decides the same.</summary>
    public DisputeOutcome? Proposed { get; set; }

    /// <summary>Public once decided. Why, in a sentence.</summary>
    public string? Grounds { get; set; }

    public string? ProposedBy { get; set; }

    /// <summary>What stands; null while it is open.</summary>
    public DisputeOutcome? Outcome { get; set; }

    public string? DecidedBy { get; set; }
    public Instant? DecidedAt { get; set; }
}
