namespace Assemblies.Browser.Harness;

/// <summary>A chair with a tablet: what she taps, in her words.</summary>
public sealed class ChairTablet(IPage page)
{
    public IPage Page => page;

    /// <summary>The title of what is now; "Starts at …" before the evening, "Ended at …" after it.</summary>
    public ILocator Now => page.Locator(".ev-now .ev-title");

    public ILocator Next => page.Locator(".ev-next .ev-title");

    /// <summary>The one control that moves the evening on.</summary>
    public ILocator Advance => page.Locator(".dock .advance");

    public ILocator Undo => page.Locator(".dock .undo");

    /// <summary>Goes on to the next item and returns its title.</summary>
    public async Task<string> GoOnAsync()
    {
        var next = await Next.InnerTextAsync();
        await SureAsync(Advance, async () => await Now.InnerTextAsync() == next);
        return next;
    }

    /// <summary>Taps a control that wants to be sure until its step shows. It never does more than one: after each step it has to be armed anew.</summary>
    public static async Task SureAsync(ILocator control, Func<Task<bool>> isDone)
    {
        var patience = DateTime.UtcNow.AddSeconds(60);
        while (!await isDone())
        {
            Assert.True(DateTime.UtcNow < patience, $"The step did not show: {control}");
            try
            {
                await control.ClickAsync(new LocatorClickOptions { Timeout = 2_000 });
            }
            catch (TimeoutException)
            {
                // A control goes away with its step: then there is nothing to tap any more, and the step shows.
            }
        }
    }
}
