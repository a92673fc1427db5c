using System.Security.Cryptography;
using System.Text.Json;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Passes;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>Applies scans inside one transaction: look up, decide by <see cref="DoorRules"/>, store, count by <see cref="SubjectFold"/>.</summary>
internal sealed class CheckIn(ScanStore store, PassKey passKey, Instant now)
{
    private readonly Dictionary<Guid, DeviceFacts?> devices = [];
    private readonly Dictionary<Guid, string?> doors = [];
    private readonly Dictionary<Guid, int> presentNow = [];

    /// <summary>Applies one scan and gives its answer. The caller's transaction makes it durable.</summary>
    /// <param name="lookUp">False treats a typed code as unknown, whatever it is: its device has guessed too often.</param>
    public async Task<ScanAnswer> ApplyAsync(Guid deviceId, ScanCommand scan, bool lookUp, CancellationToken cancellation)
    {
        var bodyHash = BodyHash(scan);
        if (await store.FindScanAsync(scan.ScanId, deviceId, scan.DeviceSeq, cancellation) is { } earlier)
            return await RepeatAsync(earlier, deviceId, scan, bodyHash, cancellation);
        if (await DeviceAsync(deviceId, cancellation) is not { } device)
            return new(scan.ScanId, ScanOutcome.DeviceRevoked, null, null, null, null, now) { IsStored = false };
        var maker = scan.MadeBy is { } madeBy && madeBy != deviceId ? await DeviceAsync(madeBy, cancellation) : null;
        var fresh = new FreshScan(scan, device, deviceId, bodyHash, now) { Maker = maker?.AssemblyId == device.AssemblyId ? maker : device };
        return await (scan.Undoes is { } target ? UndoAsync(fresh, target, cancellation) : DecideAsync(fresh, lookUp, cancellation));
    }

    private async Task<ScanAnswer> DecideAsync(FreshScan fresh, bool lookUp, CancellationToken cancellation)
    {
        var (scan, device) = (fresh.Scan, fresh.Device);
        var pass = lookUp || !fresh.IsTypedCode ? await FindPassAsync(device.AssemblyId, scan, cancellation) : null;
        var chosen = scan.InstitutionId is { } id ? await store.FindDelegationAsync(device.AssemblyId, id, cancellation) : null;
        if (await ProblemAsync(fresh, pass, chosen, cancellation) is { } problem)
            return await RefuseAsync(fresh, problem, cancellation);
        var subjectId = fresh.SubjectOf(pass);
        var facts = await store.FindFactsAsync(device.AssemblyId, subjectId, scan.ScanId, cancellation);
        var before = SubjectFold.Of(facts);
        var (adults, under18s) = fresh.HeadsOf(pass);
        var finding = DoorRules.Find(new DoorQuestion(
            fresh.DeviceIsLive, device.AssemblyId, device.State, scan.Direction, fresh.NeedsPass, pass?.Facts, fresh.IsTally ? SubjectState.Nothing : before,
            pass?.Adults is not null && scan.Adults is null, fresh.IsTally ? 0 : adults + under18s, await RoomLeftAsync(device, cancellation)));
        var (outcome, overruled) = DoorRules.Settle(finding, scan.Direction, scan.Decided, scan.Forced);
        if (overruled == ScanOutcome.AlreadyIn)
        {
            // The pass is in and so is somebody else with it: one person more, who is not the pass.
            subjectId = scan.ScanId;
            before = SubjectState.Nothing;
            facts = [.. facts.Where(f => f.Undoes == scan.ScanId)];
        }
        if (outcome == ScanOutcome.NeedsInfo && before.HasArrived)
            // Those who can go, or come back: of the whole coach it is known who is under 18, of a part it is not.
            (adults, under18s) = scan.Direction == ScanDirection.Out ? before.Split(before.Inside) : before.Split(before.Outside);
        // A foreign pass is not told whose it is.
        var known = pass?.Facts.AssemblyId == device.AssemblyId && outcome != ScanOutcome.DeviceRevoked ? pass : null;
        var institutionId = known?.InstitutionId ?? scan.InstitutionId;
        var first = outcome is ScanOutcome.AlreadyIn or ScanOutcome.DuplicateOffline ? before.First : null;
        var fact = fresh.Fact(subjectId, outcome, known?.PassId, institutionId, adults, under18s) with { IsAssumed = pass?.Adults is not null && scan.Adults is null };
        var row = fresh.Row(fact, overruled, first);
        await store.AddScanAsync(row, cancellation);
        if (outcome != ScanOutcome.DeviceRevoked)
            await NameAsync(fresh, cancellation);
        await CountAsync(device, subjectId, before, SubjectFold.Of([.. facts, fact]), cancellation);
        await store.AddChangeAsync(device.AssemblyId, now, Actor.Device(fresh.DeviceId), outcome, known?.PassId, cancellation);
        return Answer(new StoredScan(
            scan.ScanId, fresh.DeviceId, scan.DeviceSeq, device.AssemblyId, fresh.BodyHash, outcome, overruled, row.Reason, row.Offline,
            known?.Adults is not null || scan.Method is ScanMethod.Group or ScanMethod.Paper, adults, under18s, scan.ClientAt, scan.OffsetMs, now,
            known?.Institution ?? chosen, row.FirstAt, await DoorAsync(row.FirstDoorId, cancellation), known?.Name, known?.Label, device.Overflow,
            device.Role == DeviceRole.Kiosk, scan.Method));
    }

