using System.Collections.Concurrent;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Devices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Supervision;

/// <summary>The devices at the doors as they were last heard of. In memory: see docs/decisions/0007-fleet-in-memory.md.</summary>
public sealed class Fleet(DeviceConnections connections, IClock clock)
{
    private static readonly Duration Patience = Duration.FromMinutes(3);
    private static readonly DeviceRole[] DoorRoles = [DeviceRole.Steward, DeviceRole.Desk, DeviceRole.Supervisor, DeviceRole.Kiosk];

    private readonly ConcurrentDictionary<Guid, (Instant At, HeartbeatCommand Words)> heard = new();

    /// <summary>Keeps what a device says of itself until it says something newer.</summary>
    public void Hear(Guid deviceId, HeartbeatCommand words) => heard[deviceId] = (clock.GetCurrentInstant(), words);

    /// <summary>How many devices hold back what nobody can know (rule 25).</summary>
    internal async Task<SilentDevices> SilentAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return Silent(await ListAsync(db, assemblyId, now, cancellation), now);
    }

    internal static SilentDevices Silent(IEnumerable<DeviceSight> devices, Instant now)
    {
        var silent = devices.Select(d => d.SilentSince is { } since ? now - since : Duration.Zero).Where(d => d > Patience).ToList();
        return new(silent.Count, silent.Count == 0 ? 0 : (int)silent.Max().TotalMinutes);
    }

    /// <summary>The door devices of an assembly that may work, with the last that was heard of each.</summary>
    internal async Task<IReadOnlyList<DeviceSight>> ListAsync(AssemblyDb db, Guid assemblyId, Instant now, CancellationToken cancellation)
    {
        var state = await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.State).SingleAsync(cancellation);
        var openedAt = await db.Changes.Where(c => c.AssemblyId == assemblyId && c.Channel == ChangeChannel.Agenda && c.Kind == "assembly.opened")
            .OrderBy(c => c.Sequence).Select(c => (Instant?)c.At).FirstOrDefaultAsync(cancellation);
        var devices = await db.Devices.AsNoTracking()
            .Where(d => d.AssemblyId == assemblyId && d.RevokedAt == null && d.ExpiresAt > now && DoorRoles.Contains(d.Role))
            .Select(d => new
            {
                Device = d,
                // The highest number is the newest scan, or as good as: the index knows it without reading the others.
                LastScanAt = db.Scans.Where(s => s.DeviceId == d.Id).OrderByDescending(s => s.DeviceSeq).Select(s => (Instant?)s.ReceivedAt).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return [.. devices.Select(d => SightOf(d.Device, d.LastScanAt, state == AssemblyState.Preparing ? null : openedAt ?? d.Device.PairedAt, now))];
    }

    private DeviceSight SightOf(Device device, Instant? lastScanAt, Instant? openedAt, Instant now)
    {
        var connected = connections.IsConnected(device.Id);
        Instant? heartbeatAt = heard.TryGetValue(device.Id, out var last) ? last.At : null;
        // An open connection is heard of each second; without one, whatever came last, and after a restart of the server that is a scan.
        var heardAt = connected ? now : new[] { heartbeatAt, connections.HeardAt(device.Id), lastScanAt }.Max();
        // One that never scanned may hold its whole evening back. Before the doors open there is nothing to hold.
        var silentSince = connected ? null : lastScanAt is not null ? heardAt : openedAt is { } opened ? Instant.Max(heardAt ?? device.PairedAt, opened) : (Instant?)null;
        return new DeviceSight(device, connected, heardAt, silentSince, heartbeatAt is null ? null : last.Words);
    }
}

/// <summary>One device of the fleet.</summary>
/// <param name="Device">The device.</param>
/// <param name="IsConnected">Whether it has a connection to this server now.</param>
/// <param name="HeardAt">When it was last heard of; null for never.</param>
/// <param name="SilentSince">Since when nobody knows what it holds; null where it is connected, or cannot hold anything yet.</param>
/// <param name="Words">What it last said of itself; null where it has not since the server started.</param>
internal sealed record DeviceSight(Device Device, bool IsConnected, Instant? HeardAt, Instant? SilentSince, HeartbeatCommand? Words);
