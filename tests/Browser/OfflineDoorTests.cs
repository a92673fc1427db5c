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

    private static async Task ScanOfflineAsync(StewardPhone phone, string token)
    {
        await phone.ScanAsync(token, "admitted");
        await Expect(phone.Page.GetByText("decided by this device")).ToBeVisibleAsync();
        // The next person may come while the welcome is still up.
        await phone.Page.EvaluateAsync("() => document.querySelector('.result')?.click()");
    }

    private static async Task<OrganiserPages> PrepareAsync(Evening evening)
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

    private static async Task<string[]> TokensAsync(OrganiserPages organiser) =>
        [.. (await organiser.PassPagesAsync("Sacred Heart of Jesus")).Select(address => address[(address.LastIndexOf('/') + 1)..])];
}
