using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.Passes;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>Applies scans inside one transaction: look up, decide by <see cref="DoorRules"/>, store.</summary>
internal sealed class CheckIn(ScanStore store, PassKey passKey, Instant now)
{
    private readonly Dictionary<Guid, DeviceFacts?> devices = [];

    /// <summary>Applies one scan and gives its answer. The caller's transaction makes it durable.</summary>
    public async Task<ScanAnswer> ApplyAsync(Guid deviceId, ScanCommand scan, CancellationToken cancellation)
    {
        var subjectHash = SubjectHash(scan.Subject);
        if (await store.FindScanAsync(scan.ScanId, deviceId, scan.DeviceSeq, cancellation) is { } earlier)
            return Repeat(earlier, deviceId, scan, subjectHash);
        if (await DeviceAsync(deviceId, cancellation) is not { } device)
            return Answer(scan, ScanOutcome.DeviceRevoked);

        var pass = await FindPassAsync(device.AssemblyId, scan, cancellation);
        var deviceIsLive = device.RevokedAt is null && now < device.ExpiresAt;
        var outcome = DoorRules.Decide(deviceIsLive, device.AssemblyId, device.State, pass?.Facts);
        var effectiveAt = DoorRules.EffectiveAt(scan.ClientAt, scan.OffsetMs, device.PairedAt, now);
        if (outcome == ScanOutcome.Admitted && !await store.AdmitAsync(device, pass!, scan.ScanId, effectiveAt, cancellation))
            outcome = ScanOutcome.AlreadyIn;
        var first = outcome == ScanOutcome.AlreadyIn ? await store.FindAdmissionAsync(pass!, cancellation) : null;
        // A foreign pass is not told whose it is.
        var known = outcome is ScanOutcome.Unknown or ScanOutcome.WrongAssembly or ScanOutcome.DeviceRevoked ? null : pass;

        await store.AddScanAsync(
            new Scan
            {
                ScanId = scan.ScanId,
                DeviceId = deviceId,
                DeviceSeq = scan.DeviceSeq,
                AssemblyId = device.AssemblyId,
                DoorId = device.DoorId,
                Method = scan.Method,
                SubjectHash = subjectHash,
                PassId = pass?.PassId,
                ClientAt = scan.ClientAt,
                OffsetMs = scan.OffsetMs,
                ReceivedAt = now,
                EffectiveAt = effectiveAt,
                AppVersion = scan.AppVersion,
                Outcome = outcome,
                InstitutionId = known?.InstitutionId,
                FirstAt = first?.At,
                FirstDoorId = first?.DoorId,
            },
            cancellation);
        await store.AddChangeAsync(device.AssemblyId, now, Actor.Device(deviceId), $"scan.{WireFormat.Word(outcome)}", cancellation);
        return Answer(scan, outcome) with { Institution = known?.Institution, FirstAt = first?.At, FirstDoor = first?.Door };
    }

    private ScanAnswer Repeat(StoredScan earlier, Guid deviceId, ScanCommand scan, byte[] subjectHash)
    {
        if (earlier.ScanId != scan.ScanId)
            return Answer(scan, ScanOutcome.Error) with { Reason = $"Number {scan.DeviceSeq} of this device belongs to another scan." };
        if (earlier.DeviceId != deviceId || earlier.DeviceSeq != scan.DeviceSeq || !earlier.SubjectHash.AsSpan().SequenceEqual(subjectHash))
            return Answer(scan, ScanOutcome.Error) with { Reason = "This scan's id belongs to another scan." };
        return Answer(scan, earlier.Outcome) with { Institution = earlier.Institution, FirstAt = earlier.FirstAt, FirstDoor = earlier.FirstDoor };
    }

    private ScanAnswer Answer(ScanCommand scan, ScanOutcome outcome) => new(scan.ScanId, outcome, null, null, null, null, now);

    private async Task<DeviceFacts?> DeviceAsync(Guid deviceId, CancellationToken cancellation)
    {
        if (!devices.TryGetValue(deviceId, out var device))
            devices[deviceId] = device = await store.FindDeviceAsync(deviceId, cancellation);
        return device;
    }

    private async Task<PassOnFile?> FindPassAsync(Guid assemblyId, ScanCommand scan, CancellationToken cancellation) => scan.Method switch
    {
        ScanMethod.Code => PassReading.ShortCode(scan.Subject) is { } code
            ? await store.FindPassByShortCodeAsync(passKey.ShortCodeHash(assemblyId, code), cancellation)
            : null,
        _ => PassReading.Token(scan.Subject) is { } token
            ? await store.FindPassByTokenAsync(PassKey.TokenHash(token), cancellation)
            : null,
    };

    // Of whatever was read, pass or not: the raw code is not kept (turnout.md, rule 7).
    private static byte[] SubjectHash(string subject) => SHA256.HashData(Encoding.UTF8.GetBytes(PassReading.Token(subject) ?? subject.Trim()));
}
