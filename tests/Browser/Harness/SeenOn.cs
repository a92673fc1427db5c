namespace Assemblies.Browser.Harness;

/// <summary>What was seen on a page, also where it stood for a moment only and the test was looking elsewhere.</summary>
public sealed class SeenOn
{
    // Looks after each change; when each sight first came and went, in the page's own milliseconds.
    private const string Look = """
        sights => {
            const seen = window.seenOn = {};
            const shows = ([, selector, words]) => [...document.querySelectorAll(selector)].some(e => e.textContent.includes(words));
            const look = () => {
                const now = performance.now();
                for (const sight of sights) {
                    const times = seen[sight[0]];
                    if (times?.gone !== undefined) continue;
                    const isThere = shows(sight);
                    if (isThere && times === undefined) seen[sight[0]] = { came: now };
                    else if (!isThere && times !== undefined) times.gone = now;
                }
            };
            new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['class', 'data-outcome'] });
        }
        """;

    private readonly IPage page;

    private SeenOn(IPage page) => this.page = page;

    /// <summary>Watches a page from its next address on.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sights">What to look for: a name for it, a CSS selector, and words in what it selects; empty for any.</param>
    public static async Task<SeenOn> WatchAsync(IPage page, params IEnumerable<(string Name, string Selector, string Words)> sights)
    {
        var looked = System.Text.Json.JsonSerializer.Serialize(sights.Select(s => new[] { s.Name, s.Selector, s.Words }));
        await page.AddInitScriptAsync($"({Look})({looked})");
        return new SeenOn(page);
    }

    /// <summary>Waits until it was seen.</summary>
    public Task CameAsync(string name, float? timeout = null) =>
        page.WaitForFunctionAsync("name => window.seenOn[name] !== undefined", name, new() { Timeout = timeout });

    /// <summary>Waits until it was seen and went, and says for how long it stood there.</summary>
    public async Task<TimeSpan> WentAsync(string name)
    {
        await page.WaitForFunctionAsync("name => window.seenOn[name]?.gone !== undefined", name);
        return TimeSpan.FromMilliseconds(await page.EvaluateAsync<double>("name => window.seenOn[name].gone - window.seenOn[name].came", name));
    }
}
