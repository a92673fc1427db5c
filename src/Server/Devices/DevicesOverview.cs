using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Devices;

/// <summary>A paired device as the organiser sees it.</summary>
/// <param name="Id">The device; also the actor in the journal.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Door">The door it is bound to, if any.</param>
/// <param name="PairedAt">When it was paired.</param>
/// <param name="ExpiresAt">When the pairing ends by itself.</param>
/// <param name="RevokedAt">When it was revoked; null while it may work.</param>
/// <param name="IsConnected">Whether it has a live connection to this server now.</param>
public sealed record DeviceRow(
    Guid Id, DeviceRole Role, string Name, string? Door, Instant PairedAt, Instant ExpiresAt, Instant? RevokedAt, bool IsConnected);

/// <summary>Which devices work at an assembly.</summary>
public sealed class DevicesOverview(AssemblyDb db, DeviceConnections connections)
{
    /// <summary>All devices ever paired, the revoked ones last.</summary>
    public async Task<IReadOnlyList<DeviceRow>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var devices = await (
            from device in db.Devices
            where device.AssemblyId == assemblyId
            join door in db.Doors on device.DoorId equals (Guid?)door.Id into doors
            from door in doors.DefaultIfEmpty()
            select new { Device = device, Door = door == null ? null : door.Name }).AsNoTracking().ToListAsync(cancellation);
        return [.. devices
            .OrderBy(d => d.Device.RevokedAt is not null).ThenBy(d => d.Device.Role).ThenBy(d => d.Door).ThenBy(d => d.Device.Name)
            .Select(d => new DeviceRow(
                d.Device.Id, d.Device.Role, d.Device.Name, d.Door, d.Device.PairedAt, d.Device.ExpiresAt, d.Device.RevokedAt,
                connections.IsConnected(d.Device.Id)))];
    }
}
