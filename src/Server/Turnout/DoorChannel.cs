using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout;

/// <summary>The channel <c>door</c>: what door devices show between scans.</summary>
internal sealed class DoorChannel : LiveChannel
{
    public override string Name => "door";

    public override IReadOnlyList<DeviceRole> Watchers { get; } =
        [DeviceRole.Steward, DeviceRole.Desk, DeviceRole.Supervisor, DeviceRole.Kiosk];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel> { ChangeChannel.Agenda, ChangeChannel.Turnout };

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var arrived = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).SumAsync(c => c.Arrived, cancellation);
        return new DoorPresent(assembly.Title, assembly.State, arrived, assembly.RoomCapacity);
    }
}
