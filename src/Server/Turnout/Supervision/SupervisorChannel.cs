using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;

namespace Assemblies.Turnout.Supervision;

/// <summary>The channel <c>supervisor</c>: the board of doors and devices. Heartbeats touch it too.</summary>
internal sealed class SupervisorChannel(SupervisorBoard board) : LiveChannel
{
    public const string ChannelName = "supervisor";

    public override string Name => ChannelName;

    public override IReadOnlyList<DeviceRole> Watchers { get; } = [DeviceRole.Supervisor];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Agenda, ChangeChannel.Institutions, ChangeChannel.Devices, ChangeChannel.Turnout,
    };

    public override TimeSpan Pace => TimeSpan.FromSeconds(1);

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await board.ReadAsync(db, assemblyId, cancellation);
}
