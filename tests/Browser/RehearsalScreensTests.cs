using System.Globalization;
using System.Text.RegularExpressions;
using Assemblies.Browser.Harness;
using Assemblies.Tests.Harness;

namespace Assemblies.Browser;

/// <summary>What a newcomer sees: every role's screen, in a rehearsal that plays itself.</summary>
public sealed class RehearsalScreensTests : IDisposable
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

    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("assembly-browser-");

    [Fact]
    public async Task In_a_played_rehearsal_every_screen_moves_within_a_minute()
    {
        using var rehearsal = await ServerProcess.RehearseAsync(temporary.FullName, "--play", "60");
        await using var browser = await RealBrowser.StartAsync();
        var projector = await OpenAsync(browser, rehearsal, "projector", Screen.Projector);
        await Expect(projector.Locator(".turnout-number")).ToBeVisibleAsync(Within(30));
        var first = await ArrivedAsync(projector);
        await Expect(projector.Locator(".turnout-number")).Not.ToHaveTextAsync(first.ToString("N0", CultureInfo.InvariantCulture), new() { Timeout = 10_000 });
        Assert.True(await ArrivedAsync(projector) > first, "People arrive.");

        var chair = await OpenAsync(browser, rehearsal, "chair", Screen.Tablet);
        await chair.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Answers") }).ClickAsync();
        var scribe = await OpenAsync(browser, rehearsal, "scribe", Screen.Tablet);
        var timekeeper = await OpenAsync(browser, rehearsal, "timekeeper", Screen.Tablet);
        var stageManager = await OpenAsync(browser, rehearsal, "stage manager", Screen.Tablet);
        var steward = await OpenAsync(browser, rehearsal, "steward", Screen.Phone);
        var audience = await browser.PersonAsync(Screen.Phone);
        await audience.GotoAsync(new Uri(rehearsal.Address, "/a/riverside-rehearsal").ToString());
        await Expect(steward.Locator(".door-arrived")).ToContainTextAsync(new Regex("[1-9]"));

        await Expect(projector.Locator(".view.testimony")).ToBeVisibleAsync(Within(120));
        var answers = projector.WaitForFunctionAsync(AnswersToAsk1, null, new() { Timeout = 60_000 });
        // Read alone, then put to those who stand under it.
        await Expect(projector.Locator(".ask-words:not(.ask-put)")).ToBeVisibleAsync(Within(30));
        await Expect(projector.Locator(".ask-put .name-tags")).ToContainTextAsync("Helen Marsh", new() { Timeout = 30_000 });
        await Expect(scribe.GetByText("Put, waiting for the words").First).ToBeVisibleAsync(Within(30));
        await Expect(chair.GetByText("Now: your ruling")).ToBeVisibleAsync(Within(30));
        await Expect(stageManager.GetByText("Ask 1").First).ToBeVisibleAsync(Within(30));

        // A yes with a condition never stands without it, and never smaller than the yes beside it.
        var (yes, yesIf, condition) = await (await answers).JsonValueAsync<double[]>() is [var a, var b, var c] ? (a, b, c) : default;
        Assert.Equal((yes, yes), (yesIf, condition));
        await Expect(timekeeper.GetByText("Running order: planned and actual")).ToBeVisibleAsync();
        await Expect(audience.Locator("#live-asks")).ToContainTextAsync("YES, IF", new() { Timeout = 10_000 });

        // Every answer is read from the board, and the record's code is there to photograph.
        await Expect(projector.Locator(".layer-in .tote")).ToBeVisibleAsync(Within(90));
        await Expect(projector.Locator(".layer-in .seal")).ToBeVisibleAsync(Within(30));
        await rehearsal.LineAsync("The evening was played to its end.");
        await Expect(projector.Locator(".turnout-number")).ToBeVisibleAsync(Within(10));
        await Evening.PictureAsync(audience, "public-page", whole: false);
        await rehearsal.EndAsync("INT");
    }

    public void Dispose() => temporary.Delete(recursive: true);

    private static LocatorAssertionsToBeVisibleOptions Within(int seconds) => new() { Timeout = seconds * 1_000 };

    private static async Task<int> ArrivedAsync(IPage projector) => int.Parse(
        await projector.Locator(".turnout-number").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static async Task<IPage> OpenAsync(RealBrowser browser, ServerProcess rehearsal, string role, Screen screen)
    {
        var page = await browser.PersonAsync(screen);
        await page.GotoAsync(Regex.Match(rehearsal.Output, $@"^  {role} +(http\S+)$", RegexOptions.Multiline).Groups[1].Value);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pair this device" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/pair", StringComparison.Ordinal));
        return page;
    }
}
