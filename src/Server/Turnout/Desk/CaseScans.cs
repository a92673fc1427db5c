using System.Security.Cryptography;
using Assemblies.Data;
using Assemblies.Passes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Desk;

/// <summary>The scans that clearing a case up makes, in the name of the desk's device and inside the caller's transaction.</summary>
internal sealed class CaseScans(AssemblyDb db, ScanStore store, PassKey passKey, Guid deviceId, Instant now)
{
    private const string AppVersion = "server";

    public Guid DeviceId => deviceId;

    /// <summary>Takes a scan back, by the rules of the doors. Gives what stands in the way.</summary>
    public async Task<string?> TakeBackAsync(Scan scan, string? note, CancellationToken cancellation)
    {
        var undo = new ScanCommand(
            Guid.CreateVersion7(), await NextSeqAsync(cancellation), ScanMethod.Qr, "", now, 0, AppVersion,
            Reason: string.IsNullOrWhiteSpace(note) ? "Taken back by the help desk" : note, Undoes: scan.ScanId);
        var answer = await new CheckIn(store, passKey, now).ApplyAsync(deviceId, undo, true, cancellation);
        return answer.Outcome == ScanOutcome.Undone ? null : answer.Reason ?? "It could not be taken back.";
    }

    /// <summary>Counts the people of a case with an institution: at the time and the door they came, whatever the room and the doors would say now.</summary>
    public async Task CountAsync(Scan scan, Guid institutionId, int adults, int under18s, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var fact = new SubjectFact(
            id, deviceId, await NextSeqAsync(cancellation), scan.DoorId, adults + under18s == 1 ? ScanMethod.Walkup : ScanMethod.Group, scan.Direction,
            scan.Direction == ScanDirection.In ? ScanOutcome.Admitted : ScanOutcome.ExitRecorded, true, scan.EffectiveAt, null, institutionId, adults, under18s, null)
        {
            SubjectId = id,
        };
        await store.AddScanAsync(Row(scan, fact), cancellation);
        if (await db.WalkupNames.Where(n => n.ScanId == scan.ScanId).Select(n => n.Name).FirstOrDefaultAsync(cancellation) is { } name)
            await store.AddWalkupNameAsync(id, scan.AssemblyId, name, cancellation);
        await store.CountAsync(scan.AssemblyId, id, SubjectState.Nothing, SubjectFold.Of([fact]), cancellation);
        await store.AddChangeAsync(scan.AssemblyId, now, Actor.Device(deviceId), fact.Outcome, null, cancellation);
    }

    // Below zero, where no device counts: a scan of the server's own never takes a number that a queue somewhere has given out.
    private async Task<long> NextSeqAsync(CancellationToken cancellation) =>
        Math.Min(0, await db.Scans.Where(s => s.DeviceId == deviceId).MinAsync(s => (long?)s.DeviceSeq, cancellation) ?? 0) - 1;

    private Scan Row(Scan scan, SubjectFact fact) => new()
    {
        ScanId = fact.ScanId,
        DeviceId = deviceId,
        DeviceSeq = fact.DeviceSeq,
        AssemblyId = scan.AssemblyId,
        DoorId = fact.DoorId,
        Method = fact.Method,
        Direction = fact.Direction,
        // No device ever sends this one, so nothing is ever compared with it.
        BodyHash = SHA256.HashData(scan.ScanId.ToByteArray()),
        SubjectId = fact.SubjectId,
        ClientAt = now,
        OffsetMs = 0,
        ReceivedAt = now,
        EffectiveAt = fact.EffectiveAt,
        AppVersion = AppVersion,
        Outcome = fact.Outcome,
        Offline = false,
        Forced = true,
        Reason = "Counted by the help desk",
        InstitutionId = fact.InstitutionId,
        Adults = fact.Adults,
        Under18s = fact.Under18s,
        IsAssumed = false,
    };
}
