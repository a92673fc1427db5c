using Assemblies.Browser.Harness;
using Assemblies.Displays;
using Assemblies.Displays.Direction;

namespace Assemblies.Browser.Screens;

/// <summary>What is seen of the screens: by a hall while scenes change, by eyes without colours, under a stream.</summary>
[Collection(Alone.Name)]
public sealed class ScreenSightTests(HungScreen hung) : IClassFixture<HungScreen>
{
    private readonly ScreenRig rig = hung.Rig;

    // Whether a picture shows anything: the share of its pixels that differ from the ground in its corner.
    private const string Filled = """
        async pictures => {
            const shares = [];
            for (const picture of pictures) {
                const image = new Image();
                image.src = 'data:image/jpeg;base64,' + picture;
                await image.decode();
                const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
                pen.drawImage(image, 0, 0);
                const { data } = pen.getImageData(0, 0, image.width, image.height);
                const grey = i => data[i] * 0.3 + data[i + 1] * 0.59 + data[i + 2] * 0.11;
                const ground = grey((image.width * (image.height - 3) + 3) * 4);
                let filled = 0;
                for (let i = 0; i < data.length; i += 4) if (Math.abs(grey(i) - ground) > 40) filled++;
                shares.push(filled * 4 / data.length);
            }
            return shares;
        }
        """;

    // How much two marks differ in grey: the share of their pixels that are clearly lighter or darker in one than in the other.
    private const string Differences = """
        async ([picture, boxes]) => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + picture;
            await image.decode();
            const size = 64;
            const marks = boxes.map(([left, top, width, height]) => {
                const pen = new OffscreenCanvas(size, size).getContext('2d');
                pen.drawImage(image, left, top, width, height, 0, 0, size, size);
                const { data } = pen.getImageData(0, 0, size, size);
                return Array.from({ length: size * size }, (_, i) => data[i * 4] * 0.3 + data[i * 4 + 1] * 0.59 + data[i * 4 + 2] * 0.11);
            });
            const pairs = [];
            for (let a = 0; a < marks.length; a++)
                for (let b = 0; b < a; b++) pairs.push([a, b, marks[a].filter((grey, i) => Math.abs(grey - marks[b][i]) > 60).length / (size * size)]);
            return pairs;
        }
        """;

