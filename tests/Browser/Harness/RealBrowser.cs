namespace Assemblies.Browser.Harness;

/// <summary>Real Chromium, and the people who sit at it.</summary>
public sealed class RealBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    // How long to wait for what must come: machines that test are busy. A claim about time is measured by its own test.
    static RealBrowser() => Assertions.SetDefaultExpectTimeout(20_000);

    private RealBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts a browser.</summary>
    /// <param name="cameraFilm">A Y4M film that its camera shows over and over; null for no camera.</param>
    /// <param name="hallName">A name that leads to this machine as a server's in a hall does: an address without https that browsers do not trust.</param>
    public static async Task<RealBrowser> StartAsync(string? cameraFilm = null, string? hallName = null)
    {
        var arguments = new List<string>();
        if (cameraFilm is not null)
            arguments.AddRange(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={cameraFilm}"]);
        if (hallName is not null)
            arguments.Add($"--host-resolver-rules=MAP {hallName} 127.0.0.1");
        var playwright = await Playwright.CreateAsync();
        return new RealBrowser(playwright, await Chromium.LaunchAsync(playwright, arguments));
    }

    /// <summary>A person's own browser: nothing shared with the others.</summary>
    public async Task<IPage> PersonAsync(Screen screen, bool hasCamera = false)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            Permissions = hasCamera ? ["camera"] : [],
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>What a role holds in its hands or hangs on the wall.</summary>
public sealed record Screen(int Width, int Height, bool IsDark = false)
{
    public static readonly Screen Phone = new(390, 844);
    public static readonly Screen Tablet = new(1_180, 820);
    public static readonly Screen UprightTablet = new(820, 1_180);
    public static readonly Screen Laptop = new(1_280, 800);
    public static readonly Screen Projector = new(1_920, 1_080, IsDark: true);
}
