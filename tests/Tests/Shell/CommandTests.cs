using System.Net;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Shell;

/// <summary>The commands for whoever has the server's command line, as processes beside the server.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private const string Email = "maria@example.org";
    private const string Recovered = "another four long words";

    private TestServer server = null!;
    private PageClient maria = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        maria = await PageClient.FirstOrganiserAsync(server, Email);
    }

    public async ValueTask DisposeAsync()
    {
        maria.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Token_prints_a_token_that_works_and_nothing_else()
    {
        var (exit, output, _) = await RunAsync("", "token", "--email", Email, "--name", "Membership database");

        Assert.Equal(0, exit);
        Assert.Matches("^org_[A-Za-z0-9_-]{43}$", output);
        using var program = server.WithToken(output);
        Assert.Contains("Membership database", await program.GetStringAsync("/api/tokens"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@example.org", "Membership database", "There is no account with this e-mail address.")]
    [InlineData(Email, " ", "what the token is for")]
    public async Task Token_refuses_with_the_reason_and_prints_no_token(string email, string name, string reason)
    {
        var (exit, output, errors) = await RunAsync("", "token", "--email", email, "--name", name);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_says_which_option_is_missing()
    {
        var (exit, _, errors) = await RunAsync("", "token", "--email", Email);

        Assert.Equal(1, exit);
        Assert.Contains("--name", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recover_takes_a_password_from_its_input_and_lifts_a_lock()
    {
        using var browser = new PageClient(server.Address);
        for (var i = 0; i < 5; i++)
            await SignInAsync(browser, "wrong password here");
        Assert.Null((await SignInAsync(browser, PageClient.Password)).Location);

        var (exit, output, _) = await RunAsync($"{Recovered}\n", "recover", "--email", Email);

        Assert.Equal((0, "The password was changed."), (exit, output));
        Assert.Null((await SignInAsync(browser, PageClient.Password)).Location);
        Assert.Equal("/assemblies", (await SignInAsync(browser, Recovered)).Location);
    }

    [Fact]
    public async Task Recover_makes_a_password_when_none_is_given()
    {
        using var browser = new PageClient(server.Address);

        var (exit, output, _) = await RunAsync("\n", "recover", "--email", Email);

        Assert.Equal(0, exit);
        Assert.StartsWith("The new password is: ", output, StringComparison.Ordinal);
        Assert.Equal("/assemblies", (await SignInAsync(browser, output["The new password is: ".Length..])).Location);
    }

    [Theory]
    [InlineData("nobody@example.org", Recovered, "There is no account with this e-mail address.")]
    [InlineData(Email, "short", "12 to 200 characters")]
    public async Task Recover_refuses_with_the_reason_and_changes_nothing(string email, string password, string reason)
    {
        using var browser = new PageClient(server.Address);

        var (exit, output, errors) = await RunAsync($"{password}\n", "recover", "--email", email);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(reason, errors, StringComparison.Ordinal);
        Assert.Equal("/assemblies", (await SignInAsync(browser, PageClient.Password)).Location);
        Assert.Equal(HttpStatusCode.OK, (await maria.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Contract_prints_the_committed_contract()
    {
        var (exit, output, _) = await ServerProcess.RunAsync("", "contract");

        Assert.Equal(0, exit);
        var committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "kiosk", "src", "contract", "contract.schema.json"));
        Assert.Equal(committed.TrimEnd(), output);
    }

    private Task<(int Exit, string Output, string Errors)> RunAsync(string typed, params string[] command) =>
        ServerProcess.RunAsync(typed, [.. command, "--Data:Folder", server.Folder]);

    private static Task<PageClient.Page> SignInAsync(PageClient browser, string password) =>
        browser.PostAsync("/sign-in", "sign-in", ("email", Email), ("password", password));
}
