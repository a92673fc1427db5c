namespace Assemblies.Browser.Harness;

/// <summary>Which browser tests and measurements drive, and how it is started.</summary>
public static class Chromium
{
    // The browser talks to this machine only; without these flags it looks for its maker's servers at every start.
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    // The shell is the same browser without its windows: it does the same for little more than half the work.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium"];

    /// <summary>The one that <c>ASSEMBLY_TEST_CHROMIUM</c> names, else the system's; null for the one that Playwright installed.</summary>
    private static string? Program => Environment.GetEnvironmentVariable("ASSEMBLY_TEST_CHROMIUM") is { Length: > 0 } named
        ? named
        : Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin"), (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params IEnumerable<string> arguments) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = [.. Quiet, .. arguments] });
}
