using System.Diagnostics;

namespace Assemblies.Bench;

/// <summary>The peer in Node (fastify and better-sqlite3, one transaction for each check-in) as a process of its own, installed when it is first asked for.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private const string Kind = "check-in";
    private readonly string folder = Directory.CreateTempSubdirectory("assembly-bench-").FullName;
    private readonly Process process;

    private NodePeer() => process = NodePackages.Start(Kind, "node", ["server.mjs", folder]);

    public Uri Address { get; private set; } = null!;

    public static async Task<NodePeer> StartAsync()
    {
        var peer = new NodePeer();
        peer.Address = new Uri(await peer.process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"The Node peer did not start: {await peer.process.StandardError.ReadToEndAsync()}"));
        return peer;
    }

    /// <summary>Brings its packages here where they are missing; the last step, where no built one can be downloaded, compiles SQLite and takes minutes.</summary>
    public static Task InstallAsync() => NodePackages.InstallAsync(Kind, Path.Combine("better-sqlite3", "build", "Release", "better_sqlite3.node"));

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
