using System.Diagnostics;
using Assemblies.Verify;

namespace Assemblies.Tests.Harness;

/// <summary>The program <c>verify</c> as somebody runs it who trusts nobody: a process, an exit code, and words.</summary>
public static class VerifyProgram
{
    public static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(VerifyCommand).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
