using System.Text.RegularExpressions;
using Assemblies.Tests.Harness;

namespace Assemblies.Browser.Harness;

/// <summary>The real server in a process of its own, a browser, and the pictures taken on the way.</summary>
public sealed class Evening : IAsyncDisposable
{
    // Where screenshots go; without it none are kept. Set to docs/images it makes the pictures of the README anew.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("ASSEMBLY_TEST_PICTURES");

    private Evening(string folder, ServerProcess server, RealBrowser browser) => (Folder, Server, Browser) = (folder, server, browser);

    public string Folder { get; }

    public ServerProcess Server { get; private set; }

    public RealBrowser Browser { get; }

    public static async Task<Evening> BeginAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assembly-browser-").FullName;
        return new Evening(folder, await ServerProcess.StartAsync(folder), await RealBrowser.StartAsync());
    }

    /// <summary>The same with the rehearsal's ready-made evening.</summary>
    /// <param name="options">More of the command line.</param>
    public static async Task<Evening> RehearseAsync(params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("assembly-browser-").FullName;
        return new Evening(folder, await ServerProcess.RehearseAsync(folder, options), await RealBrowser.StartAsync());
    }

    public string Url(string path) => new Uri(Server.Address, path).ToString();

    /// <summary>What the rehearsal's guide says of a role: for a device its pairing link, for the organiser the whole line.</summary>
    public string Guide(string role) => Regex.Match(Server.Output, $@"^  {role} +(\S.*)$", RegexOptions.Multiline).Groups[1].Value.Trim();

    /// <summary>Pairs a browser by the link of the rehearsal's guide.</summary>
    public async Task PairAsync(IPage page, string role)
    {
        await page.GotoAsync(Guide(role));
        await page.GetByRole(AriaRole.Button, new() { Name = "Pair this device" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/pair", StringComparison.Ordinal));
    }

    /// <summary>Pulls the plug of a rehearsal: kill -9.</summary>
    public Task PullThePlugAsync() => Server.KillAsync();

    /// <summary>Plugs a killed rehearsal in again: the same address, and only what was on the disk.</summary>
    public async Task PlugInAsync() => Server = await ServerProcess.RestartAsync(Directory.GetDirectories(Folder, "assembly-rehearsal-*").Single(), Server.Address);

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
