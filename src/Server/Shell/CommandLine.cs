using System.CommandLine;
using Assemblies.Data;

namespace Assemblies.Shell;

/// <summary>What the program can be asked to do: serve (without a command), and the commands below.</summary>
internal static class CommandLine
{
    public static RootCommand Build()
    {
        var root = new RootCommand("Software for accountability assemblies. Without a command it serves.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((parsed, cancellation) => ServeAsync([.. parsed.UnmatchedTokens], cancellation));
        root.Add(Rehearsal.RehearseCommand.Build());
        root.Add(Accounts.AccountCommands.Recover());
        root.Add(Accounts.AccountCommands.Token());
        root.Add(Turnout.RecountCommand.Build());
        root.Add(HealthCommand.Build());
        root.Add(Wire.ContractCommand.Build());
        return root;
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancellation)
    {
        await using var server = Server.Build(settings);
        await server.PrepareAsync();
        await server.RunAsync();
        return 0;
    }

    /// <summary>Runs a command on the data of the settings that follow it, beside a running server or without one.</summary>
    public static async Task<int> WithServicesAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work)
    {
        // Quiet, so that what is printed can be piped on.
        await using var server = Server.Build(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
        await server.Services.MigrateAsync();
        await using var scope = server.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
