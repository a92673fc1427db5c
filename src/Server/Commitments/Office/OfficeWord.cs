using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Commitments.Office;

/// <summary>What an office uses its right of reply for.</summary>
public enum OfficeWordKind
{
    /// <summary>It says how things stand, in its own words.</summary>
    Reply,

    /// <summary>It says that the answer was another one; two organisers decide.</summary>
    Dispute,
}

/// <summary>Where an office's words are.</summary>
public enum OfficeWordState
{
    /// <summary>Received and kept; the public record could not take them yet.</summary>
    Received,

    /// <summary>In the public record, verbatim.</summary>
    Published,
}

/// <summary>Words that an office sent by its private page. They are kept as they came, from the moment they came until the record has them.</summary>
public sealed class OfficeWord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>The link by which they came.</summary>
    public required Guid LinkId { get; init; }

    public required OfficeWordKind Kind { get; init; }

    /// <summary>Verbatim while they wait; null once they are published, so that there is no second copy for a redaction to miss.</summary>
    public required string? Words { get; set; }

    /// <summary>Which official signed them; null for the office as such, and once they are published.</summary>
    public string? Person { get; set; }

    /// <summary>reply: the office's own status.</summary>
    public DeliveryStatus? OwnStatus { get; init; }

    public required Instant At { get; init; }
    public OfficeWordState State { get; set; }
}
