using System.Diagnostics;
using System.Globalization;

namespace Assemblies.Bench;

/// <summary>A server in a process of its own: its memory is its own, and its load generator is somebody else.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo? folder;

    private Contestant(Process process, string said, DirectoryInfo? folder) => (this.process, Said, this.folder) = (process, said, folder);

    /// <summary>The first line that it printed: its address, and what else is needed to use it.</summary>
    public string Said { get; }

    /// <summary>Physical memory that it holds now, in KiB.</summary>
    public double ResidentKiB => long.Parse(File.ReadAllText($"/proc/{process.Id}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1024.0;

    /// <summary>This program again, in another role.</summary>
    public static Task<Contestant> OursAsync(string role) => StartedAsync(
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Contestant).Assembly.Location, role]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);

    /// <summary>A peer in Node. It is given a folder of its own for what it stores.</summary>
    public static Task<Contestant> NodeAsync(NodePackages kind, string script)
    {
        var folder = Directory.CreateTempSubdirectory("assembly-bench-");
        return StartedAsync(kind.Start("node", [script, folder.FullName]), folder);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        folder?.Delete(recursive: true);
    }

    private static async Task<Contestant> StartedAsync(Process process, DirectoryInfo? folder = null)
    {
        if (await process.StandardOutput.ReadLineAsync() is { } said)
            return new(process, said, folder);
        var wrong = process.StartInfo.RedirectStandardError ? await process.StandardError.ReadToEndAsync() : "";
        throw new InvalidOperationException($"{string.Join(' ', process.StartInfo.ArgumentList)} did not start: {wrong}");
    }
}
