using System.Text.RegularExpressions;
using Assemblies.Browser.Harness;
using Assemblies.Tests.Harness;
using Deque.AxeCore.Playwright;

namespace Assemblies.Browser;

/// <summary>People who check themselves in at a tablet, with nobody beside it.</summary>
public sealed partial class LobbyTests
{
    [Fact]
    public async Task Visitors_check_themselves_in_by_pass_code_and_institution_and_a_power_cut_without_a_network_stops_nobody()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var tokens = await OfflineDoorTests.TokensAsync(organiser);
        var code = await organiser.Page.Locator("a.font-monospace").Nth(1).InnerTextAsync();
        var tablet = await StewardPhone.StartAsync(evening, organiser, "North door", "kiosk", Screen.Tablet);
        await Evening.PictureAsync(tablet.Page, "lobby");

        await tablet.ScanAsync(tokens[0], "admitted");
        await Expect(tablet.Card.GetByText("Welcome")).ToBeVisibleAsync();
        await Evening.PictureAsync(tablet.Page, "lobby-welcome");
        await tablet.GoOnAsync();
        await tablet.Page.GetByLabel("Or type the code under it").FillAsync(code);
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(tablet.Page.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        await tablet.GoOnAsync();
        await ComeWithAsync(tablet, "heart", "Sacred Heart of Jesus", picture: true);
        await Expect(tablet.Page.Locator(".door-arrived")).ToHaveTextAsync("3 arrived");

        // The power goes, the network does not come back with it: no tap is needed.
        await tablet.CutAsync();
        await tablet.Page.ReloadAsync();
        await ComeWithAsync(tablet, "sacr", "Sacred Heart of Jesus");
        await tablet.ScanAsync(tokens[0], "already_in");
        await Expect(tablet.Card.GetByText("You are checked in already")).ToBeVisibleAsync();
        // The public overrules nobody.
        await Expect(tablet.Card.GetByRole(AriaRole.Button)).ToHaveTextAsync("Touch to go on");
        await tablet.GoOnAsync();
        await tablet.CutAsync(false);
        await Expect(tablet.Page.Locator(".door-arrived")).ToHaveTextAsync("4 arrived");
    }

    [Fact]
    public async Task The_screen_speaks_to_the_public_dims_and_moves_while_nobody_is_there_and_a_touch_or_a_pass_wakes_it()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var tokens = await OfflineDoorTests.TokensAsync(organiser);
        var tablet = await StewardPhone.StartAsync(evening, organiser, "North door", "kiosk", Screen.Tablet, page => page.Clock.InstallAsync());
        await Expect(tablet.Page.GetByRole(AriaRole.Heading, new() { Name = "Leader Accountability Assembly" })).ToBeVisibleAsync();
        await Expect(tablet.Page.Locator("body")).Not.ToContainTextAsync(StaffWords());
        // Above: where one is and what to do, one under the other; the count and the state beside them.
        var (where, what) = (await tablet.Page.Locator(".lobby-bar h1").BoundingBoxAsync(), await tablet.Page.Locator(".lobby-lead").BoundingBoxAsync());
        Assert.True(what!.Y >= where!.Y + where.Height - 1 && what.X == where.X, "The lead stands under the title.");
        Assert.Empty((await tablet.Page.RunAxe()).Violations.Select(v => $"{v.Id} at {string.Join("; ", v.Nodes.Select(n => n.Html))}"));

