using System.Collections.Concurrent;
using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>The door when the hall's Wi-Fi dies, with the network really cut.</summary>
public sealed class OfflineDoorTests
{
    [Fact]
    public async Task Forty_people_come_in_without_a_network_and_a_reload_in_between_and_each_counts_once()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await PrepareAsync(evening);
        var tokens = await TokensAsync(organiser);
        var phone = await StewardPhone.StartAsync(evening, organiser, "North door");

        await phone.ScanAsync(tokens[0], "admitted");
        await phone.CutAsync();
        await Expect(phone.Page.GetByText("Offline: deciding here")).ToBeVisibleAsync();
        foreach (var token in tokens[1..21])
            await ScanOfflineAsync(phone, token);
        await Expect(phone.Waiting).ToHaveTextAsync("20 waiting");
        await Evening.PictureAsync(phone.Page, "door-offline");

        await phone.Page.ReloadAsync();
        await phone.BeginAsync();
        await Expect(phone.Waiting).ToHaveTextAsync("20 waiting");
        foreach (var token in tokens[21..41])
            await ScanOfflineAsync(phone, token);
        // Known from before the reload, and from the server before the network went.
        foreach (var known in new[] { tokens[1], tokens[0] })
        {
            await phone.ScanAsync(known, "already_in");
            await phone.GoOnAsync();
        }
        await Expect(phone.Waiting).ToHaveTextAsync("42 waiting");

