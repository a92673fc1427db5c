using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays.Direction;

/// <summary>The channel <c>painted</c>: which frame each screen has really on it. For whoever directs them, never for the screens themselves.</summary>
internal sealed class PaintedChannel(PaintedScreens painted) : LiveChannel
{
    public const string ChannelName = "painted";

    public override string Name => ChannelName;

    public override IReadOnlyList<DeviceRole> Watchers { get; } = [DeviceRole.StageManager, DeviceRole.Chair];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel> { ChangeChannel.Devices };

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => new PaintedPresent(
        (await ScreensReader.Screens(db, assemblyId).Select(d => d.Id).ToListAsync(cancellation))
            .Where(id => painted.Of(id) is not null).ToDictionary(id => id, id => painted.Of(id)!));
}
