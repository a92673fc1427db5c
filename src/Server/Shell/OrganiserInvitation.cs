using NodaTime;

namespace Assemblies.Shell;

/// <summary>An open invitation to become an organiser. Used or revoked, it is removed, and the address with it.</summary>
public sealed class OrganiserInvitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Email { get; init; }

    /// <summary>As Identity compares addresses: an address has one open invitation.</summary>
    public required string NormalizedEmail { get; init; }

    /// <summary>SHA-256 of the 256-bit code; the code itself is shown once.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Whose word it is: it goes with that account.</summary>
    public required Guid InvitedById { get; init; }

    public required Instant ExpiresAt { get; init; }
}
