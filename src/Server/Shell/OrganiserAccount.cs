using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Assemblies.Shell;

/// <summary>An organiser who signs in with an e-mail address and a long password.</summary>
public sealed class OrganiserAccount : IdentityUser<Guid>
{
    public OrganiserAccount() => Id = Guid.CreateVersion7();
}

/// <summary>A token that lets a program act for an organiser over HTTP.</summary>
public sealed class ApiToken
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganiserId { get; init; }

    /// <summary>What it is for, in the organiser's words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the 256-bit token; the token itself is shown once.</summary>
    public required byte[] TokenHash { get; init; }

    public required Instant CreatedAt { get; init; }
    public Instant? RevokedAt { get; set; }
}
