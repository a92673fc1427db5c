using System.Net;
using System.Text.RegularExpressions;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Captain;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>The captain's private page: everything about the own delegation, nothing about any other.</summary>
public sealed partial class CaptainTests : HallPages
{
    private readonly Institution other = new() { Name = "Masjid Al-Noor", NameKey = "masjid al noor" };
    private PageClient captain = null!;
    private HttpClient organiser = null!;
    private string link = "";

    private string Api => $"/api/assemblies/{Hall.Assembly.Id}/institutions/{Hall.Institution.Id}/captain-link";

    private string OrganisersPage => $"/assemblies/{Hall.Assembly.Id}/institutions/{Hall.Institution.Id}";

    protected override async Task ArrangeAsync()
    {
        captain = new PageClient(Hall.Server.Address);
        organiser = await Hall.Server.OrganiserAsync();
        await Hall.Server.ChangeAsync(db =>
        {
            db.Add(other);
            db.Add(new Delegation { AssemblyId = Hall.Assembly.Id, InstitutionId = other.Id, Pledge = 7_391, Captain = "Yusuf Khan" });
            db.Add(new Person { AssemblyId = Hall.Assembly.Id, InstitutionId = other.Id, Name = "Amina Begum", RegisteredAt = TestServer.Evening });
        });
        link = await IssueAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        captain.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_captain_names_people_makes_their_passes_confirms_a_number_and_prints()
    {
        await captain.PostAsync(link, "add", ("names", "Grace Okafor\nZadie Cole\n"));
        await captain.PostAsync(link, "confirm", ("confirmed", "85"));
        await captain.PostAsync(link, "issue");
        var page = await captain.GetAsync(link);
        var sheet = await captain.GetAsync($"{link}/sheet");

        Assert.Equal(85, await Hall.Server.ReadAsync(db => db.Delegations.Where(d => d.InstitutionId == Hall.Institution.Id).Select(d => d.Confirmed).SingleAsync()));
        Assert.Equal("85", page.Value("confirmed"));
        Assert.Equal(2, Regex.Count(page.Text, "Has a pass"));
        Assert.Equal(2, Regex.Count(page.Html, """href="sms:\?&amp;body=Your%20pass%20for%20London%20Assembly"""));
        Assert.Equal(2, Regex.Count(sheet.Html, "<svg"));
        Assert.Contains("Grace Okafor", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_person_withdraws_the_pass()
    {
        await captain.PostAsync(link, "add", ("names", "Grace Okafor"));
        await captain.PostAsync(link, "issue");
        var grace = await Hall.Server.ReadAsync(db => db.People.SingleAsync(p => p.InstitutionId == Hall.Institution.Id));
        await captain.PostAsync(link, "remove", ("person", $"{grace.Id}"));
        Assert.DoesNotContain("Grace Okafor", (await captain.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(PassStatus.Revoked, await Hall.Server.ReadAsync(db => db.Passes.Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_of_another_institution_is_shown_and_nothing_of_it_can_be_changed()
    {
        await Hall.IssueAsync(1);
        await organiser.SendAsync<List<IssuedPass>>($"/api/assemblies/{Hall.Assembly.Id}/passes", new IssueCommand(other.Id));
        var coach = await organiser.SendAsync<IssuedPass>(
            $"/api/assemblies/{Hall.Assembly.Id}/passes/delegation", new DelegationPassCommand(other.Id, "Coach 9", 40, 0));
        var own = await organiser.SendAsync<IssuedPass>(
            $"/api/assemblies/{Hall.Assembly.Id}/passes/delegation", new DelegationPassCommand(Hall.Institution.Id, "Coach 1", 30, 0));
        var amina = await Hall.Server.ReadAsync(db => db.People.SingleAsync(p => p.Name == "Amina Begum"));

        foreach (var path in new[] { link, $"{link}/sheet", $"{link}/not-here" })
            Assert.DoesNotMatch("Masjid|Amina|Yusuf|7,?391|Coach 9", (await captain.GetAsync(path)).Text);
        var removed = await captain.PostAsync(link, "remove", ("person", $"{amina.Id}"));
        await captain.PostAsync(link, "expected", ($"label.{coach.Id}", "Mine"), ($"adults.{coach.Id}", "1"), ($"under18s.{coach.Id}", "0"));
        await captain.PostAsync(link, "expected", ($"label.{own.Id}", "Coach 1"), ($"adults.{own.Id}", "28"), ($"under18s.{own.Id}", "0"));
        await captain.PostAsync(link, "confirm", ("confirmed", "1"), ("institutionId", $"{other.Id}"), ("InstitutionId", $"{other.Id}"));

        Assert.Contains("not on your list", removed.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Hall.Server.ReadAsync(db => db.People.CountAsync(p => p.Id == amina.Id)));
        Assert.Equal(40, await Hall.Server.ReadAsync(db => db.Passes.Where(p => p.Id == coach.Id).Select(p => p.Adults).SingleAsync()));
        Assert.Equal(28, await Hall.Server.ReadAsync(db => db.Passes.Where(p => p.Id == own.Id).Select(p => p.Adults).SingleAsync()));
        Assert.Null(await Hall.Server.ReadAsync(db => db.Delegations.Where(d => d.InstitutionId == other.Id).Select(d => d.Confirmed).SingleAsync()));
    }

    [Fact]
    public async Task On_the_night_the_list_shows_who_is_not_here_and_refreshes_itself_until_paused()
    {
        await captain.PostAsync(link, "add", ("names", "Grace Okafor\nZadie Cole"));
        await captain.PostAsync(link, "issue");
        var grace = await Hall.Server.ReadAsync(db => db.Passes.SingleAsync(p => db.People.Any(n => n.Id == p.PersonId && n.Name == "Grace Okafor")));
        using var steward = (await Hall.PairAsync(DeviceRole.Steward)).Http();
        await steward.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([Hall.Scan(Hall.Server.Services.GetRequiredService<PassKey>().Token(grace.Id, 0))]));

        var missing = await captain.GetAsync($"{link}/not-here");
        var paused = await captain.GetAsync($"{link}/not-here?refresh=off");

        Assert.Contains("Zadie Cole", missing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Okafor", missing.Text, StringComparison.Ordinal);
        Assert.Contains("1 of St Mary's arrived. Of those named, 1 of 2 are here", missing.Text, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\" content=\"30\"", missing.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", paused.Html, StringComparison.Ordinal);
        Assert.Contains("Here since 17:00", (await captain.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_a_replaced_and_an_invented_link_say_so_kindly_and_show_nothing()
    {
        var replaced = link;
        link = await IssueAsync();
        Assert.Equal(HttpStatusCode.OK, (await captain.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync(Api)).StatusCode);
        foreach (var (path, status) in new[]
            { (replaced, HttpStatusCode.Gone), (link, HttpStatusCode.Gone), ($"{link}/sheet", HttpStatusCode.Gone), ($"{link}/not-here", HttpStatusCode.Gone), ("/captain/cap_x", HttpStatusCode.Gone) })
        {
            var page = await captain.GetAsync(path);
            Assert.Equal(status, page.Status);
            Assert.Contains("This link does not work any more", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("St Mary", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_may_keep_the_page_and_only_a_hash_of_the_link_is_stored()
    {
        using var client = Hall.Server.Visitor();
        var response = await client.GetAsync(link);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains("Disallow: /captain/", await client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        var file = await File.ReadAllBytesAsync(System.IO.Path.Combine(Hall.Server.Folder, "assembly.db"));
        Assert.DoesNotContain(link.Split('/')[^1], System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_says_that_the_captain_did_it_and_never_a_name()
    {
        await captain.PostAsync(link, "add", ("names", "Grace Okafor"));
        await captain.PostAsync(link, "confirm", ("confirmed", "12"));
        var (linkId, used) = await Hall.Server.ReadAsync(db => db.CaptainLinks.Select(l => ValueTuple.Create(l.Id, l.LastUsedAt)).SingleAsync());
        var rows = await Hall.Server.ReadAsync(db => db.Changes.ToListAsync());
        Assert.Equal(["people.added", "delegation.confirmed"], rows.Where(c => c.Actor == $"captain:{linkId}").Select(c => c.Kind));
        Assert.All(rows, c => Assert.DoesNotContain("Okafor", c.Summary, StringComparison.Ordinal));
        Assert.NotNull(used);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_a_form_without_its_token_is_refused()
    {
        var before = await Hall.Server.ReadAsync(db => db.Changes.MaxAsync(c => c.Sequence));
        await captain.GetAsync(link);
        await captain.GetAsync($"{link}/sheet");
        await captain.GetAsync($"{link}/not-here");
        Assert.Equal(HttpStatusCode.BadRequest, (await captain.PostRawAsync(link, ("_handler", "confirm"), ("confirmed", "3"))).Status);
        Assert.Equal(before, await Hall.Server.ReadAsync(db => db.Changes.MaxAsync(c => c.Sequence)));
        Assert.Null(await Hall.Server.ReadAsync(db => db.CaptainLinks.Select(l => l.LastUsedAt).SingleAsync()));
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed()
    {
        var page = await captain.PostAsync(link, "confirm", ("confirmed", "lots"));
        Assert.Equal("lots", page.Value("confirmed"));
        Assert.Contains("Give how many have confirmed", page.Text, StringComparison.Ordinal);
        var names = await captain.PostAsync(link, "add", ("names", "Grace Okafor\nGrace Okafor"));
        Assert.Contains("Line 2: this name is on the list already", names.Text, StringComparison.Ordinal);
        Assert.Matches("Grace Okafor(&#x[AD];|\\s)+Grace Okafor</textarea>", names.Html);
    }

    [Fact]
    public async Task After_the_close_the_numbers_stay_as_they_are()
    {
        var open = await captain.GetAsync(link);
        await Hall.Server.ChangeAsync(db => db.Assemblies.Attach(Hall.Assembly).Entity.State = AssemblyState.Closed);
        var late = await captain.SendAsync(open, link, "add", ("names", "Grace Okafor"));
        Assert.NotEqual(HttpStatusCode.Redirect, late.Status);
        Assert.Contains("The assembly is over", (await captain.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Hall.Server.ReadAsync(db => db.People.CountAsync(p => p.InstitutionId == Hall.Institution.Id)));
    }

    [Fact]
    public async Task The_organiser_issues_replaces_and_revokes_the_link_on_the_delegations_page()
    {
        var issued = await Maria.PostAsync(OrganisersPage, "captain", ("do", "issue"));
        var address = Address().Match(issued.Text).Value;
        Assert.Equal(HttpStatusCode.OK, (await captain.GetAsync(address)).Status);
        Assert.DoesNotContain("cap_", (await Maria.GetAsync(OrganisersPage)).Text, StringComparison.Ordinal);
        await Maria.PostAsync(OrganisersPage, "captain", ("do", "revoke"));
        Assert.Equal(HttpStatusCode.Gone, (await captain.GetAsync(address)).Status);
        Assert.Contains("No link works now", (await Maria.GetAsync(OrganisersPage)).Text, StringComparison.Ordinal);
    }

    private async Task<string> IssueAsync() =>
        new Uri((await organiser.SendAsync<CaptainLinkReply>(Api, new { })).Address).AbsolutePath;

    [GeneratedRegex("/captain/cap_[A-Za-z0-9_-]{43}")]
    private static partial Regex Address();
}
