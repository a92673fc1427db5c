using NodaTime;

namespace Assemblies.Turnout;

/// <summary>How the subject of a scan was read.</summary>
public enum ScanMethod
{
    /// <summary>A QR code: camera, photo or keyboard-wedge scanner.</summary>
    Qr,

    /// <summary>The eight-character short code, typed.</summary>
    Code,
}

/// <summary>What the door decided. A client that meets a value it does not know shows "ask a supervisor" (turnout.md, rule 5).</summary>
public enum ScanOutcome
{
    Admitted,
    AlreadyIn,
    Unknown,
    WrongAssembly,
    Revoked,
    Replaced,
    NotOpen,
    Closed,
    DeviceRevoked,

    /// <summary>The scan contradicts an earlier one with the same id or number; it was not applied (rules 2 and 3).</summary>
    Error,
}

/// <summary>One scan at a door: a fact made by the client, sent as often as it takes (turnout.md, rules 1–3).</summary>
/// <param name="ScanId">UUID version 7, made by the client before the first attempt.</param>
/// <param name="DeviceSeq">The device's own running number of this scan, from 1.</param>
/// <param name="Method">How the subject was read.</param>
/// <param name="Subject">What was read: a pass token, an address that ends in one, or a short code.</param>
/// <param name="ClientAt">The device's own clock when the code was read. No rule trusts it uncorrected (rule 10).</param>
/// <param name="OffsetMs">Server time minus device time in milliseconds, as the device estimates it.</param>
/// <param name="AppVersion">The version of the app that made the scan.</param>
public sealed record ScanCommand(
    Guid ScanId,
    long DeviceSeq,
    ScanMethod Method,
    string Subject,
    Instant ClientAt,
    long OffsetMs,
    string AppVersion);

/// <summary>The answer to one scan; the same answer however often the scan is sent.</summary>
/// <param name="ScanId">The scan this answers.</param>
/// <param name="Outcome">The decision.</param>
/// <param name="Institution">The institution the pass belongs to, where the door may know.</param>
/// <param name="FirstAt">already_in: when the pass was admitted.</param>
/// <param name="FirstDoor">already_in: through which door.</param>
/// <param name="Reason">error: what contradicts what.</param>
/// <param name="ServerNow">The server's clock when it answered, for the device's own offset (rule 8).</param>
public sealed record ScanAnswer(
    Guid ScanId,
    ScanOutcome Outcome,
    string? Institution,
    Instant? FirstAt,
    string? FirstDoor,
    string? Reason,
    Instant ServerNow);

/// <summary>A scan as stored: append-only, refusals too, the raw code never (turnout.md, rules 1 and 7).</summary>
public sealed class Scan
{
    public required Guid ScanId { get; init; }
    public required Guid DeviceId { get; init; }
    public required long DeviceSeq { get; init; }
    public required Guid AssemblyId { get; init; }
    public Guid? DoorId { get; init; }
    public required ScanMethod Method { get; init; }

    /// <summary>Recognises the subject without revealing it.</summary>
    public required byte[] SubjectHash { get; init; }

    public Guid? PassId { get; init; }
    public required Instant ClientAt { get; init; }
    public required long OffsetMs { get; init; }
    public required Instant ReceivedAt { get; init; }

    /// <summary>ClientAt + offset, clamped to [paired, received] (rule 9).</summary>
    public required Instant EffectiveAt { get; init; }

    public required string AppVersion { get; init; }
    public required ScanOutcome Outcome { get; init; }
    public Guid? InstitutionId { get; init; }

    /// <summary>already_in: the admission that stands.</summary>
    public Instant? FirstAt { get; init; }

    public Guid? FirstDoorId { get; init; }
}

/// <summary>The one admission of a pass: unique per assembly and pass (turnout.md, rule 6).</summary>
public sealed class Admission
{
    public required Guid AssemblyId { get; init; }
    public required Guid PassId { get; init; }
    public required Guid InstitutionId { get; init; }
    public required Guid ScanId { get; init; }
    public Guid? DoorId { get; init; }
    public required Instant At { get; init; }
}

/// <summary>How many of one delegation have arrived: a projection of the admissions, rebuildable at any time (turnout.md, rule 23).</summary>
public sealed class TurnoutCount
{
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>Arrived: distinct passes admitted, cumulative.</summary>
    public int Arrived { get; set; }

    public Instant LastArrivalAt { get; set; }
}
