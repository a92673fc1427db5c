using Assemblies.Data;
using Assemblies.Turnout.Numbers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Supervision;

/// <summary>Reads the supervisor's board.</summary>
internal sealed class SupervisorBoard(Fleet fleet, IClock clock)
{
    private const int RateMinutes = 5;

    public async Task<SupervisorPresent> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var counts = await db.TurnoutCounts.AsNoTracking().Where(c => c.AssemblyId == assemblyId).ToListAsync(cancellation);
        var since = now - Duration.FromMinutes(RateMinutes);
        var doors = await DoorsAsync(db, assemblyId, counts, since, cancellation);
        var lanes = await db.Admissions.Where(a => a.AssemblyId == assemblyId && a.At > since).Join(db.Scans, a => a.ScanId, s => s.ScanId, (a, s) => new { s.DeviceId, a.Heads })
            .GroupBy(a => a.DeviceId).Select(g => new { Device = g.Key, Heads = g.Sum(a => a.Heads) }).ToDictionaryAsync(g => g.Device, g => g.Heads, cancellation);
        var sights = await fleet.ListAsync(db, assemblyId, now, cancellation);
        var present = doors.Values.Where(d => !d.IsOverflow).Sum(d => d.PresentNow);
        return new SupervisorPresent(
            assembly.State, counts.Sum(c => c.Arrived), present, assembly.RoomCapacity, RoomRules.LevelOf(present, assembly.RoomCapacity), Fleet.Silent(sights, now), doors,
            sights.ToDictionary(s => s.Device.Id, s => Row(s, doors, PerMinute(lanes.GetValueOrDefault(s.Device.Id)), now)),
            await InstitutionsAsync(db, assemblyId, counts, cancellation));
    }

    private static async Task<Dictionary<Guid, BoardDoor>> DoorsAsync(
        AssemblyDb db, Guid assemblyId, List<TurnoutCount> counts, Instant since, CancellationToken cancellation)
    {
        var lately = await db.Admissions.Where(a => a.AssemblyId == assemblyId && a.At > since).GroupBy(a => a.DoorId)
            .Select(g => new { Door = g.Key ?? Guid.Empty, Heads = g.Sum(a => a.Heads) }).ToDictionaryAsync(g => g.Door, g => g.Heads, cancellation);
        var doors = await db.Doors.AsNoTracking().Where(d => d.AssemblyId == assemblyId).Select(d => new { d.Id, d.Name, d.IsOverflow }).ToListAsync(cancellation);
        if (counts.Any(c => c.DoorId == Guid.Empty))
            doors.Add(new { Id = Guid.Empty, Name = "At no door", IsOverflow = false });
        return doors.ToDictionary(d => d.Id, d => new BoardDoor(
            d.Name, d.IsOverflow, counts.Where(c => c.DoorId == d.Id).Sum(c => c.Arrived), PerMinute(lately.GetValueOrDefault(d.Id)),
            counts.Where(c => c.DoorId == d.Id).Sum(c => c.Inside)));
    }

    private static double PerMinute(int heads) => (double)heads / RateMinutes;

    private static BoardDevice Row(DeviceSight sight, Dictionary<Guid, BoardDoor> doors, double perMinute, Instant now) => new(
        sight.Device.Name, sight.Device.Role, sight.Device.DoorId is { } door ? doors.GetValueOrDefault(door)?.Name : null, sight.IsConnected,
        // Of a connected device it would change with every reading and say nothing.
        sight.IsConnected ? null : sight.HeardAt, Fleet.Silent([sight], now).Devices > 0, perMinute, sight.Words?.State, sight.Words?.QueueLength, sight.Words?.Quarantined,
        sight.Words?.RosterAgeMs, sight.Words?.OffsetMs, sight.Words?.AppVersion, sight.Words?.Battery, sight.Words?.Charging);

    private static async Task<Dictionary<Guid, BoardInstitution>> InstitutionsAsync(
        AssemblyDb db, Guid assemblyId, List<TurnoutCount> counts, CancellationToken cancellation)
    {
        var delegations = await db.Delegations.Where(d => d.AssemblyId == assemblyId)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new { i.Id, i.Name, d.Pledge }).ToListAsync(cancellation);
        return delegations.ToDictionary(d => d.Id, d => new BoardInstitution(d.Name, d.Pledge, counts.Where(c => c.InstitutionId == d.Id).Sum(c => c.Arrived)));
    }
}
