using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Tests.Displays.Direction;
using Assemblies.Tests.Harness;
using NodaTime;

namespace Assemblies.Tests.Displays;

/// <summary>The instant from which screens count their pages: one for all, whoever comes late and whatever is started again.</summary>
public sealed class SceneSinceTests : IAsyncLifetime
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private ScreenFloor floor = null!;

    public async ValueTask InitializeAsync() => floor = await ScreenFloor.OpenAsync();

    public ValueTask DisposeAsync() => floor.DisposeAsync();

    [Fact]
    public async Task It_is_when_the_scene_was_cued_also_for_a_screen_that_comes_later_and_after_a_restart_of_the_server()
    {
        await floor.ShowAsync(Scene.Turnout);
        var cued = Pass();
        await floor.ShowAsync(Scene.ToteBoard);
        Pass();
        var late = await floor.Hall.PairAsync(DeviceRole.Projector);

        await using var again = await floor.Hall.Server.BesideAsync();
        using var tablet = again.As(floor.Tablet);
        foreach (var present in new[] { await floor.PresentAsync(), await tablet.ReadAsync<ScreenPresent>("/api/screen") })
        {
            Assert.Equal(cued, present.Since);
            Assert.Equal([cued, cued, cued], new[] { floor.Left, floor.Right, late }.Select(s => present.Screens![s.Device.Id].Since!.Value));
        }
    }

    [Fact]
    public async Task Before_the_first_cue_all_screens_count_from_the_same_instant()
    {
        var first = (await floor.PresentAsync()).Since!.Value;
        Pass();
        Assert.Equal((first, first), (await SinceAsync(floor.Left), (await floor.PresentAsync()).Since!.Value));
    }

    [Fact]
    public async Task What_is_taken_and_a_message_over_it_count_from_their_own_beginning_and_let_go_of_it()
    {
        await floor.ShowAsync(Scene.Turnout);
        var taken = Pass();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Taken, floor.Left) with { Scene = Scene.ToteBoard });
        var laid = Pass();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.MessageShown, floor.Left, floor.Right) with { Text = "Please sit" });
        Pass();
        Assert.Equal((laid, laid), (await SinceAsync(floor.Left), await SinceAsync(floor.Right)));

        await floor.DoneAsync(ScreenStepKind.Blanked, floor.Left);
        Assert.Null((await floor.ViewAsync(floor.Left)).Since);
        await floor.DoneAsync(ScreenStepKind.Unblanked, floor.Left);
        await floor.DoneAsync(ScreenStepKind.MessageCleared, floor.Left, floor.Right);
        Assert.Equal((taken, TestServer.Evening), (await SinceAsync(floor.Left), await SinceAsync(floor.Right)));
        await floor.DoneAsync(ScreenStepKind.Followed, floor.Left);
        Assert.Equal(TestServer.Evening, await SinceAsync(floor.Left));
    }

    [Fact]
    public async Task What_is_frozen_goes_on_counting_from_where_it_was()
    {
        await floor.ShowAsync(Scene.Turnout);
        var taken = Pass();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Taken, floor.Right) with { Scene = Scene.ToteBoard });
        Pass();
        await floor.DoneAsync(ScreenStepKind.Frozen, floor.Left, floor.Right);
        Pass();
        await floor.ShowAsync(Scene.ToteBoard);
        Assert.Equal((TestServer.Evening, taken), (await SinceAsync(floor.Left), await SinceAsync(floor.Right)));
    }

    [Fact]
    public async Task A_preview_was_never_cued() =>
        Assert.Null((await floor.Tablet.SendAsync<PreviewReply>("/api/floor/preview", new PreviewQuery(Scene.Turnout))).Present!.Since);

    private async Task<Instant?> SinceAsync(PairedDevice screen) => (await floor.ViewAsync(screen)).Since;

    private Instant Pass()
    {
        floor.Hall.Server.Clock.Advance(Minute);
        return floor.Hall.Server.Clock.GetCurrentInstant();
    }
}
