using NodaTime;

namespace Assemblies.Devices;

/// <summary>What a paired device may do (product.md, Vocabulary).</summary>
public enum DeviceRole
{
    Steward,
    Desk,
    Supervisor,
    Chair,
    Scribe,
    Timekeeper,
    StageManager,
    Projector,
    Kiosk,

    /// <summary>The screen that only the speaker sees: the clock, and what the stage manager has to say.</summary>
    StageTimer,
}

/// <summary>A phone, tablet or screen bound to one assembly, one role and, at the door, one door.</summary>
public sealed class Device
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required DeviceRole Role { get; init; }
    public Guid? DoorId { get; init; }

    /// <summary>What people call it: "North door, phone 2". Never a person's name.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the 256-bit token the device holds (turnout.md, rule 28).</summary>
    public required byte[] TokenHash { get; init; }

    public required Instant PairedAt { get; init; }

    /// <summary>The token stops working at this instant: 24 hours after the hard end.</summary>
    public required Instant ExpiresAt { get; init; }

    public Instant? RevokedAt { get; set; }

    /// <summary>Whether the pairing was revoked or has run out.</summary>
    public bool HasEnded(Instant now) => RevokedAt is not null || ExpiresAt <= now;
}

/// <summary>A way into the hall.</summary>
public sealed class Door
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required string Name { get; set; }

    /// <summary>Leads to another room than the one whose capacity counts: people whom a full room sends away are admitted here.</summary>
    public bool IsOverflow { get; set; }
}

/// <summary>An invitation for one device: single use, at most ten minutes old (turnout.md, rule 28).</summary>
public sealed class Pairing
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] CodeHash { get; init; }

    public required Guid AssemblyId { get; init; }
    public required DeviceRole Role { get; init; }
    public Guid? DoorId { get; init; }
    public required Instant ExpiresAt { get; init; }
    public Instant? UsedAt { get; set; }
}
