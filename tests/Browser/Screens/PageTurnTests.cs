using Assemblies.Browser.Harness;

namespace Assemblies.Browser.Screens;

/// <summary>A scene of several pages on two screens, of which one was opened later, on the real server's clock.</summary>
[Collection(Alone.Name)]
public sealed class PageTurnTests
{
    // The page that is on, whenever it turns, with the instant: both screens take that from the same machine.
    private const string Watch = """
        () => {
            const marks = '.layer-in .page-marks > i';
            const page = () => [...document.querySelectorAll(marks)].findIndex(mark => mark.className === 'on');
            let before = page();
            window.turns = [];
            new MutationObserver(() => { if (page() !== before) window.turns.push([before = page(), Date.now()]); })
                .observe(document.body, { subtree: true, childList: true, attributes: true });
        }
        """;

    [Fact]
    public async Task A_screen_that_was_opened_later_turns_to_the_same_page_in_the_same_moment()
    {
        await using var evening = await Evening.RehearseAsync();
        var tablet = await evening.Browser.PersonAsync(Harness.Screen.Tablet);
        await evening.PairAsync(tablet, "stage manager");
        var first = await evening.Browser.PersonAsync(new Harness.Screen(1_000, 800));
        await evening.PairAsync(first, "projector");
        // The rehearsal measures each new screen once; then it is everybody else's.
        await tablet.WaitForFunctionAsync("async () => Object.values((await (await fetch('/api/screen', { headers: { 'Device-Role': 'stage_manager' } })).json()).screens).every(screen => screen.imageHeight > 0)");
        // So far from the last row that the words need two pages.
        await PostAsync(tablet, "direct", """
            { commandId: crypto.randomUUID(), step: 'configured', settings: { theme: 'dark', imageHeight: 2.25, farthestSeat: 40 },
              screens: Object.entries((await (await fetch('/api/screen', { headers: { 'Device-Role': 'stage_manager' } })).json()).screens).map(([screenId, screen]) => ({ screenId, expectedVersion: screen.version })) }
            """);
        await PostAsync(tablet, "show", """
            { commandId: crypto.randomUUID(), scene: 'message',
              text: 'The overflow room is full. Please use the gallery on the first floor, where the choir leads you to a seat. Doors close at seven. Phones must be silent now.' }
            """);
        await TurnedAsync(first, 1);

        var late = await first.Context.NewPageAsync();
        await late.GotoAsync(first.Url);
        await Task.WhenAll(TurnedAsync(first, 3), TurnedAsync(late, 2));
        var (one, other) = (await TurnsAsync(first), await TurnsAsync(late));
        foreach (var turn in other)
        {
            var same = one.MinBy(t => Math.Abs(t[1] - turn[1]))!;
            Assert.Equal(same[0], turn[0]);
            // To the millisecond on a quiet machine; one that tests may be late to paint, and a beat is nine seconds.
            Assert.InRange(Math.Abs(same[1] - turn[1]), 0, 800);
        }
    }

    private static async Task PostAsync(IPage tablet, string what, string command) => Assert.Equal("done", await tablet.EvaluateAsync<string>($$"""
        async () => {
            const reply = await fetch('/api/floor/{{what}}', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Device-Role': 'stage_manager' }, body: JSON.stringify({{command}}) });
            const text = await reply.text();
            return JSON.parse(text).outcome ?? text;
        }
        """));

    private static async Task TurnedAsync(IPage screen, int times)
    {
        await Expect(screen.Locator(".layer-in .page-marks > i.on")).ToHaveCountAsync(1);
        await screen.EvaluateAsync($"window.turns === undefined && ({Watch})()");
        await screen.WaitForFunctionAsync("times => window.turns.length >= times", times, new() { Timeout = 60_000 });
    }

    private static Task<double[][]> TurnsAsync(IPage screen) => screen.EvaluateAsync<double[][]>("window.turns");
}
