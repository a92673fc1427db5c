using System.CommandLine;

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
}
