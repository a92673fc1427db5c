using System.Net;
using System.Text.RegularExpressions;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Shell.Accounts;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Shell;

public sealed partial class OrganisersTests : IAsyncLifetime
{
    private const string Omar = "omar@example.org";
    private const string OmarsPassword = "omar's own long words";

    private TestServer server = null!;
    private PageClient maria = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        maria = await PageClient.FirstOrganiserAsync(server);
    }

    public async ValueTask DisposeAsync()
    {
        maria.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_invited_makes_an_account_with_a_password_of_their_own_and_the_link_is_used_up()
    {
        var link = await InviteAsync();
        using var omar = new PageClient(server.Address);
        using var late = new PageClient(server.Address);
        var open = await late.GetAsync(link);

        var weak = await omar.PostAsync(link, "accept", ("password", "short"));
        var joined = await omar.PostAsync(link, "accept", ("password", OmarsPassword));
        var again = await late.SendAsync(open, link, "accept", ("password", "somebody else's words"));

        Assert.Contains("id=\"password-problem\"", weak.Html, StringComparison.Ordinal);
        Assert.Equal("/assemblies", joined.Location);
        Assert.Contains("omar@example.org (you)", (await omar.GetAsync("/organisers")).Text, StringComparison.Ordinal);
        Assert.Null(again.Location);
        Assert.Equal(HttpStatusCode.Gone, (await late.GetAsync(link)).Status);
        Assert.Equal("/assemblies", (await late.PostAsync("/sign-in", "sign-in", ("email", Omar), ("password", OmarsPassword))).Location);
        Assert.Equal(2, await server.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Two_browsers_with_one_link_at_once_make_one_account()
    {
        var link = await InviteAsync();
        var browsers = Enumerable.Range(0, 6).Select(_ => new PageClient(server.Address)).ToList();
        var open = await Task.WhenAll(browsers.Select(b => b.GetAsync(link)));

        var answers = await Task.WhenAll(browsers.Zip(open, (browser, page) => browser.SendAsync(page, link, "accept", ("password", OmarsPassword))));

        Assert.Single(answers, a => a.Location == "/assemblies");
        Assert.DoesNotContain(answers, a => a.Status == HttpStatusCode.InternalServerError);
        Assert.Equal(2, await server.ReadAsync(db => db.Users.CountAsync()));
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task An_invitation_is_shown_once_and_only_its_hash_is_kept()
    {
        var page = await maria.PostAsync("/organisers", "invite", ("email", Omar));
        var code = Link().Match(page.Html).Groups[1].Value;
        var later = await maria.GetAsync("/organisers");

        Assert.Matches("^inv_[A-Za-z0-9_-]{43}$", code);
        Assert.DoesNotContain(code, later.Html, StringComparison.Ordinal);
        Assert.Contains("omar@example.org maria@example.org 2026-10-08 16:00", later.Text, StringComparison.Ordinal);
        Assert.Equal(Secrets.Hash(code), await server.ReadAsync(db => db.OrganiserInvitations.Select(i => i.CodeHash).SingleAsync()));
    }

    [Fact]
    public async Task A_revoked_a_replaced_and_an_old_invitation_work_no_more()
    {
        using var omar = new PageClient(server.Address);
        var replaced = await InviteAsync();
        var revoked = await InviteAsync("OMAR@example.org");
        Assert.Equal(HttpStatusCode.Gone, (await omar.GetAsync(replaced)).Status);
        Assert.Equal(HttpStatusCode.OK, (await omar.GetAsync(revoked)).Status);

        var id = await server.ReadAsync(db => db.OrganiserInvitations.Select(i => i.Id).SingleAsync());
        await maria.PostAsync("/organisers", $"revoke-{id}");
        Assert.Equal(HttpStatusCode.Gone, (await omar.GetAsync(revoked)).Status);

        var old = await InviteAsync();
        server.Clock.Advance(Duration.FromDays(7) - Duration.FromMinutes(1));
        var open = await omar.GetAsync(old);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        server.Clock.Advance(Duration.FromMinutes(1));
        Assert.Null((await omar.SendAsync(open, old, "accept", ("password", OmarsPassword))).Location);
        Assert.Equal(1, await server.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_address_that_is_none_or_has_an_account_is_refused_at_its_field()
    {
        var none = await maria.PostAsync("/organisers", "invite", ("email", "omar"));
        var taken = await maria.PostAsync("/organisers", "invite", ("email", "MARIA@example.org"));

        Assert.Contains("id=\"email-problem\"", none.Html, StringComparison.Ordinal);
        Assert.Contains("There is an account with this e-mail address already.", taken.Text, StringComparison.Ordinal);
        Assert.Equal(0, await server.ReadAsync(db => db.OrganiserInvitations.CountAsync()));
    }

    [Fact]
    public async Task A_removed_organiser_cannot_sign_in_and_takes_tokens_and_invitations_along()
    {
        using var omar = await JoinAsync();
        var token = Regex.Match((await omar.PostAsync("/tokens", "make", ("name", "Report"))).Html, "org_[A-Za-z0-9_-]{43}").Value;
        await omar.PostAsync("/organisers", "invite", ("email", "eve@example.org"));

        var removed = await maria.PostAsync("/organisers", $"remove-{await IdAsync(Omar)}");

        Assert.Equal("/organisers", removed.Location);
        using var program = server.WithToken(token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/organisers")).StatusCode);
        Assert.Equal(0, await server.ReadAsync(db => db.OrganiserInvitations.CountAsync()));
        Assert.Null((await omar.PostAsync("/sign-in", "sign-in", ("email", Omar), ("password", OmarsPassword))).Location);
        // The open browser is signed out within a minute; even until then it invites nobody.
        Assert.Contains("Your account was removed.", (await omar.PostAsync("/organisers", "invite", ("email", "eve@example.org"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_account_cannot_be_removed_and_whoever_removes_their_own_is_signed_out()
    {
        using var omar = await JoinAsync();
        var left = await maria.PostAsync("/organisers", $"remove-{await IdAsync("maria@example.org")}");

        Assert.Equal("/sign-in", left.Location);
        Assert.Equal(HttpStatusCode.Found, (await maria.GetAsync("/organisers")).Status);
        Assert.DoesNotContain("remove-", (await omar.GetAsync("/organisers")).Html, StringComparison.Ordinal);
        using var program = await OrganiserOfAsync(Omar);
        var reply = await program.DeleteAsync($"/api/organisers/{await IdAsync(Omar)}");
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, reply));
        Assert.Equal(Omar, await server.ReadAsync(db => db.Users.Select(u => u.Email).SingleAsync()));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Organisers_who_remove_each_other_at_once_leave_somebody(TestDatabaseKind kind)
    {
        await using var other = await TestServer.StartAsync(kind);
        for (var round = 0; round < 5; round++)
        {
            using var one = await other.OrganiserAsync();
            using var two = await other.OrganiserAsync();
            var ids = await other.ReadAsync(db => db.Users.OrderByDescending(u => u.Id).Select(u => u.Id).Take(2).ToListAsync());
            foreach (var id in await other.ReadAsync(db => db.Users.Select(u => u.Id).Where(id => !ids.Contains(id)).ToListAsync()))
                Assert.Equal(HttpStatusCode.NoContent, (await one.DeleteAsync($"/api/organisers/{id}")).StatusCode);

            await Task.WhenAll(one.DeleteAsync($"/api/organisers/{ids[0]}"), two.DeleteAsync($"/api/organisers/{ids[1]}"));

            Assert.Equal(1, await other.ReadAsync(db => db.Users.CountAsync()));
        }
    }

    [Fact]
    public async Task A_program_invites_lists_revokes_and_removes()
    {
        using var program = await OrganiserOfAsync("maria@example.org");

        var made = await program.SendAsync<NewInvitation>("/api/organisers/invitations", new InviteOrganiserCommand(Omar));
        var listed = await program.ReadAsync<List<InvitationSummary>>("/api/organisers/invitations");
        using var omar = new PageClient(server.Address);
        var opened = await omar.GetAsync(new Uri(made.Link).AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Equal([new InvitationSummary(made.Id, Omar, "maria@example.org", TestServer.Evening + Duration.FromDays(7))], listed);
        Assert.Equal(["email"], await program.RefusedAsync(HttpStatusCode.BadRequest, "/api/organisers/invitations", new InviteOrganiserCommand(null)));
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync($"/api/organisers/invitations/{made.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync($"/api/organisers/invitations/{made.Id}")).StatusCode);
        using var joined = await JoinAsync();
        var organisers = await program.ReadAsync<List<OrganiserSummary>>("/api/organisers");
        Assert.Equal(["maria@example.org", Omar], organisers.Select(o => o.Email));
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync($"/api/organisers/{organisers[1].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync($"/api/organisers/{organisers[1].Id}")).StatusCode);
    }

    [Fact]
    public async Task The_journal_tells_of_every_step_and_knows_no_address()
    {
        using var omar = await JoinAsync();
        await InviteAsync("eve@example.org");
        await maria.PostAsync("/organisers", $"revoke-{await server.ReadAsync(db => db.OrganiserInvitations.Select(i => i.Id).SingleAsync())}");
        var omarsId = await IdAsync(Omar);
        await maria.PostAsync("/organisers", $"remove-{omarsId}");

        var rows = await server.ReadAsync(db => db.Changes.Where(c => c.Channel == ChangeChannel.Organisers).OrderBy(c => c.Sequence).ToListAsync());

        var mariasActor = Actor.Organiser(await IdAsync("maria@example.org")).Id;
        Assert.Equal(
            [
                ("organiser.invited", mariasActor), ("organiser.joined", Actor.Visitor.Id), ("organiser.invited", mariasActor),
                ("invitation.revoked", mariasActor), ("organiser.removed", mariasActor),
            ],
            rows.Where(r => r.Kind != "organiser.changed").Select(r => (r.Kind, r.Actor)));
        Assert.Contains($"{omarsId}", rows[^1].Summary, StringComparison.Ordinal);
        Assert.All(rows, r => Assert.DoesNotContain("@", r.Summary, StringComparison.Ordinal));
    }

    private async Task<string> InviteAsync(string email = Omar) =>
        $"/invitation/{Link().Match((await maria.PostAsync("/organisers", "invite", ("email", email))).Html).Groups[1].Value}";

    private async Task<PageClient> JoinAsync()
    {
        var omar = new PageClient(server.Address);
        await omar.PostAsync(await InviteAsync(), "accept", ("password", OmarsPassword));
        return omar;
    }

    private Task<Guid> IdAsync(string email) => server.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());

    private async Task<HttpClient> OrganiserOfAsync(string email)
    {
        var token = Secrets.NewToken("org_");
        var id = await IdAsync(email);
        await server.ChangeAsync(db => db.ApiTokens.Add(
            new ApiToken { OrganiserId = id, Name = "test", TokenHash = Secrets.Hash(token), CreatedAt = TestServer.Evening }));
        return server.WithToken(token);
    }

    [GeneratedRegex("/invitation/([^<\\s]+)<")]
    private static partial Regex Link();
}
