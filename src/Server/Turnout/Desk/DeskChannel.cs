using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;

namespace Assemblies.Turnout.Desk;

/// <summary>The channel <c>desk</c>: how many cases are open. The cases themselves hold names and are asked for.</summary>
internal sealed class DeskChannel : LiveChannel
{
    public override string Name => "desk";

    public override IReadOnlyList<DeviceRole> Watchers { get; } = [DeviceRole.Desk, DeviceRole.Supervisor];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel> { ChangeChannel.Turnout, ChangeChannel.Desk };

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(500);

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await CaseList.SummaryAsync(db, assemblyId, cancellation);
}
