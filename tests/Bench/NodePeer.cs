using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Assemblies.Bench;

/// <summary>The peer in Node (fastify and better-sqlite3, one transaction for each check-in) as a process of its own, installed when it is first asked for.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assembly-bench-").FullName;
    private readonly Process process;

    private NodePeer() => process = Start("node", ["server.mjs", folder]);

    public Uri Address { get; private set; } = null!;

    public static async Task<NodePeer> StartAsync()
    {
        var peer = new NodePeer();
        peer.Address = new Uri(await peer.process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"The Node peer did not start: {await peer.process.StandardError.ReadToEndAsync()}"));
        return peer;
    }

    /// <summary>Brings its packages here where they are missing.</summary>
    /// <exception cref="InvalidOperationException">npm could not: the text says why. <c>-- without-node</c> measures without this peer.</exception>
    public static async Task InstallAsync()
    {
        // Its last step where no built one can be downloaded is to compile SQLite, which takes minutes and may have been broken off.
        if (File.Exists(Path.Combine(Home(), "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node")))
            return;
        using var npm = Start("npm", ["install", "--no-audit", "--no-fund"]);
        var (said, wrong) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm install in tests/Bench/peers failed; \"-- without-node\" measures without that peer.\n{await said}{await wrong}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Home(),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Home([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "peers");
}
