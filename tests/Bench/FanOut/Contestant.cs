using System.Diagnostics;
using System.Globalization;

namespace Assemblies.Bench.FanOut;

/// <summary>A server in a process of its own: its memory is its own, and its load generator is somebody else.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    private readonly Process process;

    private Contestant(Process process, string said) => (this.process, Said) = (process, said);

    /// <summary>The first line that it printed: its address, and what else is needed to use it.</summary>
    public string Said { get; }

    /// <summary>Physical memory that it holds now, in KiB.</summary>
    public double ResidentKiB => long.Parse(File.ReadAllText($"/proc/{process.Id}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1024.0;

    /// <summary>This program again, in another role.</summary>
    public static Task<Contestant> OursAsync(string role) => StartedAsync(
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Contestant).Assembly.Location, role]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);

    /// <summary>A peer in Node.</summary>
    public static Task<Contestant> NodeAsync(string script) => StartedAsync(NodePackages.Start("broadcast", "node", [script]));

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Contestant> StartedAsync(Process process) => new(process,
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{string.Join(' ', process.StartInfo.ArgumentList)} said nothing."));
}
