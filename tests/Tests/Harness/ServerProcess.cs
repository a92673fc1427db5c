using System.Diagnostics;
using System.Text.RegularExpressions;
using Assemblies.Shell;

namespace Assemblies.Tests.Harness;

/// <summary>The program as a process of its own, so that a test can type commands, press Ctrl+C or pull the plug.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> errors = [];
    private readonly List<(string Text, TaskCompletionSource<string> Line)> awaited = [];

    private ServerProcess(IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        // Tests that a shell runs in the background ignore Ctrl+C, and what they start would inherit that.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(program[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in program.Skip(1).Append(typeof(Server).Assembly.Location).Concat(arguments))
            start.ArgumentList.Add(argument);
        // A process that is killed would leave its debugger's sockets behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where a server listens; nowhere for other commands.</summary>
    public Uri Address { get; private set; } = new("http://nowhere.invalid");

    /// <summary>The one-time link to the first account, if the server printed one.</summary>
    public Task<string> SetUpLink => LineAsync("/set-up/");

    /// <summary>All that was printed so far, without errors.</summary>
    public string Output => Said(output);

    /// <summary>Starts the server on a data folder and returns when it listens.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="at">Where it listened before it was killed; null for a free port.</param>
    /// <param name="settings">More of the command line.</param>
    public static Task<ServerProcess> StartAsync(string folder, Uri? at = null, params string[] settings) => StartAsync(folder, [], at, settings);

    /// <summary>The same with an environment of the test's own beside what every process inherits.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, IReadOnlyList<(string Name, string Value)> environment, Uri? at = null, params string[] settings)
    {
        var server = new ServerProcess(["--urls", at?.ToString() ?? "http://127.0.0.1:0", "--Data:Folder", folder, .. settings], environment);
        server.Address = new Uri(Listening().Match(await server.LineAsync("Assembly is at http")).Groups[1].Value);
        return server;
    }

    /// <summary>Starts the server again on what another one left behind, at the same address, as whoever pulled the plug would.</summary>
    public static async Task<ServerProcess> RestartAsync(string folder, Uri address)
    {
        var server = new ServerProcess(["--urls", address.GetLeftPart(UriPartial.Authority), "--Data:Folder", folder]) { Address = address };
        await server.LineAsync("Assembly is at http");
        return server;
    }

    /// <summary>Starts a rehearsal and returns when its guide is printed.</summary>
    /// <param name="temporary">Where it is to keep what it throws away.</param>
    /// <param name="options">More of the command line.</param>
    public static async Task<ServerProcess> RehearseAsync(string temporary, params string[] options)
    {
        var server = new ServerProcess(["rehearse", "--urls", "http://127.0.0.1:0", .. options], ("TMPDIR", temporary));
        server.Address = new Uri(new Uri(Found().Match(await server.LineAsync("public page  ")).Value), "/");
        return server;
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="typed">What somebody types at it.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(string typed, params string[] arguments)
    {
        using var command = new ServerProcess(arguments);
        await command.process.StandardInput.WriteAsync(typed);
        command.process.StandardInput.Close();
        await command.process.WaitForExitAsync().WaitAsync(Patience);
        return (command.process.ExitCode, Said(command.output), Said(command.errors));
    }

    /// <summary>The first line with these words, once it is printed. Fails the test when the process ends before.</summary>
    public async Task<string> LineAsync(string words)
    {
        var line = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (output)
        {
            awaited.Add((words, line));
            if (output.Find(l => l.Contains(words, StringComparison.Ordinal)) is { } printed)
                line.TrySetResult(printed);
        }
        if (await Task.WhenAny(line.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != line.Task)
            throw new InvalidOperationException($"It did not say \"{words}\":\n{Said(output)}\n{Said(errors)}");
        return (await line.Task).Trim();
    }

    /// <summary>Sends a signal, for example <c>INT</c> as Ctrl+C does, and waits for the end.</summary>
    public async Task EndAsync(string signal)
    {
        using (var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
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

    private void Hear(List<string> where, string? line)
    {
        if (line is null)
            return;
        lock (where)
            where.Add(line);
        if (where != output)
            return;
        lock (output)
            foreach (var (text, waiting) in awaited.Where(a => line.Contains(a.Text, StringComparison.Ordinal)))
                waiting.TrySetResult(line);
    }

    private static string Said(List<string> lines)
    {
        lock (lines)
            return string.Join('\n', lines);
    }

    [GeneratedRegex(@"Assembly is at (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Found();
}