    [Fact]
    public async Task Fifty_changes_of_scene_show_no_blank_picture()
    {
        Fixture[] scenes = [.. Fixtures.All.Where(f => f.Second is null).DistinctBy(f => f.Present.Scene)];
        await rig.ShowAsync(scenes[^1], imageHeight: 2.25, farthestSeat: 20);
        var film = await rig.Page.Context.NewCDPSessionAsync(rig.Page);
        var frames = new List<string>();
        film.Event("Page.screencastFrame").OnEvent += async (_, frame) =>
        {
            lock (frames)
                frames.Add(frame!.Value.GetProperty("data").GetString()!);
            await film.SendAsync("Page.screencastFrameAck", new() { ["sessionId"] = frame.Value.GetProperty("sessionId").GetInt32() });
        };
        await film.SendAsync("Page.startScreencast", new() { ["format"] = "jpeg", ["quality"] = 60, ["maxWidth"] = 480, ["maxHeight"] = 270, ["everyNthFrame"] = 1 });
        for (var change = 0; change < 50; change++)
        {
            await rig.ShowAsync(scenes[change % scenes.Length], imageHeight: 2.25, farthestSeat: 20);
            // The fade is to be in the film, not the wait for it.
            await rig.Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => undefined))).then(() => undefined)");
        }
        await film.SendAsync("Page.stopScreencast");
        var darkroom = await rig.Browser.PersonAsync(new Harness.Screen(480, 270));
        var shares = await darkroom.EvaluateAsync<double[]>(Filled, frames);
        Assert.True(shares.Length >= 50, $"Only {shares.Length} pictures were taken.");
        Assert.All(shares, share => Assert.InRange(share, 0.004, 1));
    }

    [Fact]
    public async Task Every_two_codes_differ_in_their_marks_and_words_for_eyes_that_see_no_colours_or_other_ones()
    {
        var darkroom = await rig.Browser.PersonAsync(new Harness.Screen(480, 270));
        var eyes = await rig.Page.Context.NewCDPSessionAsync(rig.Page);
        foreach (var (deficiency, theme) in new[] { "achromatopsia", "deuteranopia", "protanopia", "tritanopia", "none" }.SelectMany(d => Enum.GetValues<ScreenTheme>().Select(t => (d, t))))
        {
            await eyes.SendAsync("Emulation.setEmulatedVisionDeficiency", new() { ["type"] = deficiency });
            await rig.ShowAsync(new Fixture("one of each", Fixtures.OneOfEach), theme, 2.25, 10);
            await Expect(rig.Page.Locator(".hall-plate")).ToHaveCountAsync(Fixtures.EveryCode.Count);
            var words = await rig.Page.Locator(".hall-plate").AllInnerTextsAsync();
            Assert.Equal(words.Count, words.Distinct().Count());
            var picture = await rig.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
            var boxes = await rig.Page.Locator(".hall-mark").EvaluateAllAsync<double[][]>("all => all.map(m => m.getBoundingClientRect()).map(r => [r.x, r.y, r.width, r.height])");
            var pairs = await darkroom.EvaluateAsync<double[][]>(Differences, new object[] { Convert.ToBase64String(picture), boxes });
            Assert.Equal(Fixtures.EveryCode.Count * (Fixtures.EveryCode.Count - 1) / 2, pairs.Length);
            Assert.All(pairs, pair => Assert.True(pair[2] > 0.06,
                $"{theme}, {deficiency}: {Fixtures.EveryCode[(int)pair[0]].Code} and {Fixtures.EveryCode[(int)pair[1]].Code} differ in {pair[2]:P1} of their marks only."));
        }
    }

    [Fact]
    public async Task A_stream_shows_a_panel_at_the_foot_and_nothing_around_it()
    {
        await rig.ShowAsync(Fixtures.Named("answer, yes and yes if"), set: SceneSet.Stream);
        await Expect(rig.Page.Locator(".layer-in .lower-third")).ToBeVisibleAsync();
        var panel = (await rig.Page.Locator(".layer-in .lower-third").BoundingBoxAsync())!;
        Assert.InRange(panel.Y, 1_080 * 0.6, 1_080 * 0.95);
        var above = await rig.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('html, body, #app, .hall, .canvas, .layer, .view')].map(e => getComputedStyle(e).backgroundColor)
            """);
        Assert.All(above, ground => Assert.Equal("rgba(0, 0, 0, 0)", ground));
        Assert.Empty(await PageInspector.LookAsync(rig.Page, 0.022 * 1_080 / 0.496));
    }

    [Theory, InlineData(ScreenTheme.Dark), InlineData(ScreenTheme.Light)]
    public async Task An_alliances_own_colours_are_shown_only_as_far_as_they_can_be_read(ScreenTheme theme)
    {
        foreach (var colour in new[] { "#b00020", "#ffe000", "#3a7d44", "#808080" })
        {
            var plain = Fixtures.Named("ask");
            await rig.ShowAsync(plain with { Present = plain.Present with { Alliance = new ScreenAlliance("Riverside Citizens", null, colour) } }, theme);
            Assert.Empty(await PageInspector.LookAsync(rig.Page, 0.06 * 1_080 / 0.496));
        }
    }

    [Fact]
    public async Task The_light_theme_is_laid_out_as_the_dark_one()
    {
        foreach (var fixture in Fixtures.All)
        {
            await rig.ShowAsync(fixture, ScreenTheme.Light);
            Assert.Empty(await PageInspector.LookAsync(rig.Page, 0.06 * 1_080 / 0.496));
            // In one breath, so that no page turns between the two looks.
            var (light, dark) = (await rig.Page.EvaluateAsync<string[]>("""
                () => ['light', 'dark'].map(theme => {
                    document.documentElement.dataset.screen = theme;
                    return JSON.stringify([...document.querySelectorAll('.layer-in .line')].map(e => [e.textContent, e.getBoundingClientRect().x, e.getBoundingClientRect().y]));
                })
                """)) is [var first, var second] ? (first, second) : throw new InvalidOperationException("Two themes were looked at.");
            Assert.Equal(light, dark);
            await rig.ShowAsync(fixture);
        }
    }

    [Fact]
    public async Task Who_asked_for_less_motion_gets_none()
    {
        await rig.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        foreach (var name in new[] { "turnout", "ask", "answer, yes and yes if", "tote board, 8 × 2" })
        {
            await rig.ShowAsync(Fixtures.Named(name));
            Assert.Equal(0, await rig.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
        }
        await rig.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
    }

    [Fact]
    public async Task Only_transforms_and_opacity_move()
    {
        var moved = new HashSet<string>();
        foreach (var fixture in Fixtures.All.DistinctBy(f => f.Present.Scene))
        {
            await rig.ShowAsync(fixture);
            moved.UnionWith(await rig.Page.EvaluateAsync<string[]>("() => document.getAnimations().flatMap(a => a.effect.getKeyframes().flatMap(k => Object.keys(k)))"));
        }
        Assert.Contains("opacity", moved);
        Assert.Empty(moved.Except(["opacity", "transform", "offset", "computedOffset", "easing", "composite"]));
    }

    [Fact]
    public async Task The_total_rolls_to_the_next_number_and_is_read_as_one()
    {
        var now = Fixtures.Named("turnout");
        await rig.ShowAsync(now, imageHeight: 2.25, farthestSeat: 10);
        await Expect(rig.Page.Locator(".turnout-digits .counter-text")).ToHaveTextAsync("1,201");
        // What was never painted does not move.
        await rig.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
        await rig.ShowAsync(now with { Present = now.Present with { Turnout = now.Present.Turnout with { Arrived = 1_202 } } }, imageHeight: 2.25, farthestSeat: 10);
        await Expect(rig.Page.Locator(".turnout-digits .counter-text")).ToHaveTextAsync("1,202");
        Assert.Equal(["1", "2", "0", "2"], await rig.Page.Locator(".turnout-digits .wheel").EvaluateAllAsync<string[]>("all => all.map(w => w.style.getPropertyValue('--digit'))"));
        Assert.Equal(1, await rig.Page.EvaluateAsync<int>("() => document.getAnimations().filter(a => a.effect.target.closest('.wheel')).length"));
    }
}
