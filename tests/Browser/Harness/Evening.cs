using Assemblies.Tests.Harness;

namespace Assemblies.Browser.Harness;

/// <summary>The real server in a process of its own, a browser, and the pictures taken on the way.</summary>
public sealed class Evening : IAsyncDisposable
{
    // Where screenshots go; without it none are kept. tests/pictures sets it to docs/images.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("ASSEMBLY_TEST_PICTURES");

    private Evening(string folder, ServerProcess server, RealBrowser browser) => (Folder, Server, Browser) = (folder, server, browser);

    public string Folder { get; }

    public ServerProcess Server { get; }

    public RealBrowser Browser { get; }

    public static async Task<Evening> BeginAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assembly-browser-").FullName;
        return new Evening(folder, await ServerProcess.StartAsync(folder), await RealBrowser.StartAsync());
    }

    public string Url(string path) => new Uri(Server.Address, path).ToString();

    /// <summary>Keeps a picture of the page for the README, when asked to.</summary>
    public static async Task PictureAsync(IPage page, string name, bool whole = false)
    {
        if (Pictures is null)
            return;
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
