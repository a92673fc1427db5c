using System.Text.RegularExpressions;
using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>A whole evening on the tablets of those who run it, with everything that goes wrong in halls.</summary>
public sealed class EveningTests
{
    [Fact]
    public async Task Two_chairs_run_a_medium_evening_to_its_end_through_a_double_tap_a_killed_server_a_missing_speaker_and_a_guest_who_leaves()
    {
        await using var evening = await Evening.RehearseAsync();
        var chair = new ChairTablet(await TabletAsync(evening, "chair"));
        var stageManager = await TabletAsync(evening, "stage manager");
        var timekeeper = await TabletAsync(evening, "timekeeper");
        var timer = await evening.Browser.PersonAsync(Screen.Projector);
        await evening.PairAsync(timer, "stage timer");
        var second = new ChairTablet(await SecondChairAsync(evening));
        await ArriveAsync(evening);

        // A double tap starts nothing; a tap and another one a moment later does.
        await Expect(chair.Advance).ToContainTextAsync("Start the evening");
        await chair.Advance.DblClickAsync();
        await Expect(chair.Now).ToContainTextAsync("Starts at");
        await ChairTablet.SureAsync(chair.Advance, () => HasNowAsync(chair, "Welcome"));
        await Expect(second.Now).ToHaveTextAsync("Welcome");
        await Expect(timekeeper.Locator(".ev-now .ev-title")).ToHaveTextAsync("Welcome");
        await Expect(timer.Locator(".timer-title")).ToHaveTextAsync("Welcome");
        await Expect(timer.Locator(".timer-digits")).ToHaveTextAsync(new Regex(@"^[34]:\d\d$"));

        // Words that must be said are ticked on one tablet and seen on the other.
        await chair.Page.Locator(".ev-word").First.ClickAsync();
        await Expect(second.Page.Locator(".ev-word").First).ToHaveAttributeAsync("aria-checked", "true");

        // Who does not have control sees who has it, and takes it over on purpose.
        await Expect(second.Advance).ToContainTextAsync("has control");
        await ChairTablet.SureAsync(second.Advance, async () => !(await second.Advance.InnerTextAsync()).Contains("control", StringComparison.Ordinal));
        await Expect(chair.Advance).ToContainTextAsync("Take over");
        await ChairTablet.SureAsync(chair.Advance, async () => !(await chair.Advance.InnerTextAsync()).Contains("control", StringComparison.Ordinal));

        await UntilAsync(chair, "Roll call");
        await CallAsync(chair);

        // The speaker is looked for and not found: the chair sees it before she announces them, and the understudy takes the place.
        await UntilNextIsStoryAsync(chair);
        var row = stageManager.Locator(".board-row").First;
        var missing = await row.Locator("b").First.InnerTextAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = $"More for {missing}" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Missing" }).ClickAsync();
        await Expect(chair.Page.Locator(".ev-next .ready-missing")).ToHaveTextAsync("missing");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Understudy speaks") }).ClickAsync();
        await Expect(chair.Page.Locator(".ev-next .ev-people")).Not.ToContainTextAsync(missing);

        // The speaker's own clock is what the speaker sees, with what the stage manager has to say.
        await chair.GoOnAsync();
        await chair.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Start the clock of") }).First.ClickAsync();
        await Expect(timekeeper.Locator(".short-clock")).ToHaveCountAsync(1);
        await Evening.PictureAsync(chair.Page, "chair");
        await Evening.PictureAsync(timekeeper, "timekeeper");
        await Evening.PictureAsync(stageManager, "stage-manager");
        await stageManager.GetByRole(AriaRole.Button, new() { Name = "Louder, please" }).ClickAsync();
        await Expect(timer.Locator(".timer-message")).ToContainTextAsync("Louder");
        await Evening.PictureAsync(timer, "stage-timer");
        await stageManager.GetByRole(AriaRole.Button, new() { Name = "Take it off" }).ClickAsync();
        await Expect(timer.Locator(".timer-message")).ToHaveCountAsync(0);

        // The plug is pulled: clocks go on from their instants and say how old they are; a tap says that it may not have arrived.
        await evening.PullThePlugAsync();
        var digits = await timer.Locator(".timer-digits").InnerTextAsync();
        await Expect(timer.Locator(".timer-age")).ToContainTextAsync("No connection for");
        await Expect(timer.Locator(".timer-digits")).Not.ToHaveTextAsync(digits);
        var (now, next) = (await chair.Now.InnerTextAsync(), await chair.Next.InnerTextAsync());
        await ChairTablet.SureAsync(chair.Advance, () => chair.Page.Locator(".trouble:visible").IsVisibleAsync());
        await Expect(chair.Page.Locator(".trouble")).ToContainTextAsync("done only once");
        await Expect(chair.Now).ToHaveTextAsync(now);
        await chair.Page.ReloadAsync();
        await Expect(chair.Now).ToHaveTextAsync(now);
        await evening.PlugInAsync();
        await Expect(chair.Page.Locator(".link-live")).ToBeVisibleAsync();
        await Expect(timer.Locator(".timer-age")).ToHaveCountAsync(0);
        await ChairTablet.SureAsync(chair.Advance, () => HasNowAsync(chair, next));

        // Undo says what it takes back, and takes back that.
        await Expect(chair.Undo).ToContainTextAsync($"went on to “{next}”");
        await ChairTablet.SureAsync(chair.Undo, () => HasNowAsync(chair, now));
        await ChairTablet.SureAsync(chair.Advance, () => HasNowAsync(chair, next));

        // A power-holder comes and leaves before the asks are through.
        var guest = stageManager.Locator(".board").Filter(new() { HasText = "Power-holders" }).Locator(".board-row").First;
        await guest.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("is here$") }).ClickAsync();
        await Expect(guest.Locator(".presence-here")).ToBeVisibleAsync();
        await guest.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("has left$") }).ClickAsync();
        await Expect(guest.Locator(".presence-left")).ToBeVisibleAsync();

        // Time is won back by what may fall, and the finish says so.
        var finish = await chair.Page.Locator(".drift-finish b").InnerTextAsync();
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Win back time …" }).ClickAsync();
        await chair.Page.Locator(".cuts button").First.ClickAsync();
        await Expect(chair.Page.Locator(".panel .finish b")).Not.ToHaveTextAsync(finish);
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        while (await chair.Next.InnerTextAsync() is var title && !title.StartsWith("Nothing", StringComparison.Ordinal))
            await chair.GoOnAsync();
        await ChairTablet.SureAsync(chair.Advance, async () => (await chair.Now.InnerTextAsync()).StartsWith("Ended at", StringComparison.Ordinal));
        await Expect(second.Now).ToContainTextAsync("Ended at");
        await Expect(timer.GetByText("The evening is over")).ToBeVisibleAsync();
    }

    private static async Task<bool> HasNowAsync(ChairTablet chair, string title) => await chair.Now.InnerTextAsync() == title;

    private static async Task<IPage> TabletAsync(Evening evening, string role)
    {
        var page = await evening.Browser.PersonAsync(Screen.Tablet);
        await evening.PairAsync(page, role);
        return page;
    }

    private static async Task<IPage> SecondChairAsync(Evening evening)
    {
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Laptop), evening);
        var line = evening.Guide("organiser").Split("   ", StringSplitOptions.RemoveEmptyEntries);
        await organiser.SignInAsync(line[1], line[2], "Riverside Accountability Assembly");
        var page = await evening.Browser.PersonAsync(new Screen(820, 1_180));
        await organiser.PairAsync(page, "chair");
        return page;
    }

    /// <summary>Three institutions come as groups, so that there is somebody to call.</summary>
    private static async Task ArriveAsync(Evening evening)
    {
        var steward = await evening.Browser.PersonAsync(Screen.Phone);
        await evening.PairAsync(steward, "steward");
        await steward.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await steward.GetByRole(AriaRole.Navigation, new() { Name = "Ways of working" }).GetByRole(AriaRole.Button, new() { Name = "Group" }).First.ClickAsync();
        for (var i = 0; i < 3; i++)
        {
            await steward.Locator(".panel ul button").Nth(i * 4).ClickAsync();
            await steward.GetByRole(AriaRole.Button, new() { Name = "15", Exact = true }).ClickAsync();
            await steward.GetByRole(AriaRole.Button, new() { Name = "Count 15 in" }).ClickAsync();
            await Expect(steward.Locator(".door-arrived")).ToContainTextAsync($"{15 * (i + 1)}");
            await Expect(steward.Locator(".result")).ToHaveCountAsync(0);
            await steward.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        }
    }

    private static async Task UntilAsync(ChairTablet chair, string title)
    {
        while (await chair.Now.InnerTextAsync() != title)
            await chair.GoOnAsync();
    }

    private static async Task UntilNextIsStoryAsync(ChairTablet chair)
    {
        while (!await chair.Page.Locator(".ev-next .ready-expected, .ev-next .ready-arrived").First.IsVisibleAsync())
            await chair.GoOnAsync();
    }

    private static async Task CallAsync(ChairTablet chair)
    {
        var begin = chair.Page.Locator(".roll .advance");
        await ChairTablet.SureAsync(begin, async () => await begin.CountAsync() == 0);
        var call = chair.Page.Locator(".roll-call");
        await Evening.PictureAsync(chair.Page, "roll-call");
        while (await call.CountAsync() > 0)
        {
            var name = await chair.Page.Locator(".roll-name").InnerTextAsync();
            await ChairTablet.SureAsync(call, () => chair.Page.Locator(".roll-back").Filter(new() { HasText = name }).IsVisibleAsync());
        }
        await Expect(chair.Page.GetByText("All 3 are called.")).ToBeVisibleAsync();
    }
}
