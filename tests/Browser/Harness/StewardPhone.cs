namespace Assemblies.Browser.Harness;

/// <summary>A steward's phone with a hand scanner plugged in: what is read is typed, as such scanners do.</summary>
public sealed class StewardPhone(IPage page)
{
    public IPage Page => page;

    public ILocator Card => page.Locator(".result");

    /// <summary>How many scans wait on the phone to be sent.</summary>
    public ILocator Waiting => page.Locator(".door-status").GetByText("waiting");

    /// <summary>Pairs a phone with a door, starts it, and waits until it could work without a network.</summary>
    public static async Task<StewardPhone> StartAsync(
        Evening evening, OrganiserPages organiser, string door, string role = "steward", Screen? screen = null, Func<IPage, Task>? before = null)
    {
        var phone = new StewardPhone(await evening.Browser.PersonAsync(screen ?? Screen.Phone));
        if (before is not null)
            await before(phone.Page);
        await organiser.PairAsync(phone.Page, role, door);
        await phone.BeginAsync();
        await phone.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => undefined)");
        string[] ready = role == "kiosk" ? ["Ready"] : ["Passes up to date", "Live"];
        foreach (var words in ready)
            await Expect(phone.Page.Locator(".door-status")).ToContainTextAsync(words);
        return phone;
    }

    public Task BeginAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();

    public Task CutAsync(bool off = true) => page.Context.SetOfflineAsync(off);

    /// <summary>Holds a pass before the scanner.</summary>
    public Task ScanAsync(string token) => HandScanner.ReadAsync(page, token);

    /// <summary>Holds a pass before the scanner and waits for what the steward is told.</summary>
    public async Task ScanAsync(string token, string outcome)
    {
        await ScanAsync(token);
        await Expect(page.Locator($"[data-outcome={outcome}]")).ToBeVisibleAsync();
    }

    /// <summary>Puts the card away.</summary>
    public async Task GoOnAsync()
    {
        await page.Keyboard.PressAsync("Escape");
        await Expect(Card).ToHaveCountAsync(0);
    }
}
