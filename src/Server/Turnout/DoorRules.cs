using Assemblies.Agenda;
using Assemblies.Passes;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>What the door knows of a pass when it decides.</summary>
/// <param name="AssemblyId">The assembly the pass was issued for.</param>
/// <param name="Status">Whether the pass is still good.</param>
/// <param name="IsReplaced">Whether a newer pass was issued in its place.</param>
/// <param name="IsIn">Whether it was admitted before.</param>
public readonly record struct PassFacts(Guid AssemblyId, PassStatus Status, bool IsReplaced, bool IsIn);

/// <summary>The check-in decision, in the order of turnout.md, rule 4.</summary>
public static class DoorRules
{
    /// <summary>Decides one scan that was not seen before.</summary>
    /// <param name="deviceIsLive">The device is paired, not revoked, not run out.</param>
    /// <param name="assemblyId">The assembly the device is bound to.</param>
    /// <param name="state">That assembly's state.</param>
    /// <param name="pass">The pass that was recognised; null for none.</param>
    public static ScanOutcome Decide(bool deviceIsLive, Guid assemblyId, AssemblyState state, PassFacts? pass) => (state, pass) switch
    {
        _ when !deviceIsLive => ScanOutcome.DeviceRevoked,
        (AssemblyState.Preparing, _) => ScanOutcome.NotOpen,
        (AssemblyState.Closed, _) => ScanOutcome.Closed,
        (_, null) => ScanOutcome.Unknown,
        var (_, p) when p.Value.AssemblyId != assemblyId => ScanOutcome.WrongAssembly,
        (_, { Status: PassStatus.Revoked }) => ScanOutcome.Revoked,
        (_, { IsReplaced: true }) => ScanOutcome.Replaced,
        (_, { IsIn: true }) => ScanOutcome.AlreadyIn,
        _ => ScanOutcome.Admitted,
    };

    /// <summary>When the scan happened: the device's clock corrected by its offset, clamped to [paired, received] (rule 9).</summary>
    public static Instant EffectiveAt(Instant clientAt, long offsetMs, Instant pairedAt, Instant receivedAt)
    {
        // A device may send any number; a day is more than any real clock error worth correcting, and keeps the sum in range.
        var offset = Duration.FromMilliseconds(Math.Clamp(offsetMs, -86_400_000, 86_400_000));
        var corrected = clientAt > Instant.MinValue + Duration.FromDays(1) && clientAt < Instant.MaxValue - Duration.FromDays(1)
            ? clientAt + offset
            : receivedAt;
        return Instant.Max(Instant.Min(corrected, receivedAt), Instant.Min(pairedAt, receivedAt));
    }
}
