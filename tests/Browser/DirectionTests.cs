using System.Text.RegularExpressions;
using Assemblies.Browser.Harness;
using Deque.AxeCore.Playwright;

namespace Assemblies.Browser;

/// <summary>A stage manager directs two screens from a tablet.</summary>
public sealed class DirectionTests
{
    [Fact]
    public async Task A_stage_manager_previews_takes_freezes_blanks_names_messages_and_redirects_screens_and_sees_what_is_really_on_them()
    {
        await using var evening = await Evening.RehearseAsync();
        var organiser = await OrganiserAsync(evening);
        var (first, second) = (await ScreenAsync(evening, organiser, "Screen 11"), await ScreenAsync(evening, organiser, "Screen 12"));
        var page = await evening.Browser.PersonAsync(Screen.Tablet);
        await evening.PairAsync(page, "stage manager");
        var manager = new StageManagerTablet(page);
        await manager.OpenScreensAsync();

        // Which one is which is seen in the hall.
        await Expect(page.Locator(".screen-card")).ToHaveCountAsync(2);
        var sheet = await manager.MoreAsync("Screen 11");
        await sheet.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show its name") }).ClickAsync();
        await Expect(first.Locator(".name-card")).ToHaveTextAsync("This screen isScreen 11");
        await Expect(second.Locator(".name-card")).ToHaveCountAsync(0);
        await sheet.GetByLabel("Name").FillAsync("Left screen");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(first.Locator(".name-card")).ToContainTextAsync("Left screen");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(manager.Card("Left screen")).ToBeVisibleAsync();

        // Preview, then take: the hall sees nothing of the first.
        await manager.ChooseAsync("Turnout", "Turnout");
        await Expect(page.Locator(".on-air figure").First.Locator(".turnout-number")).ToBeVisibleAsync();
        await Expect(second.Locator(".turnout-number")).ToHaveCountAsync(0);
        await manager.Take.ClickAsync();
        await Expect(second.Locator(".turnout-number")).ToBeVisibleAsync();
        await Expect(manager.Hall).ToContainTextAsync("Turnout");

        // The tablet hears from each screen what it painted.
        await Expect(page.Locator(".screen-card.mark-ok")).ToHaveCountAsync(2);
        await Expect(manager.Card("Left screen").Locator(".screen-mark")).ToContainTextAsync(new Regex(@"^Painted \d+, \d+ s ago$"));

        // One is frozen, the hall goes on; then it follows again.
        await manager.TapAsync("Left screen", "Freeze");
        await Expect(manager.Card("Left screen").Locator(".held")).ToHaveTextAsync("Frozen");
        await manager.ChooseAsync("Tote board", "Tote board");
        await manager.Take.ClickAsync();
        await Expect(second.Locator(".turnout-number")).ToHaveCountAsync(0);
        await Expect(first.Locator(".turnout-number")).ToBeVisibleAsync();
        await Evening.PictureAsync(page, "stage-manager-screens");
        await manager.TapAsync("Left screen", "Blank");
        await Expect(first.Locator(".layer-in .view-blank")).ToBeVisibleAsync();
        await manager.TapAsync("Left screen", "Show");
        await Expect(first.Locator(".turnout-number")).ToBeVisibleAsync();
        await manager.TapAsync("Left screen", "Follow");
        await Expect(first.Locator(".turnout-number")).ToHaveCountAsync(0);

        // A message on one screen, and the other to the foyer.
        sheet = await manager.MoreAsync("Left screen");
        await sheet.GetByLabel("Message on this screen").FillAsync("The choir gathers at the left door");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Show it", Exact = true }).ClickAsync();
        await Expect(first.Locator(".hall")).ToContainTextAsync("The choir gathers");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Take it off" }).ClickAsync();
        await Expect(first.Locator(".hall")).Not.ToContainTextAsync("The choir gathers");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        sheet = await manager.MoreAsync("Screen 12");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Foyer" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Foyer" })).ToHaveAttributeAsync("aria-pressed", "true");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Lit hall" }).ClickAsync();
        await Expect(second.Locator("html")).ToHaveAttributeAsync("data-screen", "light");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await manager.ChooseAsync("Blank", "Blank");
        await manager.Take.ClickAsync();
        await Expect(first.Locator(".layer-in .view-blank")).ToBeVisibleAsync();
        await Expect(second.Locator(".welcome")).ToBeVisibleAsync();

        // Back to what was before, with one tap.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Back to what was before") }).ClickAsync();
        await Expect(manager.Hall).ToContainTextAsync("Tote board");
        await Expect(first.Locator(".layer-in .view-blank")).ToHaveCountAsync(0);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} at {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
    }

    [Fact]
    public async Task From_the_people_it_is_two_taps_to_the_next_scene_the_turnout_and_a_blank_hall_and_the_first_changes_nothing()
    {
        await using var evening = await Evening.RehearseAsync();
        var projector = await evening.Browser.PersonAsync(Screen.Projector);
        await evening.PairAsync(projector, "projector");
        var chair = new ChairTablet(await evening.Browser.PersonAsync(Screen.Tablet));
        await evening.PairAsync(chair.Page, "chair");
        await ChairTablet.SureAsync(chair.Advance, async () => await chair.Now.InnerTextAsync() == "Welcome");
        var page = await evening.Browser.PersonAsync(Screen.Tablet);
        await evening.PairAsync(page, "stage manager");
        var manager = new StageManagerTablet(page);

        await Expect(manager.HallNow).ToContainTextAsync("Welcome");
        foreach (var (button, preview, seen) in new[] { ("Turnout", "Turnout", ".turnout-number"), ("Blank", "Blank", ".view-blank"), ("Next", "Now and next", ".now-next") })
        {
            await manager.HallNow.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).ClickAsync();
            await Expect(manager.Preview).ToContainTextAsync(preview);
            await Expect(projector.Locator($".layer-in {seen}")).ToHaveCountAsync(0);
            await manager.Take.ClickAsync();
            await Expect(projector.Locator($".layer-in {seen}")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "People", Exact = true }).ClickAsync();
            await Expect(manager.HallNow).ToContainTextAsync(preview);
        }
    }

    private static async Task<OrganiserPages> OrganiserAsync(Evening evening)
    {
        var words = evening.Guide("organiser").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Laptop), evening);
        await organiser.SignInAsync(words[1], string.Join(' ', words[2..]), "Riverside");
        return organiser;
    }

    private static async Task<IPage> ScreenAsync(Evening evening, OrganiserPages organiser, string name)
    {
        var screen = await evening.Browser.PersonAsync(Screen.Projector);
        await screen.GotoAsync(evening.Url($"/app/pair#{await organiser.InviteAsync("projector")}"));
        await screen.GetByLabel("Name of this device").FillAsync(name);
        await screen.GetByRole(AriaRole.Button, new() { Name = "Pair this device" }).ClickAsync();
        await Expect(screen.Locator(".view").First).ToBeVisibleAsync();
        return screen;
    }
}
