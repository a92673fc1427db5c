using Assemblies.Browser.Harness;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using NodaTime;

namespace Assemblies.Browser.Screens;

/// <summary>A real projector of a real server, told what to show by a <see cref="ScreenFeed"/>.</summary>
public sealed class ScreenRig : IAsyncDisposable
{
    private readonly Evening evening;
    private readonly Guid deviceId;

    private ScreenRig(Evening evening, IPage page, ScreenFeed feed, Guid deviceId) => (this.evening, Page, Feed, this.deviceId) = (evening, page, feed, deviceId);

    public IPage Page { get; }

    public ScreenFeed Feed { get; }

    public RealBrowser Browser => evening.Browser;

    /// <summary>Hangs the projector up.</summary>
    /// <param name="ownClock">Whether the page's time is the test's, to turn pages without waiting for them.</param>
    public static async Task<ScreenRig> HangUpAsync(bool ownClock)
    {
        var evening = await Evening.RehearseAsync();
        var page = await evening.Browser.PersonAsync(Screen.Projector);
        var feed = await ScreenFeed.PutBeforeAsync(page);
        if (ownClock)
            await page.Clock.InstallAsync();
        await evening.PairAsync(page, "projector");
        // Before that it waits for the server, and nobody watches yet.
        await Expect(page.Locator(".layer-in .view")).ToBeVisibleAsync();
        var id = await page.EvaluateAsync<string>("() => fetch('/api/devices/me', { headers: { 'Device-Role': 'projector' } }).then(r => r.json()).then(d => d.deviceId)");
        await page.EvaluateAsync("() => document.fonts.ready.then(() => undefined)");
        return new ScreenRig(evening, page, feed, Guid.Parse(id));
    }

    /// <summary>Shows something and returns when it is painted.</summary>
    public async Task ShowAsync(Fixture fixture, ScreenTheme theme = ScreenTheme.Dark, double? imageHeight = null, double? farthestSeat = null, SceneSet set = SceneSet.Hall, string name = "Projector", Instant? identifyUntil = null)
    {
        var (_, present, second) = fixture;
        var view = new ScreenView(name, 1, set, theme, present.Scene, present.AskId, present.Testimony, present.Message, imageHeight, farthestSeat, Legibility.XHeight(imageHeight, farthestSeat), second, IdentifyUntil: identifyUntil);
        Feed.Say(present with { Screens = new Dictionary<Guid, ScreenView> { [deviceId] = view } });
        await PaintedAsync();
    }

    /// <summary>Moves the page's clock on, in steps that no connection takes for silence.</summary>
    public async Task PassAsync(int milliseconds)
    {
        for (var left = milliseconds; left > 0; left -= 2_000)
        {
            Feed.Ping();
            await Page.Clock.FastForwardAsync(Math.Min(left, 2_000));
        }
        await PaintedAsync();
    }

    // A message channel is not moved by any clock: what was said before it is rendered after it.
    private Task PaintedAsync() => Page.EvaluateAsync("() => new Promise(done => { const { port1, port2 } = new MessageChannel(); let turns = 3; port1.onmessage = () => --turns ? port2.postMessage(0) : done(); port2.postMessage(0); })");

    public ValueTask DisposeAsync() => evening.DisposeAsync();
}

/// <summary>One screen for all tests of a class: each says what it shows.</summary>
public sealed class HungScreen : IAsyncLifetime
{
    public ScreenRig Rig { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Rig = await ScreenRig.HangUpAsync(ownClock: false);

    public ValueTask DisposeAsync() => Rig.DisposeAsync();
}