    private async Task<ScanAnswer> UndoAsync(FreshScan fresh, Guid targetId, CancellationToken cancellation)
    {
        var device = fresh.Device;
        var target = await store.FindFactAsync(device.AssemblyId, targetId, cancellation);
        var undo = fresh.Fact(fresh.Scan.ScanId, ScanOutcome.Undone, null, null, 0, 0) with { Forced = fresh.MayOverrule };
        var problem = !fresh.DeviceIsLive ? null
            : fresh.MayOverrule && string.IsNullOrWhiteSpace(fresh.Scan.Reason) && target?.DeviceId != fresh.DeviceId ? "Say why it is taken back."
            : target?.Method == ScanMethod.Tally ? "A counter is put right with minus."
            : target?.Undoes is not null ? "What takes a scan back cannot be taken back: scan the pass again."
            : target is not null && !SubjectFold.TakesBack(undo, target) ? "Only the device that made a scan takes it back, within 15 minutes. Ask a supervisor."
            : null;
        if (problem is not null)
            return await RefuseAsync(fresh, problem, cancellation);
        if (!fresh.DeviceIsLive)
            return await StoreAsync(fresh, undo with { Outcome = ScanOutcome.DeviceRevoked }, null, cancellation);
        var facts = target is null ? [] : await store.FindFactsAsync(device.AssemblyId, target.SubjectId, targetId, cancellation);
        var answer = await StoreAsync(fresh, undo, target?.PassId, cancellation);
        if (target is not null)
            await CountAsync(device, target.SubjectId, SubjectFold.Of(facts), SubjectFold.Of([.. facts, undo]), cancellation);
        return answer;
    }

    // Refusals are stored too (rule 7); a subject of its own keeps them out of every count.
    // How many, and whom, is kept: where the device had let them in already, the desk counts them after all.
    private async Task<ScanAnswer> RefuseAsync(FreshScan fresh, string problem, CancellationToken cancellation)
    {
        var (scan, outcome) = (fresh.Scan, fresh.DeviceIsLive ? ScanOutcome.Error : ScanOutcome.DeviceRevoked);
        var fact = fresh.Fact(scan.ScanId, outcome, null, null, scan.Adults ?? 0, scan.Under18s ?? 0);
        var answer = await StoreAsync(fresh with { Scan = scan with { Reason = problem } }, fact, null, cancellation);
        if (fresh.DeviceIsLive)
            await NameAsync(fresh, cancellation);
        return answer;
    }

    private async Task NameAsync(FreshScan fresh, CancellationToken cancellation)
    {
        if (fresh.Scan.Name?.Trim() is { Length: > 0 } name)
            await store.AddWalkupNameAsync(fresh.Scan.ScanId, fresh.Device.AssemblyId, name, cancellation);
    }

    private async Task<ScanAnswer> StoreAsync(FreshScan fresh, SubjectFact fact, Guid? passId, CancellationToken cancellation)
    {
        await store.AddScanAsync(fresh.Row(fact, null, null), cancellation);
        await store.AddChangeAsync(fresh.Device.AssemblyId, now, Actor.Device(fresh.DeviceId), fact.Outcome, passId, cancellation);
        return Answer((await store.FindScanAsync(fact.ScanId, fresh.DeviceId, fact.DeviceSeq, cancellation))!);
    }

    private async Task<string?> ProblemAsync(FreshScan fresh, PassOnFile? pass, string? chosen, CancellationToken cancellation)
    {
        var scan = fresh.Scan;
        if (scan.Forced && scan.Decided is null && !fresh.MayOverrule)
            return "Only a supervisor or the help desk lets in against the rules.";
        if (scan.Method == ScanMethod.Group && pass is not null && pass.Adults is null)
            return "This pass is for one person: scan it by itself.";
        if (fresh.IsTally && await store.FindOtherCounterAsync(fresh.Device.AssemblyId, fresh.DeviceId, scan.MadeBy ?? fresh.DeviceId, Guid.Parse(scan.Subject), cancellation))
            return "This counter belongs to another device.";
        return scan.InstitutionId is not null && chosen is null
            ? "That institution has no delegation at this assembly."
            : null;
    }

    private async Task CountAsync(DeviceFacts device, Guid subjectId, SubjectState before, SubjectState after, CancellationToken cancellation)
    {
        if (before == after)
            return;
        await store.CountAsync(device.AssemblyId, subjectId, before, after, cancellation);
        if (!device.IsOverflow && presentNow.TryGetValue(device.AssemblyId, out var present))
            presentNow[device.AssemblyId] = present + after.Inside - before.Inside;
    }

