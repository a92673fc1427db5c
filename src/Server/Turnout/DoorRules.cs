using Assemblies.Agenda;
using Assemblies.Passes;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>What the door knows of a pass when it decides.</summary>
/// <param name="AssemblyId">The assembly the pass was issued for.</param>
/// <param name="Status">Whether the pass is still good.</param>
/// <param name="IsReplaced">Whether a newer pass was issued in its place.</param>
public readonly record struct PassFacts(Guid AssemblyId, PassStatus Status, bool IsReplaced);

/// <summary>Everything a decision depends on.</summary>
/// <param name="DeviceIsLive">The device is paired, not revoked, not run out.</param>
/// <param name="AssemblyId">The assembly the device is bound to.</param>
/// <param name="State">That assembly's state.</param>
/// <param name="Direction">In or out.</param>
/// <param name="NeedsPass">Whether the method reads a pass.</param>
/// <param name="Pass">The pass that was recognised; null for none.</param>
/// <param name="Subject">What is known of the subject from its earlier scans.</param>
/// <param name="NeedsCount">A delegation pass was read and nobody said how many come or go with it.</param>
/// <param name="Heads">How many people this scan would let in.</param>
/// <param name="RoomLeft">How many more the room may hold.</param>
public sealed record DoorQuestion(
    bool DeviceIsLive, Guid AssemblyId, AssemblyState State, ScanDirection Direction, bool NeedsPass, PassFacts? Pass, SubjectState Subject,
    bool NeedsCount, int Heads, int RoomLeft);

/// <summary>The check-in decision, in the order of turnout.md, rule 4.</summary>
public static class DoorRules
{
    /// <summary>What the rules say of one scan that was not seen before.</summary>
    public static ScanOutcome Find(DoorQuestion q) => q switch
    {
        { DeviceIsLive: false } => ScanOutcome.DeviceRevoked,
        { State: AssemblyState.Preparing } => ScanOutcome.NotOpen,
        { State: AssemblyState.Closed } => ScanOutcome.Closed,
        { NeedsPass: true, Pass: null } => ScanOutcome.Unknown,
        { Pass: { } pass } when pass.AssemblyId != q.AssemblyId => ScanOutcome.WrongAssembly,
        { Pass.Status: PassStatus.Revoked } => ScanOutcome.Revoked,
        { Pass.IsReplaced: true } => ScanOutcome.Replaced,
        { Direction: ScanDirection.Out, NeedsPass: true, Subject.IsInside: false } => ScanOutcome.NotInside,
        // Of a coach a part may go, and come back.
        { Direction: ScanDirection.Out, NeedsCount: true } => ScanOutcome.NeedsInfo,
        { Direction: ScanDirection.Out } => ScanOutcome.ExitRecorded,
        { Subject: { IsInside: true, Outside: 0 } } => ScanOutcome.AlreadyIn,
        { NeedsCount: true, Subject: { HasArrived: false } or { IsInside: true } } => ScanOutcome.NeedsInfo,
        _ when q.Heads > q.RoomLeft => ScanOutcome.RoomFullRedirect,
        _ => ScanOutcome.Admitted,
    };

    /// <summary>What is stored, when the device has already told the person something or a person decided against the rules.</summary>
    /// <param name="finding">What the rules say.</param>
    /// <param name="direction">In or out.</param>
    /// <param name="decided">What the device told the person while it had no answer (rule 11); null when it waits for this one.</param>
    /// <param name="forced">Let in by a person's decision.</param>
    /// <returns>The outcome, and the finding where it was overruled.</returns>
    public static (ScanOutcome Outcome, ScanOutcome? Overruled) Settle(ScanOutcome finding, ScanDirection direction, ScanOutcome? decided, bool forced)
    {
        if (finding == ScanOutcome.DeviceRevoked || (decided is null && !forced))
            return (finding, null);
        if (decided is { } told && !LetsPass(told))
            return (told, null);
        // The person has passed: whatever the rules say now, the fact stands (rule 15).
        return (finding, direction) switch
        {
            (ScanOutcome.Admitted or ScanOutcome.ExitRecorded, _) => (finding, null),
            (ScanOutcome.NotInside or ScanOutcome.AlreadyIn or ScanOutcome.NeedsInfo, ScanDirection.Out) => (ScanOutcome.ExitRecorded, null),
            (_, ScanDirection.Out) => (ScanOutcome.ExitRecorded, finding),
            (ScanOutcome.AlreadyIn, _) when decided is not null => (ScanOutcome.DuplicateOffline, null),
            _ => (ScanOutcome.AdmittedAttention, finding),
        };
    }

    /// <summary>Whether somebody who was told this walked on.</summary>
    public static bool LetsPass(ScanOutcome told) => told is
        ScanOutcome.Admitted or ScanOutcome.AdmittedAttention or ScanOutcome.DuplicateOffline or ScanOutcome.ExitRecorded;

    /// <summary>When the scan happened: the device's clock corrected by its offset, clamped to [paired, received] (rule 9).</summary>
    public static Instant EffectiveAt(Instant clientAt, long offsetMs, Instant pairedAt, Instant receivedAt) =>
        Instant.Max(Instant.Min(Corrected(clientAt, offsetMs) ?? receivedAt, receivedAt), Instant.Min(pairedAt, receivedAt));

    /// <summary>Whether a scan that waits for its answer comes from a device more than two minutes off (rule 9).</summary>
    public static bool IsSkewed(Instant clientAt, long offsetMs, Instant receivedAt) =>
        Corrected(clientAt, offsetMs) is not { } at || at < receivedAt - MostSkew || at > receivedAt + MostSkew;

    private static readonly Duration MostSkew = Duration.FromMinutes(2);

    private static Instant? Corrected(Instant clientAt, long offsetMs)
    {
        // A device may send any number; a day is more than any real clock error worth correcting, and keeps the sum in range.
        var offset = Duration.FromMilliseconds(Math.Clamp(offsetMs, -86_400_000, 86_400_000));
        return clientAt > Instant.MinValue + Duration.FromDays(1) && clientAt < Instant.MaxValue - Duration.FromDays(1) ? clientAt + offset : null;
    }
}
