using System.Security.Cryptography;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Devices;

/// <summary>An invitation as shown to the organiser, once.</summary>
/// <param name="Code">Eight characters to type, also the end of the pairing address.</param>
/// <param name="Role">What the device will be.</param>
/// <param name="Door">The door it will be bound to, if any.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
public sealed record PairingInvitation(string Code, DeviceRole Role, string? Door, Instant ExpiresAt);

/// <summary>Pairs devices and revokes them (turnout.md, rules 28 and 30).</summary>
public sealed class DeviceRegister(AssemblyDb db, IClock clock)
{
    private static readonly Duration PairingLife = Duration.FromMinutes(10);
    private static readonly Duration AfterHardEnd = Duration.FromHours(24);
    private const int CodeLength = 8;
    private const int LongestName = 60;

    /// <summary>Invites one device; the code works once and for ten minutes.</summary>
    /// <param name="doorId">Needed for steward, desk and kiosk; a supervisor walks about.</param>
    public async Task<(PairingInvitation? Invitation, Problem? Problem)> InviteAsync(
        Actor actor, Guid assemblyId, DeviceRole role, Guid? doorId, CancellationToken cancellation)
    {
        var door = doorId is null ? null : await db.Doors.FirstOrDefaultAsync(d => d.Id == doorId && d.AssemblyId == assemblyId, cancellation);
        if (doorId is not null && door is null)
            return (null, new("doorId", "That door does not belong to this assembly."));
        if (door is null && role is DeviceRole.Steward or DeviceRole.Desk or DeviceRole.Kiosk)
            return (null, new("doorId", "Choose the door at which the device will stand."));
        // Of the alphabet in which a typed code is read back.
        var code = RandomNumberGenerator.GetString(Passes.Base32.Typing, CodeLength);
        var expiresAt = clock.GetCurrentInstant() + PairingLife;
        db.Pairings.Add(new Pairing { CodeHash = Secrets.Hash(code), AssemblyId = assemblyId, Role = role, DoorId = door?.Id, ExpiresAt = expiresAt });
        db.Record(actor, assemblyId, ChangeChannel.Devices, "device.invited", $"A device was invited as {WireFormat.Word(role)}.");
        await db.SaveChangesAsync(cancellation);
        return (new PairingInvitation(code, role, door?.Name, expiresAt), null);
    }

    /// <summary>Uses an invitation up. The token in the reply is shown nowhere else.</summary>
    public async Task<(PairReply? Reply, Problem? Problem)> PairAsync(PairCommand command, CancellationToken cancellation)
    {
        var name = command.Name.Trim();
        if (name.Length is 0 or > LongestName)
            return (null, new("name", $"Give the device a name of 1 to {LongestName} characters, for example \"North door, phone 2\"."));
        var hash = Secrets.Hash(Passes.PassReading.ShortCode(command.Code) ?? "");
        var now = clock.GetCurrentInstant();
        var pairing = await db.Pairings.FirstOrDefaultAsync(p => p.CodeHash == hash, cancellation);
        if (pairing is null || pairing.UsedAt is not null || pairing.ExpiresAt <= now)
            return (null, new("code", "This code is wrong, was used already or is older than ten minutes. Ask for a new one."));
        pairing.UsedAt = now;
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == pairing.AssemblyId, cancellation);
        var token = Secrets.NewToken(DeviceAuthentication.TokenPrefix);
        var device = new Device
        {
            AssemblyId = assembly.Id,
            Role = pairing.Role,
            DoorId = pairing.DoorId,
            Name = name,
            TokenHash = Secrets.Hash(token),
            PairedAt = now,
            ExpiresAt = Instant.Max(DateTimeZoneProviders.Tzdb[assembly.TimeZone].AtLeniently(assembly.HardEnd).ToInstant(), now) + AfterHardEnd,
        };
        db.Devices.Add(device);
        db.Record(Actor.Device(device.Id), assembly.Id, ChangeChannel.Devices, "device.paired", $"A device was paired as {WireFormat.Word(device.Role)}.");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (null, new("code", "This code was used a moment ago. Ask for a new one."));
        }
        return (new PairReply(token, await IdentifyAsync(device, assembly, cancellation)), null);
    }

    /// <summary>Who a device is.</summary>
    public async Task<DeviceIdentity> IdentifyAsync(Guid deviceId, CancellationToken cancellation)
    {
        var device = await db.Devices.AsNoTracking().SingleAsync(d => d.Id == deviceId, cancellation);
        return await IdentifyAsync(device, await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == device.AssemblyId, cancellation), cancellation);
    }

    /// <summary>Ends a device's pairing at once; its open connections are cut. False when there is no such device.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid assemblyId, Guid deviceId, CancellationToken cancellation)
    {
        var device = await db.Devices.FirstOrDefaultAsync(d => d.Id == deviceId && d.AssemblyId == assemblyId, cancellation);
        if (device is null)
            return false;
        if (device.RevokedAt is not null)
            return true;
        device.RevokedAt = clock.GetCurrentInstant();
        db.Record(actor, assemblyId, ChangeChannel.Devices, "device.revoked", $"A device was revoked as {WireFormat.Word(device.Role)}.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task<DeviceIdentity> IdentifyAsync(Device device, AccountabilityAssembly assembly, CancellationToken cancellation) => new(
        device.Id,
        device.Role,
        device.Name,
        device.DoorId is null ? null : await db.Doors.Where(d => d.Id == device.DoorId).Select(d => d.Name).SingleAsync(cancellation),
        assembly.Title,
        assembly.Slug,
        assembly.TimeZone,
        device.ExpiresAt,
        (await db.Scans.Where(s => s.DeviceId == device.Id).MaxAsync(s => (long?)s.DeviceSeq, cancellation) ?? 0) + 1,
        await db.Doors.AnyAsync(d => d.Id == device.DoorId && d.IsOverflow, cancellation) ? true : null);
}
