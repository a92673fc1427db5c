using System.CommandLine;
using Assemblies.Data;
using Microsoft.AspNetCore.Identity;

namespace Assemblies.Shell.Accounts;

/// <summary><c>recover</c> and <c>token</c>: for whoever has the server's command line, beside a running server or without one.</summary>
internal static class AccountCommands
{
    private const int GeneratedLength = 20;

    public static Command Recover()
    {
        var email = new Option<string>("--email") { Required = true, Description = "Whose account." };
        var command = new Command("recover", "Sets a new password for an organiser and lifts a lock. Asks for it; an empty answer makes one.")
        {
            email,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => CommandLine.WithServicesAsync(parsed, async services =>
        {
            Console.Error.Write("New password (empty to make one): ");
            var typed = Console.IsInputRedirected ? Console.ReadLine() ?? "" : ReadUnseen();
            var password = typed.Length > 0 ? typed : Secrets.NewPassword(GeneratedLength);
            var problems = await services.GetRequiredService<OrganiserAccounts>().RecoverAsync(parsed.GetValue(email)!, password);
            if (problems.Count > 0)
                return Refuse(string.Join(" ", problems.Select(p => p.Fix)));
            Console.WriteLine(typed.Length > 0 ? "The password was changed." : $"The new password is: {password}");
            return 0;
        }));
        return command;
    }

    public static Command Token()
    {
        var email = new Option<string>("--email") { Required = true, Description = "The organiser for whom the program will act." };
        var name = new Option<string>("--name") { Required = true, Description = "What the token is for." };
        var command = new Command("token", "Makes an API token and prints it.") { email, name };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => CommandLine.WithServicesAsync(parsed, async services =>
        {
            var account = await services.GetRequiredService<UserManager<OrganiserAccount>>().FindByEmailAsync(parsed.GetValue(email)!);
            if (account is null)
                return Refuse("There is no account with this e-mail address.");
            var (made, problem) = await services.GetRequiredService<TokenRegister>()
                .MakeAsync(Actor.Server, account.Id, parsed.GetValue(name)!, cancellation);
            if (problem is not null)
                return Refuse(problem.Fix);
            Console.WriteLine(made!.Token);
            return 0;
        }));
        return command;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    private static string ReadUnseen()
    {
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