        var resting = tablet.Page.Locator(".resting");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "I’m with" }).ClickAsync();
        await Expect(resting).ToHaveCountAsync(0);
        await tablet.Page.Clock.RunForAsync(181_000);
        await Expect(resting).ToHaveTextAsync("Hold up your pass, or touch the screen");
        Assert.Matches("^-?[02]px( -?[02]px)?$", await tablet.Page.Locator(".door").EvaluateAsync<string>("door => door.style.translate"));
        Assert.NotEqual("0px 0px", await tablet.Page.Locator(".door").EvaluateAsync<string>("door => door.style.translate"));
        await tablet.Page.Mouse.ClickAsync(300, 300);
        await Expect(resting).ToHaveCountAsync(0);
        // Whoever walked away from a half-made choice left the screen to the next.
        await Expect(tablet.Page.GetByLabel("Or type the code under it")).ToBeVisibleAsync();

        await tablet.Page.Clock.RunForAsync(181_000);
        await Expect(resting).ToBeVisibleAsync();
        await tablet.ScanAsync(tokens[0], "admitted");
        await Expect(resting).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_server_that_dies_stops_nobody_and_one_that_comes_back_is_found_without_a_hand()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var tokens = await OfflineDoorTests.TokensAsync(organiser);
        var tablet = await StewardPhone.StartAsync(evening, organiser, "North door", "kiosk", Screen.Tablet);
        var state = tablet.Page.Locator(".door-status");
        await evening.Server.KillAsync();

        await tablet.ScanAsync(tokens[0], "admitted");
        await tablet.GoOnAsync();
        await Expect(state).ToContainTextAsync("No connection, works all the same · 1 to send");
        // The power goes as well, while there is no server to load anything from.
        await tablet.Page.ReloadAsync();
        await Expect(tablet.Page.GetByLabel("Or type the code under it")).ToBeVisibleAsync();
        await tablet.ScanAsync(tokens[1], "admitted");
        await tablet.GoOnAsync();
        await Expect(state).ToContainTextAsync("2 to send");

        using var again = await ServerProcess.StartAsync(evening.Folder, evening.Server.Address);
        await Expect(state).ToHaveTextAsync("Ready");
        await Expect(tablet.Page.Locator(".door-arrived")).ToHaveTextAsync("2 arrived");
    }

    [GeneratedRegex("scan|waiting|offline|roster|door|device|steward|Passes", RegexOptions.IgnoreCase)]
    private static partial Regex StaffWords();

    [Fact]
    public async Task A_tablet_that_nobody_touches_dims_and_moves_and_keeps_its_shape()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var tablet = await StewardPhone.StartAsync(evening, organiser, "North door", "kiosk", Screen.Tablet, page => page.Clock.InstallAsync());
        var (door, resting) = (tablet.Page.Locator(".door"), tablet.Page.Locator(".resting"));
        var awake = (await door.BoundingBoxAsync())!;

        await tablet.Page.Clock.RunForAsync("04:00");
        await Expect(resting).ToBeVisibleAsync();
        await Evening.PictureAsync(tablet.Page, "lobby-resting");
        var (dimmed, curtain) = ((await door.BoundingBoxAsync())!, (await resting.BoundingBoxAsync())!);
        Assert.Equal((awake.Width, awake.Height), (dimmed.Width, dimmed.Height));
        Assert.InRange(Math.Abs(dimmed.X - awake.X) + Math.Abs(dimmed.Y - awake.Y), 1, 4);
        Assert.True(curtain.Width >= awake.Width && curtain.Height >= awake.Height, $"The curtain is {curtain.Width} x {curtain.Height}.");

        await resting.ClickAsync();
        await Expect(resting).ToHaveCountAsync(0);
        await Expect(tablet.Page.GetByRole(AriaRole.Button, new() { Name = "I’m with" })).ToBeVisibleAsync();
    }

    private static async Task ComeWithAsync(StewardPhone tablet, string typed, string institution, bool picture = false)
    {
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "I’m with" }).ClickAsync();
        await tablet.Page.GetByRole(AriaRole.Searchbox).FillAsync(typed);
        if (picture)
            await Evening.PictureAsync(tablet.Page, "lobby-institutions");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = institution }).ClickAsync();
        if (picture)
            await Evening.PictureAsync(tablet.Page, "lobby-confirm");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Check in", Exact = true }).ClickAsync();
        await Expect(tablet.Card.GetByText("Welcome")).ToBeVisibleAsync();
        await tablet.GoOnAsync();
    }
}