    // Read once for all scans of a commit, then kept: the batch itself is all that changes it.
    private async Task<int> RoomLeftAsync(DeviceFacts device, CancellationToken cancellation)
    {
        if (device.IsOverflow)
            return int.MaxValue;
        if (!presentNow.TryGetValue(device.AssemblyId, out var present))
            presentNow[device.AssemblyId] = present = await store.PresentNowAsync(device.AssemblyId, cancellation);
        return device.RoomCapacity - present;
    }

    // The id says which fact it is, the body that it is the same one. The number only keeps a device's facts apart: a fact that is sent
    // again under another, because its own was taken or its device was paired anew, is the stored one and gets the stored answer.
    private async Task<ScanAnswer> RepeatAsync(StoredScan earlier, Guid deviceId, ScanCommand scan, byte[] bodyHash, CancellationToken cancellation)
    {
        if (earlier.ScanId != scan.ScanId)
            return Conflict(scan, $"Number {scan.DeviceSeq} of this device belongs to another scan.");
        if (!earlier.BodyHash.AsSpan().SequenceEqual(bodyHash))
            return Conflict(scan, "This scan's id belongs to another scan.");
        if (earlier.DeviceId == deviceId)
            return Answer(earlier);
        // Another pairing of the same browser learns that it is safe, and not about whom: its role may be another.
        return (await DeviceAsync(deviceId, cancellation))?.AssemblyId == earlier.AssemblyId
            ? Bare(earlier)
            : Conflict(scan, "This scan's id belongs to another scan.");
    }

    private ScanAnswer Conflict(ScanCommand scan, string reason) =>
        new(scan.ScanId, ScanOutcome.Error, null, null, null, reason, now) { IsStored = false };

    private ScanAnswer Bare(StoredScan s) => new(s.ScanId, s.Outcome, null, null, null, ReasonOf(s), now, Finding: s.Finding);

    private ScanAnswer Answer(StoredScan s)
    {
        // A code typed without a connection was decided and shown long ago; telling whose it is would only help somebody who tries them all.
        if (s.Offline && s.Method is ScanMethod.Code or ScanMethod.Paper)
            return Bare(s);
        var counts = s.Outcome is ScanOutcome.NeedsInfo || (DoorRules.LetsPass(s.Outcome) && s.IsGroup);
        return new(
            s.ScanId, s.Outcome, s.Institution, s.FirstAt, s.FirstDoor, ReasonOf(s), now, s.ForKiosk ? null : s.Name, s.ForKiosk ? null : s.Label,
            counts ? s.Adults : null, counts ? s.Under18s : null, s.Outcome == ScanOutcome.RoomFullRedirect ? s.Overflow : null, s.Finding,
            // A sheet is copied when there is time for it, and its time is the one written on it.
            !s.Offline && s.Method != ScanMethod.Paper && DoorRules.IsSkewed(s.ClientAt, s.OffsetMs, s.ReceivedAt));
    }

    private static string? ReasonOf(StoredScan s) => s.Outcome == ScanOutcome.Error ? s.Reason : null;

    private async Task<string?> DoorAsync(Guid? doorId, CancellationToken cancellation)
    {
        if (doorId is not { } id)
            return null;
        if (!doors.TryGetValue(id, out var name))
            doors[id] = name = await store.FindDoorAsync(id, cancellation);
        return name;
    }

    private async Task<DeviceFacts?> DeviceAsync(Guid deviceId, CancellationToken cancellation)
    {
        if (!devices.TryGetValue(deviceId, out var device))
            devices[deviceId] = device = await store.FindDeviceAsync(deviceId, cancellation);
        return device;
    }

    private async Task<PassOnFile?> FindPassAsync(Guid assemblyId, ScanCommand scan, CancellationToken cancellation) => scan.Method switch
    {
        ScanMethod.Search => await store.FindPassByIdAsync(Guid.Parse(scan.Subject), cancellation),
        ScanMethod.Code or ScanMethod.Paper => PassReading.ShortCode(scan.Subject) is { } code
            ? await store.FindPassByShortCodeAsync(passKey.ShortCodeHash(assemblyId, code), cancellation)
            : null,
        ScanMethod.Qr or ScanMethod.Group => PassReading.Token(scan.Subject) is { } token
            ? await store.FindPassByTokenAsync(PassKey.TokenHash(token), cancellation)
            : null,
        _ => null,
    };

    // Of whatever was read, pass or not: the raw code is not kept (rule 7). What a device learns later, its decision, is no part of it.
    private static byte[] BodyHash(ScanCommand scan) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            scan.Method, Subject = FreshScan.Normal(scan), scan.Direction, scan.Forced, scan.InstitutionId, scan.Adults, scan.Under18s, scan.Up, scan.Down, scan.Undoes,
        },
        WireFormat.Json));
}
