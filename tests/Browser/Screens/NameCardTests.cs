using Assemblies.Displays.Direction;
using NodaTime;

namespace Assemblies.Browser.Screens;

/// <summary>"Show your name": whole on every screen, and out of the way of a stream's picture.</summary>
public sealed class NameCardTests(HungScreen hung) : IClassFixture<HungScreen>
{
    private const string LongName = "Overflow room on the first floor, beside the kitchen door, B";

    // What is outside the picture or lies over another line.
    private const string Wrong = """
        () => {
            const lines = [...document.querySelectorAll('.name-card .line')].map(e => { const range = document.createRange(); range.selectNodeContents(e); return range.getBoundingClientRect(); });
            const outside = lines.filter(r => r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight).length;
            return lines.length === 0 ? -1 : outside + lines.slice(1).filter((r, i) => r.top < lines[i].top + lines[i].height * 0.5).length;
        }
        """;

    [Fact]
    public async Task A_name_of_any_length_is_whole_on_every_screen_and_as_large_as_it_goes()
    {
        foreach (var (width, height) in new[] { (1_920, 1_080), (3_840, 2_160), (1_280, 720), (1_024, 768), (2_560, 1_080) })
        {
            await hung.Rig.Page.SetViewportSizeAsync(width, height);
            foreach (var (name, least) in new[] { ("Left", 0.3), ("Left of the stage", 0.15), (LongName, 0.1), (new string('W', 60), 0.04) })
            {
                await ShowAsync(name, SceneSet.Hall);
                Assert.InRange(await hung.Rig.Page.EvaluateAsync<double>("() => document.querySelector('.name-card h1 .line').getBoundingClientRect().height / innerHeight"), least, 0.5);
            }
        }
        await hung.Rig.Page.SetViewportSizeAsync(1_920, 1_080);
    }

    [Fact]
    public async Task On_a_stream_it_is_a_label_in_the_corner_because_everybody_else_watches_the_picture()
    {
        await ShowAsync(LongName, SceneSet.Stream);
        var card = (await hung.Rig.Page.Locator(".name-card").BoundingBoxAsync())!;
        Assert.InRange(card.Width * card.Height, 1, 1_920 * 1_080 * 0.13);
        Assert.InRange(card.Y + card.Height, 1, 1_080 * 0.35);
    }

    private async Task ShowAsync(string name, SceneSet set)
    {
        await hung.Rig.ShowAsync(Fixtures.Named("welcome"), set: set, name: name, identifyUntil: SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1));
        await Expect(hung.Rig.Page.Locator(".name-card h1")).ToContainTextAsync(name[..Math.Min(name.Length, 13)]);
        // After a resize, and after the fonts came, it is laid out once more.
        await hung.Rig.Page.WaitForFunctionAsync($"() => ({Wrong})() === 0");
    }
}
