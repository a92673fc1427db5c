using Assemblies.Devices;
using Assemblies.Displays.Direction;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Displays.Direction;

/// <summary>A hall with two screens and a stage manager's tablet, over HTTP.</summary>
internal sealed class ScreenFloor : IAsyncDisposable
{
    private ScreenFloor(Hall hall, PairedDevice left, PairedDevice right, PairedDevice manager) =>
        (Hall, Left, Right, Manager, Tablet) = (hall, left, right, manager, manager.Http());

    public Hall Hall { get; }

    public PairedDevice Left { get; }

    public PairedDevice Right { get; }

    public PairedDevice Manager { get; }

    public HttpClient Tablet { get; }

    public static async Task<ScreenFloor> OpenAsync()
    {
        var hall = await Hall.OpenAsync();
        return new(hall, await hall.PairAsync(DeviceRole.Projector), await hall.PairAsync(DeviceRole.Projector), await hall.PairAsync(DeviceRole.StageManager));
    }

    public Task<ScreenPresent> PresentAsync() => Tablet.ReadAsync<ScreenPresent>("/api/screen");

    public async Task<ScreenView> ViewAsync(PairedDevice screen) => (await PresentAsync()).Screens![screen.Device.Id];

    public async Task<DirectCommand> CommandAsync(ScreenStepKind step, params PairedDevice[] screens)
    {
        var views = (await PresentAsync()).Screens!;
        return new(Guid.NewGuid(), [.. screens.Select(s => new ScreenRef(s.Device.Id, views[s.Device.Id].Version))], step);
    }

    public async Task DoneAsync(DirectCommand command) =>
        Assert.Equal(FloorOutcome.Done, (await Tablet.SendAsync<FloorReply>("/api/floor/direct", command)).Outcome);

    public async Task DoneAsync(ScreenStepKind step, params PairedDevice[] screens) => await DoneAsync(await CommandAsync(step, screens));

    public Task ShowAsync(Scene scene, Guid? askId = null, Guid? speakerId = null) =>
        Tablet.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), scene, askId, speakerId));

    public async ValueTask DisposeAsync()
    {
        Tablet.Dispose();
        await Hall.Server.DisposeAsync();
    }
}
