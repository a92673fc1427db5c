using System.Diagnostics;
using System.Text.RegularExpressions;
using Assemblies.Shell;
using Assemblies.Shell.Accounts;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Docs;

/// <summary>docs/api.md is a script; it is run as its readers would run it.</summary>
public sealed partial class ApiDocumentationTests
{
    private const string PublicPage = "/a/spring-assembly-2027-05-20";

    [Fact]
    public async Task Every_command_in_the_api_document_works_in_its_order()
    {
        var folder = Directory.CreateTempSubdirectory("assembly-docs-").FullName;
        try
        {
            var token = await TokenAsync(folder);
            using var server = await ServerProcess.StartAsync(folder);

            var (exit, output) = await RunAsync(await ScriptAsync(), server.Address, token, folder);

            Assert.True(exit == 0, $"docs/api.md is stale. The last lines of its script:\n{string.Join('\n', output.Split('\n').TakeLast(40))}");
            using var phone = new PageClient(server.Address);
            var page = await phone.GetAsync(PublicPage);
            Assert.Contains("YES", page.Text, StringComparison.Ordinal);
            Assert.Contains("Official turnout 44 at", page.Text, StringComparison.Ordinal);
            Assert.Contains("The assembly is over", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The two steps before the script: the first organiser's account, and the command that makes a token.
    private static async Task<string> TokenAsync(string folder)
    {
        string[] data = ["--Data:Folder", folder];
        await using (var server = Server.Build(["--urls", "http://127.0.0.1:0", .. data]))
        {
            await server.PrepareAsync();
            await using var scope = server.Services.CreateAsyncScope();
            var (_, problems) = await scope.ServiceProvider.GetRequiredService<OrganiserAccounts>().CreateAsync("maria@example.org", PageClient.Password);
            Assert.Empty(problems);
        }
        var (exit, output) = await RunAsync(Start("dotnet", [typeof(Server).Assembly.Location, "token", "--email", "maria@example.org", "--name", "api.md", .. data]));
        Assert.True(exit == 0, output);
        return Token().Match(output).Value;
    }

    private static async Task<string> ScriptAsync()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"));
        var blocks = Block().Matches(document).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(blocks);
        return string.Concat(blocks);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string script, Uri server, string token, string folder)
    {
        var file = Path.Combine(folder, "api.sh");
        await File.WriteAllTextAsync(file, script);
        var start = Start("bash", ["-euxo", "pipefail", file]);
        start.Environment["ASSEMBLY"] = server.ToString().TrimEnd('/');
        start.Environment["TOKEN"] = token;
        start.Environment["TMPDIR"] = folder;
        return await RunAsync(start);
    }

    private static ProcessStartInfo Start(string program, string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static async Task<(int Exit, string Output)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', await output));
    }

    [GeneratedRegex("^```bash\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("org_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();
}
