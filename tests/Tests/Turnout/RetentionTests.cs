using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Captain;
using Assemblies.Turnout.Numbers;
using Assemblies.Turnout.Retention;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 39: personal scans are anonymised N days after the close; counts stay.</summary>
public sealed class RetentionTests
{
    private static readonly Duration ToTheEnd = Duration.FromMinutes(225);

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Names_are_erased_so_many_days_after_the_end_and_the_counts_stay(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var organiser = await ArrangeAsync(hall);
        var before = await NumbersAsync(hall, organiser);

        server.Clock.Advance(ToTheEnd + Duration.FromDays(30) - Duration.FromSeconds(1));
        var tooEarly = await SweepAsync(server);
        var kept = await NamesAsync(server);
        server.Clock.Advance(Duration.FromSeconds(1));
        var due = await SweepAsync(server);
        var again = await SweepAsync(server);

        Assert.Equal((0, 4), (tooEarly, kept));
        Assert.Equal((1, 0), (due, again));
        Assert.Equal(0, await NamesAsync(server));
        Assert.Equal((32, 2), (before.Arrived, before.Registered));
        Assert.Equal(before, await NumbersAsync(hall, organiser));
        Assert.Equal(3, await server.ReadAsync(db => db.Scans.CountAsync()));
        Assert.Equal((2, 0), await server.ReadAsync(async db => (await db.Passes.CountAsync(), await db.Passes.CountAsync(p => p.PersonId != null))));
        var rows = await server.ReadAsync(db => db.Changes.Where(c => c.Kind == "names.erased").ToListAsync());
        Assert.Equal("30 days after the end 2 names of people, 1 of walk-ups, 1 of captains and 1 captain's links were erased. The counts stay.", Assert.Single(rows).Summary);
    }

    [Fact]
    public async Task A_late_close_counts_from_the_close_and_each_assembly_has_its_own_days()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var organiser = await ArrangeAsync(hall);
        await server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RetentionDays = 2);
        server.Clock.Advance(Duration.FromDays(1));
        await organiser.PostAsync($"/api/assemblies/{hall.Assembly.Id}/close", null);
        server.Clock.Advance(Duration.FromDays(2) - Duration.FromMinutes(1));
        Assert.Equal(0, await SweepAsync(server));
        server.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await SweepAsync(server));
    }

    [Fact]
    public async Task Of_a_testimony_the_paper_is_erased_and_what_was_agreed_to_stays()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var organiser = await server.OrganiserAsync();
        await hall.IssueNamedAsync("Grace Okafor");
        var person = await server.ReadAsync(db => db.People.SingleAsync());
        var path = $"/api/assemblies/{hall.Assembly.Id}/speakers";
        var speaker = await organiser.SendAsync<SpeakerRow>(path, new SpeakerCommand(
            hall.Institution.Id, "Grace", UnderstudyName: "Her sister", Language: "so", Interpreter: "Ali", Draft: "My landlord", Arrival: new ArrivalTagCommand(person.Id)));
        await organiser.PutAsJsonAsync($"{path}/{speaker.Id}/consents", new ConsentCommand([ConsentChannel.Web]), WireFormat.Json);
        using var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/ready", new ReadyCommand(Guid.NewGuid(), speaker.Id, 0, ReadinessStepKind.Arrived, "her daughter"));

        server.Clock.Advance(ToTheEnd + Duration.FromDays(30));
        Assert.Equal((1, 0), (await SweepAsync(server), await SweepAsync(server)));

        var left = (await organiser.ReadAsync<List<SpeakerRow>>(path)).Single();
        Assert.Equal(("Grace", null, null, null, null), (left.NameToShow, left.Draft, left.Understudy, left.Interpreter, left.Arrival));
        Assert.True(left.MayShow(ConsentChannel.Web));
        Assert.Null(await server.ReadAsync(db => db.ReadinessSteps.Select(s => s.With).SingleAsync()));
    }

    [Fact]
    public async Task A_server_erases_what_is_due_before_it_answers_anybody()
    {
        var hall = await Hall.OpenAsync(TestDatabaseKind.Postgres);
        await using var server = hall.Server;
        await ArrangeAsync(hall);
        await server.ChangeAsync(db =>
        {
            var assembly = db.Assemblies.Attach(hall.Assembly).Entity;
            (assembly.HardEnd, assembly.Start, assembly.Doors) = (assembly.HardEnd.PlusDays(-40), assembly.Start.PlusDays(-40), assembly.Doors.PlusDays(-40));
        });
        Assert.Equal(4, await NamesAsync(server));
        await using (await TestServer.StartAsync(beside: server))
            Assert.Equal(0, await NamesAsync(server));
    }

    private static async Task<HttpClient> ArrangeAsync(Hall hall)
    {
        var organiser = await hall.Server.OrganiserAsync();
        var api = $"/api/assemblies/{hall.Assembly.Id}";
        await hall.Server.ChangeAsync(db => db.Delegations.Single(d => d.AssemblyId == hall.Assembly.Id).Captain = "Ruth Amoah");
        await organiser.PostAsJsonAsync($"{api}/institutions/{hall.Institution.Id}/people", new AddPeopleCommand(["Grace Okafor", "Zadie Cole"]));
        await organiser.SendAsync<CaptainLinkReply>($"{api}/institutions/{hall.Institution.Id}/captain-link", new { });
        var passes = await organiser.SendAsync<List<IssuedPass>>($"{api}/passes", new IssueCommand());
        using var steward = (await hall.PairAsync(DeviceRole.Steward)).Http();
        var reply = await steward.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch(
        [
            hall.Scan(passes[0].Token),
            hall.Scan("", ScanMethod.Group) with { InstitutionId = hall.Institution.Id, Adults = 30, Under18s = 0 },
            hall.Scan("", ScanMethod.Walkup) with { InstitutionId = hall.Institution.Id, Name = "Ada Lovelace" },
        ]));
        Assert.All(reply.Answers, a => Assert.Equal(ScanOutcome.Admitted, a.Outcome));
        return organiser;
    }

    private static async Task<TurnoutNumbers> NumbersAsync(Hall hall, HttpClient organiser) =>
        (await organiser.ReadAsync<TurnoutReport>($"/api/assemblies/{hall.Assembly.Id}/turnout")).Totals;

    private static Task<int> SweepAsync(TestServer server) => server.Services.GetRequiredService<RetentionSweep>().SweepAsync(CancellationToken.None);

    // Two people, a walk-up, a captain.
    private static Task<int> NamesAsync(TestServer server) => server.ReadAsync(async db =>
        await db.People.CountAsync() + await db.WalkupNames.CountAsync() + await db.Delegations.CountAsync(d => d.Captain != null));
}
