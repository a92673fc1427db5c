using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>The clock that a speaker looks at, and the one that the timekeeper does.</summary>
[Collection(Alone.Name)]
public sealed class StageTimerTests
{
    [Fact]
    public async Task Timers_on_two_screens_an_hour_wrong_each_way_on_a_dawdling_line_turn_within_a_tenth_of_a_second()
    {
        await using var evening = await Evening.RehearseAsync();
        var chair = new ChairTablet(await evening.Browser.PersonAsync(Screen.Tablet));
        await evening.PairAsync(chair.Page, "chair");
        var ahead = await WrongClockAsync(evening, "stage timer", Screen.Projector, TimeSpan.FromHours(1));
        var behind = await WrongClockAsync(evening, "timekeeper", Screen.Tablet, TimeSpan.FromHours(-1));
        await ChairTablet.SureAsync(chair.Advance, async () => await chair.Now.InnerTextAsync() == "Welcome");
        await Expect(ahead.Locator(".timer-digits")).ToBeVisibleAsync();
        await Expect(behind.Locator(".ev-now .face-digits")).ToBeVisibleAsync();

        // The moment each screen turned to each second, on the one real clock of this machine.
        const string turns = """
            selector => new Promise(done => {
              const seen = {}, look = () => { const text = document.querySelector(selector).textContent; seen[text] ??= performance.timeOrigin + performance.now(); };
              look();
              const first = Object.keys(seen)[0];
              const watch = new MutationObserver(() => { look(); if (Object.keys(seen).length > 12) { watch.disconnect(); delete seen[first]; done(seen); } });
              watch.observe(document.body, { subtree: true, childList: true, characterData: true });
            })
            """;
        // Both have asked the time often enough by then: the line takes up to 600 ms there and back.
        await ahead.EvaluateAsync(turns, ".timer-digits");
        var both = await Task.WhenAll(
            ahead.EvaluateAsync<Dictionary<string, double>>(turns, ".timer-digits"), behind.EvaluateAsync<Dictionary<string, double>>(turns, ".ev-now .face-digits"));
        var apart = both[0].Keys.Intersect(both[1].Keys).Select(second => Math.Abs(both[0][second] - both[1][second])).Order().ToList();
        Assert.True(apart.Count >= 8, "Both screens showed the same seconds.");
        Assert.True(apart[apart.Count / 2] <= 100, $"They turned {string.Join(", ", apart.Select(a => Math.Round(a)))} ms apart.");
    }

    private static async Task<IPage> WrongClockAsync(Evening evening, string role, Screen screen, TimeSpan wrong)
    {
        var page = await evening.Browser.PersonAsync(screen);
        await page.AddInitScriptAsync($$"""
            { const Real = Date, wrong = {{(long)wrong.TotalMilliseconds}};
              Date = class extends Real { constructor(...given) { if (given.length === 0) super(Real.now() + wrong); else super(...given); } static now() { return Real.now() + wrong; } }; }
            """);
        await DawdlingLine.PutBeforeAsync(page, longestMs: 300);
        await evening.PairAsync(page, role);
        return page;
    }
}