        await phone.CutAsync(false);
        await Expect(phone.Waiting).ToHaveTextAsync("0 waiting");
        await Expect(phone.Page.Locator(".door-arrived")).ToHaveTextAsync("41 arrived");
        await Expect(phone.Page.GetByText("Live")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("to check")).ToHaveCountAsync(0);
        await phone.ScanAsync(tokens[30], "already_in");
    }

    [Fact]
    public async Task Two_phones_without_a_network_let_the_same_pass_in_and_it_counts_once_and_is_told()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await PrepareAsync(evening);
        var token = (await TokensAsync(organiser))[0];
        var north = await StewardPhone.StartAsync(evening, organiser, "North door");
        var south = await StewardPhone.StartAsync(evening, organiser, "South door");

        foreach (var phone in new[] { north, south })
        {
            await phone.CutAsync();
            await Expect(phone.Page.GetByText("Offline: deciding here")).ToBeVisibleAsync();
            await ScanOfflineAsync(phone, token);
        }
        await north.CutAsync(false);
        await Expect(north.Waiting).ToHaveTextAsync("0 waiting");
        await south.CutAsync(false);
        await Expect(south.Waiting).ToHaveTextAsync("0 waiting");

        await Expect(south.Page.Locator(".door-arrived")).ToHaveTextAsync("1 arrived");
        await south.Page.GetByText("1 to check").ClickAsync();
        await Expect(south.Page.GetByText("told here: Come in · on the server: In twice")).ToBeVisibleAsync();
        await Expect(north.Page.GetByText("to check")).ToHaveCountAsync(0);
        await Evening.PictureAsync(south.Page, "door-to-check");
    }

    [Fact]
    public async Task A_server_that_dies_is_not_waited_for_twice()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await PrepareAsync(evening);
        var tokens = await TokensAsync(organiser);
        var phone = await StewardPhone.StartAsync(evening, organiser, "North door");
        await phone.ScanAsync(tokens[0], "admitted");
        await evening.Server.KillAsync();

        // The browser believes that it has a network: only the silence tells.
        await ScanOfflineAsync(phone, tokens[1]);
        await Expect(phone.Page.GetByText("Offline: deciding here")).ToBeVisibleAsync();
        await ScanOfflineAsync(phone, tokens[2]);
        await Expect(phone.Waiting).ToHaveTextAsync("2 waiting");
    }

    [Fact]
    public async Task A_lost_phone_hands_in_what_it_holds_and_forgets_everything()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await PrepareAsync(evening);
        var token = (await TokensAsync(organiser))[0];
        var phone = await StewardPhone.StartAsync(evening, organiser, "North door");
        await phone.CutAsync();
        await Expect(phone.Page.GetByText("Offline: deciding here")).ToBeVisibleAsync();
        await ScanOfflineAsync(phone, token);
        await organiser.RevokeAsync("steward");

        // It is opened again by whoever found it: first of all its scans are handed in.
        await phone.CutAsync(false);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.GetByText("This device was revoked; its scans are safe")).ToBeVisibleAsync();
        await Evening.PictureAsync(phone.Page, "door-revoked");
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("async () => (await indexedDB.databases()).length"));
        Assert.False(await phone.Page.EvaluateAsync<bool>("() => Object.keys(localStorage).some(key => key.startsWith('device.'))"));
        var other = await StewardPhone.StartAsync(evening, organiser, "South door");
        await Expect(other.Page.Locator(".door-arrived")).ToHaveTextAsync("1 arrived");
        await other.ScanAsync(token, "already_in");
        await Expect(other.Card.GetByText("through North door")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_phones_own_camera_app_brings_a_pass_to_the_door_and_a_second_tab_waits()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await PrepareAsync(evening);
        var token = (await TokensAsync(organiser))[0];
        var phone = await StewardPhone.StartAsync(evening, organiser, "North door");
        var requests = new ConcurrentQueue<string>();
        phone.Page.Context.Request += (_, request) => requests.Enqueue(request.Url);

        var tab = await phone.Page.Context.NewPageAsync();
        await tab.GotoAsync(evening.Url($"/p/{token}"));
        await tab.GetByRole(AriaRole.Link, new() { Name = "Check in with this device" }).ClickAsync();
        await Expect(tab.GetByText("Open in another tab")).ToBeVisibleAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Use it here" }).ClickAsync();

        await Expect(tab.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("Open in another tab")).ToBeVisibleAsync();
        Assert.EndsWith("/app/door", tab.Url, StringComparison.Ordinal);
        Assert.Equal([evening.Url($"/p/{token}")], requests.Where(url => url.Contains(token, StringComparison.OrdinalIgnoreCase)).Distinct());
    }

    [Fact]
    public async Task On_plain_http_where_there_are_no_locks_one_tab_works_too_and_the_other_goes_on_when_it_is_closed()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await PrepareAsync(evening);
        var tokens = await TokensAsync(organiser);
        var phone = await StewardPhone.StartAsync(
            evening, organiser, "North door", before: page => page.Context.AddInitScriptAsync("delete Navigator.prototype.locks"));
        Assert.True(await phone.Page.EvaluateAsync<bool>("() => navigator.locks === undefined"));
        await phone.ScanAsync(tokens[0], "admitted");

        var tab = await phone.Page.Context.NewPageAsync();
        await tab.GotoAsync(evening.Url("/app/door"));
        await Expect(tab.GetByText("Open in another tab")).ToBeVisibleAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Use it here" }).ClickAsync();
        await Expect(phone.Page.GetByText("Open in another tab")).ToBeVisibleAsync();
        var second = new StewardPhone(tab);
        await second.BeginAsync();
        await second.ScanAsync(tokens[1], "admitted");

        await tab.CloseAsync();
        // A browser that is too busy kills a closed tab before it can say a word: then its lease of 90 s has to run out first.
        await Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Start" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await phone.BeginAsync();
        await phone.ScanAsync(tokens[2], "admitted");
        await Expect(phone.Page.Locator(".door-arrived")).ToHaveTextAsync("3 arrived");
    }

    private static async Task ScanOfflineAsync(StewardPhone phone, string token)
    {
        await phone.ScanAsync(token, "admitted");
        await Expect(phone.Page.GetByText("decided by this device")).ToBeVisibleAsync();
        // The next person may come while the welcome is still up.
        await phone.Page.EvaluateAsync("() => document.querySelector('.result')?.click()");
    }

    internal static async Task<OrganiserPages> PrepareAsync(Evening evening)
    {
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Laptop), evening);
        await organiser.SetUpAsync(await evening.Server.SetUpLink);
        await organiser.PlanAssemblyAsync("Leader Accountability Assembly");
        await organiser.ImportAsync("Institution,Pledge,Kind\nSacred Heart of Jesus,45,church\n");
        await Expect(organiser.Page.GetByText("Sacred Heart of Jesus").First).ToBeVisibleAsync();
        await organiser.IssuePassesAsync("Sacred Heart of Jesus");
        await organiser.AddDoorAsync("North door");
        await organiser.AddDoorAsync("South door");
        await organiser.OpenAsync();
        return organiser;
    }

    internal static async Task<string[]> TokensAsync(OrganiserPages organiser) =>
        [.. (await organiser.PassPagesAsync("Sacred Heart of Jesus")).Select(address => address[(address.LastIndexOf('/') + 1)..])];
}
