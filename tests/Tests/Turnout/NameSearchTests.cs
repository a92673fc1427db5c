using System.Net;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 32: the desk's search.</summary>
public sealed class NameSearchTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient desk = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        desk = (await hall.PairAsync(DeviceRole.Desk)).Http();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Theory]
    [InlineData("zoe")]
    [InlineData("ZOË ber")]
    [InlineData("bér")]
    [InlineData("zoe  mary")]
    public async Task A_name_is_found_by_the_beginnings_of_its_words_whatever_the_accents_and_the_case(string query)
    {
        await NamedAsync("Zoë Bérengère", "Adam Smith");
        var found = Assert.Single((await FindAsync(query)).Found);
        Assert.Equal(("Zoë Bérengère", "St Mary's", Whereabouts.NotYet), (found.Name, found.Institution, found.State));
    }

    [Theory]
    [InlineData("mary")]
    [InlineData("oe berengere")]
    [InlineData("zoe luke")]
    public async Task An_institution_finds_nobody_by_itself_and_no_word_is_found_in_its_middle(string query)
    {
        await NamedAsync("Zoë Bérengère");
        Assert.Empty((await FindAsync(query)).Found);
    }

    [Theory, InlineData(""), InlineData("zo"), InlineData("z o"), InlineData("'''''")]
    public async Task Fewer_than_three_letters_are_refused(string query) =>
        Assert.Equal(["query"], await desk.RefusedAsync(HttpStatusCode.BadRequest, "/api/door/search", new NameQuery(query)));

    [Fact]
    public async Task A_query_that_is_no_name_is_refused() => Assert.Equal(
        ["query"], await desk.RefusedAsync(HttpStatusCode.BadRequest, "/api/door/search", new NameQuery(new string('a', 101))));

    [Fact]
    public async Task At_most_twenty_are_listed_and_the_desk_is_told_that_there_are_more()
    {
        await NamedAsync([.. Enumerable.Range(0, 21).Select(i => $"Maria {(char)('A' + i)}")]);
        var reply = await FindAsync("maria");
        Assert.Equal((20, true), (reply.Found.Count, reply.More));
        Assert.Equal("Maria A", reply.Found[0].Name);
        Assert.False((await FindAsync("maria c")).More);
    }

    [Fact]
    public async Task A_search_says_when_and_where_somebody_came_in_and_whether_they_went_out()
    {
        var pass = (await NamedAsync("Maria Lopez"))[0];
        await ScanAsync(hall.Scan($"{pass.Id}", ScanMethod.Search));
        var now = hall.Server.Clock.GetCurrentInstant();
        var found = (await FindAsync("maria")).Found[0];
        Assert.Equal((pass.Id, Whereabouts.Inside, now, "North door"), (found.PassId!.Value, found.State, found.FirstAt!.Value, found.Door));

        hall.Server.Clock.Advance(Duration.FromMinutes(5));
        await ScanAsync(hall.Scan($"{pass.Id}", ScanMethod.Search) with { Direction = ScanDirection.Out });
        found = (await FindAsync("maria")).Found[0];
        Assert.Equal((Whereabouts.GoneOut, now), (found.State, found.FirstAt!.Value));
    }

    [Fact]
    public async Task A_person_without_a_pass_is_found_too_and_a_withdrawn_pass_says_so()
    {
        var pass = (await NamedAsync("Maria Lopez"))[0];
        await hall.Server.ChangeAsync(db =>
        {
            db.Passes.Attach(pass).Entity.Status = PassStatus.Revoked;
            db.Add(new Person { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, Name = "Maria Passless" });
        });
        var found = (await FindAsync("maria")).Found;
        Assert.True(found[0].IsRevoked);
        Assert.Null(found[1].PassId);
    }

    [Fact]
    public async Task A_delegation_pass_is_found_by_its_own_words()
    {
        var pass = (await hall.IssueAsync(1))[0].Pass;
        await hall.Server.ChangeAsync(db =>
        {
            var coach = db.Passes.Attach(pass).Entity;
            (coach.Label, coach.Adults, coach.Under18s) = ("Coach 3", 40, 8);
        });
        var found = (await FindAsync("coach")).Found[0];
        Assert.Equal(("Coach 3", 40, 8), (found.Name, found.Adults!.Value, found.Under18s!.Value));
    }

    [Fact]
    public async Task A_walk_up_who_gave_a_name_is_found_until_it_is_taken_back()
    {
        var walkup = hall.Scan("", ScanMethod.Walkup) with { Name = "Maria Lopez" };
        await ScanAsync(walkup);
        var found = (await FindAsync("lopez")).Found[0];
        Assert.Equal((walkup.ScanId, Whereabouts.Inside), (found.WalkupScanId!.Value, found.State));

        await ScanAsync(hall.Scan("") with { Undoes = walkup.ScanId, Reason = "Has a pass" });
        Assert.Empty((await FindAsync("lopez")).Found);
    }

    [Fact]
    public async Task Each_search_leaves_a_row_in_the_journal_without_its_words()
    {
        await NamedAsync("Maria Lopez");
        await FindAsync("lopez");
        var row = await hall.Server.ReadAsync(db => db.Changes.SingleAsync(c => c.Kind == "name.searched"));
        Assert.Equal("A name was searched for.", row.Summary);
        Assert.Null(row.Subject);
    }

    [Fact]
    public async Task Another_assemblys_people_are_not_found()
    {
        var other = await hall.AnotherAssemblyAsync();
        await hall.Server.ChangeAsync(db => db.Add(new Person { AssemblyId = other, InstitutionId = hall.Institution.Id, Name = "Maria Foreign" }));
        Assert.Empty((await FindAsync("maria")).Found);
    }

    private Task<NameSearchReply> FindAsync(string query) => desk.SendAsync<NameSearchReply>("/api/door/search", new NameQuery(query));

    private async Task ScanAsync(ScanCommand scan) =>
        Assert.NotEqual(ScanOutcome.Error, (await desk.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([scan]))).Answers[0].Outcome);

    private async Task<IReadOnlyList<Pass>> NamedAsync(params string[] names)
    {
        var passes = (await hall.IssueAsync(names.Length)).Select(p => p.Pass).ToList();
        await hall.Server.ChangeAsync(db =>
        {
            foreach (var (pass, name) in passes.Zip(names))
            {
                var person = new Person { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, Name = name };
                db.Add(person);
                db.Passes.Attach(pass).Entity.PersonId = person.Id;
            }
        });
        return passes;
    }
}
