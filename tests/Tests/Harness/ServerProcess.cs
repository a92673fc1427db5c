using System.Diagnostics;
using System.Text.RegularExpressions;
using Assemblies.Shell;

namespace Assemblies.Tests.Harness;

/// <summary>The server as a process of its own, so that a test can pull the plug.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;

    private readonly TaskCompletionSource<string> setUpLink;

    private ServerProcess(Process process, Uri address, TaskCompletionSource<string> setUpLink) =>
        (this.process, Address, this.setUpLink) = (process, address, setUpLink);

    public Uri Address { get; }

    /// <summary>The one-time link to the first account, if the server printed one.</summary>
    public Task<string> SetUpLink => setUpLink.Task;

    /// <summary>Starts the server on a data folder and returns when it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(Server).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Data:Folder", folder })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var setUpLink = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
                output.Add(line.Data ?? "");
            if (line.Data is { } text && Listening().Match(text) is { Success: true } match)
                listening.TrySetResult(new Uri(match.Groups[1].Value));
            if (line.Data?.Trim() is { } link && link.Contains("/set-up/", StringComparison.Ordinal))
                setUpLink.TrySetResult(link);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (output)
                output.Add(line.Data ?? "");
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(listening.Task, process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(30))) != listening.Task)
        {
            process.Kill(entireProcessTree: true);
            lock (output)
                throw new InvalidOperationException($"The server did not start:\n{string.Join('\n', output)}");
        }
        return new ServerProcess(process, await listening.Task, setUpLink);
    }

    /// <summary>SIGKILL: no warning, no clean-up.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [GeneratedRegex(@"Assembly is at (http://\S+)")]
    private static partial Regex Listening();
}
