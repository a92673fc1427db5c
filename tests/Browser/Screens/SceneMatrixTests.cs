using Assemblies.Browser.Harness;

namespace Assemblies.Browser.Screens;

/// <summary>Every scene, in every hall and on every screen: legible from the back row, whole, and in the middle of the picture (live.md, rules 21–27).</summary>
public sealed class SceneMatrixTests
{
    // AVIXA DISCAS, computed here a second time: farthest seat ÷ (image height × 200) of the image for a lower-case x, of which Atkinson Hyperlegible has 0.496.
    private const double XHeight = 0.496;

    private static readonly (double? ImageHeight, double? Seat, double Share)[] Halls =
        [(2.25, 10, 10 / (2.25 * 200)), (2.25, 20, 20 / (2.25 * 200)), (2.25, 40, 40 / (2.25 * 200)), (null, null, 0.06)];

    private static readonly (int Width, int Height)[] Sizes = [(1_920, 1_080), (1_280, 720), (1_024, 768), (2_560, 1_080), (3_840, 2_160)];

    // For the README: what a hall of ten metres sees.
    private static readonly Dictionary<string, string> Pictures = new()
    {
        ["welcome"] = "projector-welcome", ["turnout"] = "projector-turnout", ["ask"] = "projector-ask", ["answer, yes and yes if"] = "projector-yes-if",
        ["tote board, 8 × 2"] = "projector-tote-board", ["commitments"] = "projector-commitments", ["ask, English and Arabic"] = "projector-two-languages", ["testimony"] = "projector-testimony",
    };

    [Fact]
    public async Task Every_text_of_every_scene_is_legible_whole_and_inside_the_picture()
    {
        await using var rig = await ScreenRig.HangUpAsync(ownClock: true);
        var wrong = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await rig.Page.SetViewportSizeAsync(width, height);
            foreach (var (imageHeight, seat, share) in width is 1_280 or 3_840 ? Halls[2..] : Halls)
                foreach (var fixture in Fixtures.All)
                {
                    await rig.ShowAsync(fixture, imageHeight: imageHeight, farthestSeat: seat);
                    if ((width, seat) is (1_920, 10) && Pictures.TryGetValue(fixture.Name, out var picture))
                        await Evening.PictureAsync(rig.Page, picture);
                    var floor = share * 1_080 / XHeight;
                    // The layout depends on the proportions alone: pages are turned once for each. Of 220 institutions the first say it for the rest.
                    var pages = (width, height) is (1_280, 720) or (3_840, 2_160) ? 1 : 20;
                    await foreach (var page in PagesAsync(rig, pages))
                        wrong.AddRange((await PageInspector.LookAsync(rig.Page, floor)).Select(w => $"{fixture.Name}, page {page}, {width} × {height}, farthest seat {seat}: {w}"));
                }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} things are wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    // Turns the pages until one comes again.
    private static async IAsyncEnumerable<int> PagesAsync(ScreenRig rig, int most)
    {
        var seen = new HashSet<string>();
        for (var page = 1; page <= most && seen.Add(await StateAsync(rig.Page)); page++)
        {
            yield return page;
            var now = await StateAsync(rig.Page);
            if (await rig.Page.Locator(".page-marks").CountAsync() == 0)
                yield break;
            for (var waited = 0; waited < 16_000 && await StateAsync(rig.Page) == now; waited += 2_000)
                await rig.PassAsync(2_000);
        }
    }

    private static Task<string> StateAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.querySelector('.layer-in').innerText + (document.querySelector('.layer-in .page-marks')?.innerHTML ?? '')");
}
