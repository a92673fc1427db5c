using System.Globalization;
using System.Text.RegularExpressions;
using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>What a newcomer sees: every role's screen, in a rehearsal that plays itself.</summary>
public sealed class RehearsalScreensTests
{
    // Font sizes of a yes, of a yes with a condition, and of that condition, on one page: at sixty times the speed of an evening it stands for two seconds.
    private const string AnswersToAsk1 = """
        () => {
            const row = name => [...document.querySelectorAll('.layer-in .answer-row')].find(r => r.textContent.includes(name));
            const size = e => parseFloat(getComputedStyle(e).fontSize);
            const [yes, yesIf] = [row('Helen Marsh')?.querySelector('.hall-yes'), row('Imran Qureshi')?.querySelector('.hall-yes_with_conditions')];
            const words = yesIf?.closest('.answer-words');
            const condition = words?.querySelector('.answer-substance, .hall-beside');
            return words?.textContent.replace(/\s/g, '').includes('YES,IFthegovernmentreleasestheQuaysidelandbyMarch') && yes && condition ? [size(yes), size(yesIf), size(condition)] : undefined;
        }
        """;

    // Twice what it takes, in milliseconds.
    private const float WholeEvening = 240_000;

    [Fact]
    public async Task In_a_played_rehearsal_every_screen_moves_within_a_minute()
    {
        await using var evening = await Evening.RehearseAsync("--play", "60");
        // At sixty times its speed a scene stands for a second or two: each screen notes what it showed, and is asked when the machine gets round to it.
        var (projector, hall) = await OpenAsync(evening, "projector", Screen.Projector,
            ("old promises", ".layer-in .view", "Report-back"), ("testimony", ".view.testimony", ""), ("read alone", ".ask-words:not(.ask-put)", ""), ("put", ".ask-put .name-tags", "Helen Marsh"),
            ("board", ".layer-in .tote", ""), ("code", ".layer-in .seal", ""));
        await Expect(projector.Locator(".turnout-number")).ToBeVisibleAsync();
        var first = await ArrivedAsync(projector);
        await Expect(projector.Locator(".turnout-number")).Not.ToHaveTextAsync(first.ToString("N0", CultureInfo.InvariantCulture));
        Assert.True(await ArrivedAsync(projector) > first, "People arrive.");
        var answers = projector.WaitForFunctionAsync(AnswersToAsk1, null, new() { Timeout = WholeEvening });

        var (chair, ruling) = await OpenAsync(evening, "chair", Screen.Tablet, ("ruling", "main", "Now: your ruling"));
        await chair.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Answers") }).ClickAsync();
        var (_, words) = await OpenAsync(evening, "scribe", Screen.Tablet, ("words", "main", "Put, waiting for the words"));
        var (timekeeper, _) = await OpenAsync(evening, "timekeeper", Screen.Tablet);
        var (_, direction) = await OpenAsync(evening, "stage manager", Screen.Tablet, ("ask", "main", "Ask 1"));
        var (steward, _) = await OpenAsync(evening, "steward", Screen.Phone);
        var audience = await evening.Browser.PersonAsync(Screen.Phone);
        await audience.GotoAsync(evening.Url("/a/riverside-rehearsal"));
        await Expect(steward.Locator(".door-arrived")).ToContainTextAsync(new Regex("[1-9]"));

        // Last year's promises are heard of, then a story; an ask is read alone, then put to those who stand under it.
        foreach (var scene in new[] { "old promises", "testimony", "read alone", "put" })
            await hall.CameAsync(scene, WholeEvening);
        await words.CameAsync("words", WholeEvening);
        await ruling.CameAsync("ruling", WholeEvening);
        await direction.CameAsync("ask", WholeEvening);

        // A yes with a condition never stands without it, and never smaller than the yes beside it.
        var (yes, yesIf, condition) = await (await answers).JsonValueAsync<double[]>() is [var a, var b, var c] ? (a, b, c) : default;
        Assert.Equal((yes, yes), (yesIf, condition));
        await Expect(timekeeper.GetByText("Running order: planned and actual")).ToBeVisibleAsync();
        await Expect(audience.Locator("#live-asks")).ToContainTextAsync("YES, IF");

        // Every answer is read from the board, and the record's code is there to photograph.
        await hall.CameAsync("board", WholeEvening);
        await hall.CameAsync("code", WholeEvening);
        await evening.Server.LineAsync("The evening was played to its end.");
        await Expect(projector.Locator(".turnout-number")).ToBeVisibleAsync();
        await Evening.PictureAsync(audience, "public-page", whole: false);
        await evening.Server.EndAsync("INT");
    }

    private static async Task<int> ArrivedAsync(IPage projector) => int.Parse(
        await projector.Locator(".turnout-number").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static async Task<(IPage Page, SeenOn Seen)> OpenAsync(
        Evening evening, string role, Screen screen, params IEnumerable<(string Name, string Selector, string Words)> sights)
    {
        var page = await evening.Browser.PersonAsync(screen);
        var seen = await SeenOn.WatchAsync(page, sights);
        await evening.PairAsync(page, role);
        return (page, seen);
    }
}
