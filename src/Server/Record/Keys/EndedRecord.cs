using NodaTime;

namespace Assemblies.Record.Keys;

/// <summary>A record that ended because its key was lost. It stays published where it was; the record that succeeds it names its last checkpoint.</summary>
public sealed class EndedRecord
{
    public required Guid AssemblyId { get; init; }

    /// <summary>Where it is published, as before.</summary>
    public required string Slug { get; init; }

    public required string Origin { get; init; }

    /// <summary>The key that signed its last checkpoint.</summary>
    public required string VerifierKey { get; init; }

    /// <summary>Its last checkpoint: a signed note.</summary>
    public required string Checkpoint { get; init; }

    public required Instant EndedAt { get; init; }

    /// <summary>The organiser, by id.</summary>
    public required string EndedBy { get; init; }

    /// <summary>Public. How the key was lost.</summary>
    public required string Reason { get; init; }
}

/// <summary>An entry of a record that ended, as it was signed.</summary>
public sealed class EndedRecordEntry
{
    public required string Slug { get; init; }
    public required long Seq { get; init; }
    public required string Type { get; init; }

    /// <summary>The exact bytes; null where they were withheld.</summary>
    public byte[]? Bytes { get; init; }

    public required byte[] Hash { get; init; }
    public required string Checkpoint { get; init; }
}
