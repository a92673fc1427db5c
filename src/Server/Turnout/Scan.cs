using NodaTime;

namespace Assemblies.Turnout;

/// <summary>A scan as stored: append-only, refusals too, the raw code never (turnout.md, rules 1 and 7).</summary>
public sealed class Scan
{
    public required Guid ScanId { get; init; }
    public required Guid DeviceId { get; init; }
    public required long DeviceSeq { get; init; }
    public required Guid AssemblyId { get; init; }
    public Guid? DoorId { get; init; }
    public required ScanMethod Method { get; init; }
    public required ScanDirection Direction { get; init; }

    /// <summary>
    /// Recognises everything the client said that must not differ when it is sent again (rule 3), without revealing the subject.
    /// </summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>
    /// What is counted once: the pass; a walk-up's or group's own scan; a tally's counter; for an unknown code that was let in, an id made of its hash.
    /// </summary>
    public required Guid SubjectId { get; init; }

    public Guid? PassId { get; init; }
    public required Instant ClientAt { get; init; }
    public required long OffsetMs { get; init; }
    public required Instant ReceivedAt { get; init; }

    /// <summary>ClientAt + offset, clamped to [paired, received] (rule 9).</summary>
    public required Instant EffectiveAt { get; init; }

    public required string AppVersion { get; init; }
    public required ScanOutcome Outcome { get; init; }

    /// <summary>What the rules said, where somebody was let in all the same (rule 16).</summary>
    public ScanOutcome? Finding { get; init; }

    /// <summary>The device decided by itself.</summary>
    public required bool Offline { get; init; }

    public required bool Forced { get; init; }

    /// <summary>Why it was forced or taken back, in somebody's words: erased with the names. Of an error, what was wrong, in ours.</summary>
    public string? Reason { get; set; }

    public Guid? InstitutionId { get; init; }

    /// <summary>Heads it counts, or a tally's count up.</summary>
    public required int Adults { get; init; }

    /// <summary>Under-18s it counts, or a tally's count down.</summary>
    public required int Under18s { get; init; }

    /// <summary>Nobody counted: the heads are those that the delegation pass expects.</summary>
    public required bool IsAssumed { get; init; }

    /// <summary>already_in: the admission that stands.</summary>
    public Instant? FirstAt { get; init; }

    public Guid? FirstDoorId { get; init; }

    /// <summary>The scan that this one takes back.</summary>
    public Guid? Undoes { get; init; }
}

/// <summary>One subject that has arrived: a projection of its scans, rebuildable at any time (turnout.md, rules 6 and 23).</summary>
public sealed class Admission
{
    public required Guid AssemblyId { get; init; }

    /// <summary>See <see cref="Scan.SubjectId"/>: unique within the assembly, so that no subject is counted twice.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Null where there was no pass.</summary>
    public Guid? PassId { get; init; }

    public Guid? InstitutionId { get; init; }
    public Guid? DoorId { get; init; }

    /// <summary>The scan that let it in first.</summary>
    public required Guid ScanId { get; init; }

    public required Instant At { get; init; }

    /// <summary>Arrived in all, under-18s included.</summary>
    public required int Heads { get; init; }

    public required int Under18s { get; init; }

    /// <summary>Present now.</summary>
    public required int Inside { get; init; }
}

/// <summary>How many of one delegation have arrived through one door: a projection of the scans, rebuildable at any time (turnout.md, rule 23).</summary>
public sealed class TurnoutCount
{
    public required Guid AssemblyId { get; init; }

    /// <summary><see cref="Guid.Empty"/> for people who named no institution.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary><see cref="Guid.Empty"/> for devices that stand at no door.</summary>
    public required Guid DoorId { get; init; }

    /// <summary>Arrived: distinct, cumulative, under-18s included.</summary>
    public int Arrived { get; set; }

    public int Under18s { get; set; }

    /// <summary>Present now, of those who came in through this door.</summary>
    public int Inside { get; set; }
}

/// <summary>The name that a walk-up gave. Staff only; apart from the facts, so that it can be erased and they stay.</summary>
public sealed class WalkupName
{
    public required Guid ScanId { get; init; }
    public required Guid AssemblyId { get; init; }
    public required string Name { get; set; }
}
