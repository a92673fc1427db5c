using NodaTime;

namespace Assemblies.Turnout.Captain;

/// <summary>The private address of one institution's turn-out captain: whoever has it prepares that delegation and sees nothing of others.</summary>
public sealed class CaptainLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>SHA-256 of the 256-bit token; the token itself is shown once.</summary>
    public required byte[] TokenHash { get; init; }

    public required Instant IssuedAt { get; init; }

    /// <summary>Who issued it: a kind and an id, as in the journal.</summary>
    public required string IssuedBy { get; init; }

    public Instant? RevokedAt { get; set; }

    /// <summary>When somebody last changed something with it. Looking is not kept: no GET changes anything.</summary>
    public Instant? LastUsedAt { get; set; }
}
