using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Assemblies.Bench;

/// <summary>A kind of peers in Node: a folder of <c>peers</c> with the packages that they need.</summary>
/// <param name="kind">The folder.</param>
/// <param name="witness">The file that is there when the last step of an install succeeded: one that was broken off is done again.</param>
internal sealed class NodePackages(string kind, params string[] witness)
{
    /// <summary>fastify and better-sqlite3, one transaction for each check-in. Where no built better-sqlite3 can be downloaded, the last step compiles SQLite and takes minutes.</summary>
    public static readonly NodePackages CheckIn = new("check-in", "better-sqlite3", "build", "Release", "better_sqlite3.node");

    /// <summary>npm ws and socket.io: what is posted to them is sent to everybody.</summary>
    public static readonly NodePackages Broadcast = new("broadcast", "socket.io", "package.json");

    private string Folder => Path.Combine(Home(), "peers", kind);

    /// <summary>Brings the packages here where they are missing.</summary>
    /// <exception cref="InvalidOperationException">npm could not: the text says why.</exception>
    public async Task InstallAsync()
    {
        if (File.Exists(Path.Combine([Folder, "node_modules", .. witness])))
            return;
        using var npm = Start("npm", ["install", "--no-audit", "--no-fund"]);
        var (said, wrong) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm install in tests/Bench/peers/{kind} failed; \"without-node\" measures without the peers in Node.\n{await said}{await wrong}");
    }

    public Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Home([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
