using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Assemblies.Bench;

/// <summary>The peers in Node, each kind in a folder of its own with the packages it needs.</summary>
internal static class NodePackages
{
    /// <summary>Where a kind of peer lives: <c>check-in</c> or <c>broadcast</c>.</summary>
    public static string Folder(string kind) => Path.Combine(Home(), "peers", kind);

    /// <summary>Brings a kind's packages here where they are missing.</summary>
    /// <param name="kind">Its folder.</param>
    /// <param name="witness">The file that is there when the last step succeeded: an install that was broken off is done again.</param>
    /// <exception cref="InvalidOperationException">npm could not: the text says why.</exception>
    public static async Task InstallAsync(string kind, string witness)
    {
        if (File.Exists(Path.Combine(Folder(kind), "node_modules", witness)))
            return;
        using var npm = Start(kind, "npm", ["install", "--no-audit", "--no-fund"]);
        var (said, wrong) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm install in tests/Bench/peers/{kind} failed; \"-- without-node\" measures the doors without that peer.\n{await said}{await wrong}");
    }

    public static Process Start(string kind, string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder(kind),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Home([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
