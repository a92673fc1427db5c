namespace Assemblies.Browser.Harness;

/// <summary>A scribe with a tablet: what they tap, in their words.</summary>
public sealed class ScribeTablet(IPage page)
{
    public IPage Page => page;

    /// <summary>Picks the cell of an ask, by its number, and of a power-holder.</summary>
    public Task PickAsync(int ask, string powerHolder) =>
        page.Locator(".ask-block").Nth(ask - 1).Locator("button.chip-box").Filter(new() { HasText = powerHolder }).ClickAsync();

    /// <summary>Says that the ask was read: to the one who is picked, or to "both".</summary>
    public Task PutAsync(string whom) => page.GetByRole(AriaRole.Button, new() { Name = $"Put to {whom}", Exact = true }).ClickAsync();

    /// <summary>Writes down what was said, for the chair.</summary>
    /// <param name="code">The category, by its wire word.</param>
    /// <param name="words">As they were said.</param>
    public async Task WriteAsync(string code, string words)
    {
        await page.Locator($".code-{code}").ClickAsync();
        await page.GetByLabel("Their words").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it to the chair" }).ClickAsync();
        await Expect(page.GetByLabel("Their words")).ToHaveCountAsync(0);
    }
}
