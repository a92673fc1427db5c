using NodaTime;

namespace Assemblies.Commitments.Office;

/// <summary>The private address of one power-holder's office: whoever has it sees what that office promised and answers for it. An office has at most one that works.</summary>
public sealed class OfficeLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>SHA-256 of the 256-bit token; the token itself is shown once.</summary>
    public required byte[] TokenHash { get; init; }

    public required Instant IssuedAt { get; init; }

    /// <summary>Who issued it: a kind and an id, as in the journal.</summary>
    public required string IssuedBy { get; init; }

    public required Instant ExpiresAt { get; init; }
    public Instant? RevokedAt { get; set; }
}
