[assembly: AssemblyFixture(typeof(Assemblies.Browser.Harness.SharedChromium))]

namespace Assemblies.Browser.Harness;

/// <summary>Real Chromium, and the people who sit at it.</summary>
public sealed class RealBrowser : IAsyncDisposable
{
    // How long to wait for what must come: machines that test are busy. A claim about time is measured by its own test.
    private const int Patience = 60_000;

    private readonly IBrowser browser;
    private readonly bool isOwn;
    private readonly List<IBrowserContext> people = [];

    static RealBrowser() => Assertions.SetDefaultExpectTimeout(Patience);

    private RealBrowser(IBrowser browser, bool isOwn) => (this.browser, this.isOwn) = (browser, isOwn);

    /// <summary>The browser of a test; what it needs at the start makes it one of its own.</summary>
    /// <param name="cameraFilm">A Y4M film that its camera shows over and over; null for no camera.</param>
    /// <param name="hallName">A name that leads to this machine as a server's in a hall does: an address without https that browsers do not trust.</param>
    public static async Task<RealBrowser> StartAsync(string? cameraFilm = null, string? hallName = null)
    {
        var arguments = new List<string>();
        if (cameraFilm is not null)
            arguments.AddRange(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={cameraFilm}"]);
        if (hallName is not null)
            arguments.Add($"--host-resolver-rules=MAP {hallName} 127.0.0.1");
        return arguments.Count == 0
            ? new RealBrowser(await SharedChromium.Browser, isOwn: false)
            : new RealBrowser(await Chromium.LaunchAsync(await SharedChromium.Driver, arguments), isOwn: true);
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
        people.Add(context);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people)
            await person.DisposeAsync();
        if (isOwn)
            await browser.DisposeAsync();
    }
}

/// <summary>One browser for all tests: a person's context shares nothing with another's, and a start costs more than many a test.</summary>
public sealed class SharedChromium : IAsyncDisposable
{
    private static readonly Lazy<Task<IPlaywright>> TheDriver = new(Playwright.CreateAsync);
    private static readonly Lazy<Task<IBrowser>> TheBrowser = new(async () => await Chromium.LaunchAsync(await Driver));

    public static Task<IPlaywright> Driver => TheDriver.Value;

    public static Task<IBrowser> Browser => TheBrowser.Value;

    public async ValueTask DisposeAsync()
    {
        if (TheBrowser.IsValueCreated)
            await (await Browser).DisposeAsync();
        if (TheDriver.IsValueCreated)
            (await Driver).Dispose();
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
