using NodaTime;

namespace Assemblies.Commitments.Calendar;

/// <summary>The private address at which a calendar program reads due dates for one organiser. An organiser has at most one that works.</summary>
public sealed class CalendarLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganiserId { get; init; }

    /// <summary>SHA-256 of the 256-bit token; the token itself is shown once.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Only what this organiser follows up; otherwise everything that is open.</summary>
    public required bool OnlyMine { get; init; }

    public required Instant IssuedAt { get; init; }
    public Instant? RevokedAt { get; set; }
}
