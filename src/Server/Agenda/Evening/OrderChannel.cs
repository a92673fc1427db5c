using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;

namespace Assemblies.Agenda.Evening;

/// <summary>The channel <c>order</c>: the running order as it is lived, for the floor's tablets. Staff only.</summary>
internal sealed class OrderChannel : LiveChannel
{
    public override string Name => "order";

    public override IReadOnlyList<DeviceRole> Watchers { get; } =
        [DeviceRole.Chair, DeviceRole.Scribe, DeviceRole.Timekeeper, DeviceRole.StageManager];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Evening, ChangeChannel.Agenda, ChangeChannel.Institutions, ChangeChannel.Turnout, ChangeChannel.Testimony, ChangeChannel.Asks,
        ChangeChannel.Devices,
    };

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await OrderReader.ReadAsync(db, assemblyId, cancellation);
}
