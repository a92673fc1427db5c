using Assemblies.Browser.Harness;
using Deque.AxeCore.Playwright;

namespace Assemblies.Browser;

/// <summary>Counting without passes at a door, and the help desk that puts right what the doors could not.</summary>
public sealed class HelpDeskTests
{
    private const string Institution = "Sacred Heart of Jesus";

    [Fact]
    public async Task A_door_counts_walk_ups_groups_and_heads_and_the_desk_merges_clears_up_and_sees_it_all()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        await organiser.ImportAsync($"Institution,Person\n{Institution},Zoë Martin\n");
        await organiser.Page.GotoAsync(organiser.AddressOf("/passes"));
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Issue passes to all named people" }).ClickAsync();
        var steward = (await StewardPhone.StartAsync(evening, organiser, "North door")).Page;
        var desk = (await StewardPhone.StartAsync(evening, organiser, "South door", "desk")).Page;

        await ChooseAsync(steward, "Walk-up");
        await steward.GetByLabel("Name").FillAsync("Zoe Martin");
        await steward.GetByRole(AriaRole.Button, new() { Name = "Count 1 in" }).ClickAsync();
        await ArrivedAsync(desk, 1);
        await Expect(steward.Locator(".result")).ToHaveCountAsync(0);

        await ChooseAsync(steward, "Group");
        await steward.GetByRole(AriaRole.Button, new() { Name = Institution }).ClickAsync();
        await steward.GetByRole(AriaRole.Button, new() { Name = "15", Exact = true }).ClickAsync();
        await steward.GetByLabel("Under 18: one more").ClickAsync();
        await Evening.PictureAsync(steward, "door-group");
        await steward.GetByRole(AriaRole.Button, new() { Name = "Count 16 in" }).ClickAsync();
        await ArrivedAsync(desk, 17);
        await Expect(steward.Locator(".result")).ToHaveCountAsync(0);

        await ChooseAsync(steward, "Count");
        for (var i = 0; i < 4; i++)
            await steward.GetByLabel("One more in").ClickAsync();
        await steward.GetByLabel("One fewer").ClickAsync();
        await steward.ReloadAsync();
        await steward.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await ChooseAsync(steward, "Count");
        await Expect(steward.Locator("output")).ToHaveTextAsync("3");
        await ArrivedAsync(desk, 20);
        await Evening.PictureAsync(steward, "door-count");

        // The walk-up finds the pass in another pocket: one person, counted once.
        await ChooseAsync(desk, "Find");
        await FindAsync(desk, "zoe mar");
        await Evening.PictureAsync(desk, "desk-find");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Has a pass" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "This is the pass" }).ClickAsync();
        await Expect(desk.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        await Expect(desk.Locator(".result")).ToHaveCountAsync(0);
        await ArrivedAsync(desk, 20);
        await Expect(desk.GetByText("Inside since")).ToBeVisibleAsync();
        await Expect(desk.GetByText("Has a pass")).ToHaveCountAsync(0);

        // Without a network the steward lets somebody in with a code that is none.
        await steward.Context.SetOfflineAsync(true);
        await Expect(steward.GetByText("Offline: deciding here")).ToBeVisibleAsync();
        await HandScanner.ReadAsync(steward, new string('A', 26));
        await steward.GetByRole(AriaRole.Button, new() { Name = "Let in anyway" }).ClickAsync();
        await steward.Context.SetOfflineAsync(false);
        await Expect(desk.Locator(".mode-badge")).ToContainTextAsync("1");
        await ArrivedAsync(desk, 21);
        await ChooseAsync(desk, "Cases");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Evening.PictureAsync(desk, "desk-cases");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Expect(desk.GetByText("Nothing to look at.")).ToBeVisibleAsync();
        await Expect(desk.Locator(".mode-badge")).ToHaveCountAsync(0);
        await ArrivedAsync(desk, 20);

        var supervisor = (await StewardPhone.StartAsync(evening, organiser, "North door", "supervisor", Screen.Tablet)).Page;
        await ChooseAsync(supervisor, "Board");
        await Expect(supervisor.Locator(".board-now")).ToHaveTextAsync("20 of 1,500 inside now");
        await Expect(supervisor.GetByRole(AriaRole.Row, new() { Name = Institution })).ToContainTextAsync("28 to come");
        await Evening.PictureAsync(supervisor, "supervisor-board");
    }

    [Fact]
    public async Task At_twice_the_text_size_nothing_of_a_panel_lies_beside_the_screen_and_every_button_is_a_thumb_wide()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var page = (await StewardPhone.StartAsync(evening, organiser, "North door", "supervisor")).Page;
        foreach (var size in new[] { 100, 200 })
        {
            await page.AddStyleTagAsync(new() { Content = $":root {{ font-size: {size * 0.18}px !important }}" });
            foreach (var mode in new[] { "Scan", "Find", "Cases", "Board", "Group", "Walk-up", "Count", "Paper", "Recent" })
            {
                if (await Bar(page).GetByRole(AriaRole.Button, new() { Name = mode }).CountAsync() == 0)
                    await Bar(page).GetByRole(AriaRole.Button).Last.ClickAsync();
                await ChooseAsync(page, mode);
                await Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
                Assert.Empty(await page.EvaluateAsync<string[]>(CutOff));
                Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{mode}: {v.Id} at {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
            }
        }
    }

    // What a finger could not reach or would miss; a table of numbers may scroll by itself, a checkbox is its label's.
    private const string CutOff = """
        () => [...document.querySelectorAll('.door button, .door input:not([type=file]), .door h1, .door h2, .door .button')]
            .map(one => [one, one.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
            .concat([...document.querySelectorAll('.door button')].map(one => [one, one.getBoundingClientRect()])
                .filter(([, box]) => box.width > 0 && (box.width < 44 || box.height < 47.5)))
            .map(([one, box]) => `${one.textContent || one.tagName}: ${box.left}–${box.right}, ${box.height} high`)
        """;

    private static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Navigation, new() { Name = "Ways of working" });

    private static Task ChooseAsync(IPage page, string mode) =>
        Bar(page).GetByRole(AriaRole.Button, new() { Name = mode }).First.ClickAsync();

    private static async Task FindAsync(IPage desk, string name)
    {
        await desk.GetByRole(AriaRole.Searchbox).FillAsync(name);
        await desk.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(desk.GetByText("Not here yet")).ToBeVisibleAsync();
    }

    private static Task ArrivedAsync(IPage page, int people) => Expect(page.Locator(".door-arrived")).ToHaveTextAsync($"{people} arrived");
}
