using Assemblies.Browser.Harness;
using Assemblies.Tests.Record.Publication;
using Deque.AxeCore.Playwright;

namespace Assemblies.Browser;

/// <summary>The permanent pages of the record, as people with a phone, a laptop, a screen reader or a site of their own meet them.</summary>
public sealed class RecordPagesTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task The_record_s_pages_are_accessible_and_fit_a_phone(bool isDark)
    {
        await using var evening = await RecordEvening.PlayAsync();
        await using var browser = await RealBrowser.StartAsync();
        var wrong = new List<string>();
        foreach (var screen in new[] { Screen.Phone, Screen.Tablet })
        {
            var page = await browser.PersonAsync(screen with { IsDark = isDark });
            foreach (var path in new[]
                { evening.Home, evening.AskPath, evening.AnswerPath(evening.Hall.Mayor), $"{evening.Home}/asks/{evening.Withdrawn.Id}", $"{evening.Home}/corrections", $"{evening.Home}/press",
                  $"{evening.AskPath}/embed", $"{evening.Home}/embed", "/record", $"/a/{evening.Hall.Assembly.Slug}" })
            {
                await page.GotoAsync(Url(evening, path));
                wrong.AddRange((await page.RunAxe()).Violations.Select(v => $"{path}: {v.Id} at {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                    wrong.Add($"{path} is {over} px too wide on {screen.Width} px");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Another_site_can_frame_what_is_made_for_frames_and_nothing_else()
    {
        await using var evening = await RecordEvening.PlayAsync();
        await using var browser = await RealBrowser.StartAsync();
        var page = await browser.PersonAsync(Screen.Tablet);
        // A site of its own: another origin, on a real server.
        await using var newspaper = WebApplication.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"]);
        newspaper.MapGet("/", () => TypedResults.Text(
            $"<title>News</title><iframe id=made src=\"{Url(evening, $"{evening.AskPath}/embed")}\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe><iframe id=other src=\"{Url(evening, evening.AskPath)}\"></iframe>", "text/html"));
        await newspaper.StartAsync();
        await page.GotoAsync(newspaper.Urls.First());
        var made = page.FrameLocator("#made");
        await Expect(made.GetByRole(AriaRole.Heading, new() { Name = "Ask 1: Housing" })).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        await Expect(page.FrameLocator("#other").GetByRole(AriaRole.Heading, new() { Name = "Ask 1: Housing" })).ToHaveCountAsync(0);
        // A link leaves the frame and opens the page itself, in a tab of its own.
        var opened = await page.Context.RunAndWaitForPageAsync(() => made.GetByRole(AriaRole.Link, new() { Name = "London Assembly: the whole record" }).ClickAsync());
        await Expect(opened.GetByRole(AriaRole.Heading, new() { Name = "Ask 1: Housing" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_opens_the_projector_s_code_is_told_whether_it_fits_the_record()
    {
        await using var evening = await RecordEvening.PlayAsync();
        await using var browser = await RealBrowser.StartAsync();
        var note = (await evening.Reader.GetStringAsync($"{evening.Home}/checkpoint")).Split('\n');
        var root = note[2].TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var phone = await browser.PersonAsync(Screen.Phone);
        await phone.GotoAsync(Url(evening, $"{evening.Home}#{note[1]}.{root}"));
        await Expect(phone.Locator("#record-kept")).ToContainTextAsync($"The code that you opened shows the record with {note[1]} entries: it fits.");
        var other = await browser.PersonAsync(Screen.Phone);
        await other.GotoAsync(Url(evening, $"{evening.Home}#{note[1]}.{new string('A', 43)}"));
        await Expect(other.Locator("#record-kept")).ToContainTextAsync("Warning: the code that you opened is of another record");
    }

    private static string Url(RecordEvening evening, string path) => new Uri(evening.Hall.Server.Address, path).ToString();
}
