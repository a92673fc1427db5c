using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Passes;
using Assemblies.Turnout.Roster;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout;

/// <summary>The channel <c>door</c>: what door devices show between scans.</summary>
internal sealed class DoorChannel(PassKey passKey) : LiveChannel
{
    public override string Name => "door";

    public override IReadOnlyList<DeviceRole> Watchers { get; } =
        [DeviceRole.Steward, DeviceRole.Desk, DeviceRole.Supervisor, DeviceRole.Kiosk];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Agenda, ChangeChannel.Turnout, ChangeChannel.Passes, ChangeChannel.Institutions, ChangeChannel.Devices,
    };

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var arrived = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).SumAsync(c => c.Arrived, cancellation);
        var present = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId && !db.Doors.Any(d => d.Id == c.DoorId && d.IsOverflow))
            .SumAsync(c => c.Inside, cancellation);
        return new DoorPresent(
            assembly.Title, assembly.State, arrived, assembly.RoomCapacity, present, assembly.Overflow,
            await new RosterReader(db, passKey).CursorAsync(assemblyId, cancellation));
    }
}
