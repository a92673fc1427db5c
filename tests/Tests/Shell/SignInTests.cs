using System.Net;
using Assemblies.Shell;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Shell;

public sealed class SignInTests
{
    [Fact]
    public async Task The_set_up_link_makes_the_first_account_and_signs_in()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        Assert.Equal(HttpStatusCode.OK, (await organiser.GetAsync("/account")).Status);
        Assert.Equal("maria@example.org", await server.ReadAsync(db => db.Users.Select(u => u.Email).SingleAsync()));
    }

    [Fact]
    public async Task The_set_up_link_works_once_only()
    {
        await using var server = await TestServer.StartAsync();
        using var late = new PageClient(server.Address);
        var path = server.Services.GetRequiredService<SetUp>().Path;
        var open = await late.GetAsync(path);
        using var first = await PageClient.FirstOrganiserAsync(server);

        await late.SendAsync(open, path, "set-up", ("email", "eve@example.org"), ("password", PageClient.Password));
        var again = await late.GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("does not work", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await server.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_guessed_set_up_code_shows_no_form()
    {
        await using var server = await TestServer.StartAsync();
        using var eve = new PageClient(server.Address);

        var page = await eve.GetAsync("/set-up/00000000000000000000000000000000");

        Assert.Equal((HttpStatusCode.Gone, null), (page.Status, page.Location));
        Assert.DoesNotContain("_handler", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_password_is_refused_at_its_field_and_the_address_is_kept()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = new PageClient(server.Address);

        var page = await visitor.PostAsync(
            server.Services.GetRequiredService<SetUp>().Path, "set-up", ("email", "maria@example.org"), ("password", "short"));

        Assert.Contains("id=\"password-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("maria@example.org", page.Value("email"));
        Assert.Null(page.Value("password"));
        Assert.Equal(0, await server.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_message_tells_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        using var eve = new PageClient(server.Address);

        var unknown = await eve.PostAsync("/sign-in", "sign-in", ("email", "nobody@example.org"), ("password", "wrong password here"));
        for (var i = 0; i < 5; i++)
        {
            var wrong = await eve.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", "wrong password here"));
            Assert.Equal(unknown.Text, wrong.Text);
        }
        var right = await eve.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", PageClient.Password));

        Assert.Equal(HttpStatusCode.OK, right.Status);
        Assert.Equal(unknown.Text, right.Text);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_first_and_then_arrives_where_they_wanted_to_go()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        using var browser = new PageClient(server.Address);

        var refused = await browser.GetAsync("/tokens");
        var signInPath = refused.Location!;
        var signedIn = await browser.PostAsync(signInPath, "sign-in", ("email", "Maria@example.org"), ("password", PageClient.Password));

        Assert.StartsWith("/sign-in", signInPath, StringComparison.Ordinal);
        Assert.Equal("/tokens", signedIn.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tokens")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        using var browser = new PageClient(server.Address);

        var signedIn = await browser.PostAsync(
            $"/sign-in?ReturnUrl={Uri.EscapeDataString(elsewhere)}", "sign-in", ("email", "maria@example.org"), ("password", PageClient.Password));

        Assert.Equal("/assemblies", signedIn.Location);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        var page = await organiser.PostRawAsync("/tokens", ("_handler", "make"), ("name", "stolen"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("That could not be read", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await server.ReadAsync(db => db.ApiTokens.CountAsync()));
    }

    [Fact]
    public async Task Signing_out_takes_a_form_and_ends_the_session()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        await organiser.GetAsync("/sign-out");
        Assert.Equal(HttpStatusCode.OK, (await organiser.GetAsync("/account")).Status);
        var left = await organiser.PostAsync("/account", "sign-out");

        Assert.Equal("/sign-in", left.Location);
        Assert.Equal(HttpStatusCode.Found, (await organiser.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_changed_password_replaces_the_old_one()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        using var browser = new PageClient(server.Address);

        var wrong = await organiser.PostAsync("/account", "password", ("password", "not my password"), ("newPassword", "another long password"));
        var changed = await organiser.PostAsync("/account", "password", ("password", PageClient.Password), ("newPassword", "another long password"));
        var old = await browser.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", PageClient.Password));
        var signedIn = await browser.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", "another long password"));

        Assert.Contains("id=\"password-problem\"", wrong.Html, StringComparison.Ordinal);
        Assert.Equal("/account", changed.Location);
        Assert.Contains("Your password was changed.", (await organiser.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Null(old.Location);
        Assert.Equal("/assemblies", signedIn.Location);
    }
}
