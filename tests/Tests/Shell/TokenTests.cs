using System.Net;
using System.Text.RegularExpressions;
using Assemblies.Shell.Accounts;
using Assemblies.Tests.Harness;
using Assemblies.Wire;

namespace Assemblies.Tests.Shell;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_made_on_the_page_is_shown_once_works_and_can_be_revoked()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        var made = await organiser.PostAsync("/tokens", "make", ("name", "Membership database"));
        var token = Regex.Match(made.Html, "org_[A-Za-z0-9_-]{43}").Value;
        using var program = server.WithToken(token);
        var listed = await program.GetFromJsonAsync<List<TokenSummary>>("/api/tokens", WireFormat.Json);
        var page = await organiser.GetAsync("/tokens");
        await organiser.SendAsync(page, "/tokens", $"revoke-{listed!.Single().Id}");

        Assert.DoesNotContain(token, page.Html, StringComparison.Ordinal);
        Assert.Equal("Membership database", listed!.Single().Name);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/tokens")).StatusCode);
    }

    [Fact]
    public async Task A_program_makes_and_revokes_tokens_of_its_own_organiser_only()
    {
        await using var server = await TestServer.StartAsync();
        using var maria = await server.OrganiserAsync();
        using var omar = await server.OrganiserAsync();

        var made = await (await maria.PostAsJsonAsync("/api/tokens", new { name = "Report" })).Content.ReadFromJsonAsync<NewToken>(WireFormat.Json);

        Assert.Equal(HttpStatusCode.NotFound, (await omar.DeleteAsync($"/api/tokens/{made!.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await maria.DeleteAsync($"/api/tokens/{made.Id}")).StatusCode);
        using var program = server.WithToken(made.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/tokens")).StatusCode);
    }

    [Fact]
    public async Task A_token_without_a_purpose_is_refused_at_its_field()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        using var program = await server.OrganiserAsync();

        var page = await organiser.PostAsync("/tokens", "make", ("name", "  "));
        var reply = await program.PostAsJsonAsync("/api/tokens", new { name = "" });

        Assert.Contains("id=\"name-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("\"field\":\"name\"", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
