namespace Assemblies.Browser.Harness;

/// <summary>A stage manager with a tablet: what she taps on the view of the screens, in her words.</summary>
public sealed class StageManagerTablet(IPage page)
{
    public IPage Page => page;

    /// <summary>What the hall sees, beside the people.</summary>
    public ILocator HallNow => page.Locator(".hall-now");

    /// <summary>What the hall sees, in words.</summary>
    public ILocator Hall => page.Locator(".on-air > figure").Nth(1).Locator("> figcaption");

    /// <summary>What comes when she takes it, in words.</summary>
    public ILocator Preview => page.Locator(".on-air > figure").First.Locator("> figcaption");

    public ILocator Take => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take: the hall sees this") });

    public async Task OpenScreensAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Screens", Exact = true }).ClickAsync();
        await Expect(page.Locator(".screen-cards")).ToBeVisibleAsync();
    }

    /// <summary>The card of a screen.</summary>
    public ILocator Card(string name) => page.Locator(".screen-card").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { NameRegex = new($"^{name}") }) });

    /// <summary>Puts a scene into the preview and waits until it is there.</summary>
    public async Task ChooseAsync(string button, string preview)
    {
        await page.Locator(".direction .scenes").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(Preview).ToContainTextAsync(preview);
    }

    /// <summary>Does one thing with one screen.</summary>
    public Task TapAsync(string screen, string button) => Card(screen).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).ClickAsync();

    /// <summary>Opens what is done with a screen at leisure.</summary>
    public async Task<ILocator> MoreAsync(string screen)
    {
        await TapAsync(screen, "More");
        var sheet = page.GetByRole(AriaRole.Dialog);
        await Expect(sheet).ToBeVisibleAsync();
        return sheet;
    }
}
