using System.Net;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Numbers;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

public sealed class TurnoutNumbersTests : HallPages
{
    private HttpClient organiser = null!;
    private HttpClient steward = null!;

    private string Page => $"/assemblies/{Hall.Assembly.Id}/turnout";

    private string Api => $"/api/assemblies/{Hall.Assembly.Id}";

    protected override async Task ArrangeAsync()
    {
        organiser = await Hall.Server.OrganiserAsync();
        steward = (await Hall.PairAsync(DeviceRole.Steward)).Http();
    }

    [Fact]
    public async Task Every_number_is_kept_apart()
    {
        await Hall.Server.ChangeAsync(db => db.People.Add(
            new Person { AssemblyId = Hall.Assembly.Id, InstitutionId = Hall.Institution.Id, Name = "Grace Okafor", RegisteredAt = TestServer.Evening }));
        await organiser.PutAsJsonAsync($"{Api}/institutions/{Hall.Institution.Id}/confirmed", new ConfirmCommand(90), WireFormat.Json);
        var passes = await Hall.IssueAsync(2);
        await ScanAsync(Hall.Scan(passes[0].Token), Hall.Scan(passes[1].Token), Group(20, 10), Walkup());
        await ScanAsync(Hall.Scan(passes[1].Token) with { Direction = ScanDirection.Out });

        var report = await ReadAsync();

        var mary = Assert.Single(report.Institutions, i => i.InstitutionId == Hall.Institution.Id);
        Assert.Equal(new TurnoutNumbers(Pledged: 100, Registered: 1, Confirmed: 90, Forecast: 88, Arrived: 32, PresentNow: 31, Under18s: 10), mary.Numbers);
        Assert.Equal((33, 32, 1), (report.Totals.Arrived, report.Totals.PresentNow, report.ConfirmedBy));
        Assert.Equal(("No institution named", 1), (report.Institutions[^1].Institution, report.Institutions[^1].Numbers.Arrived));
        Assert.Equal(("North door", 33), (report.Doors[0].Door, report.Doors[0].Arrived));
    }

    [Fact]
    public async Task A_forecast_rests_on_the_institutions_own_closed_assemblies_before_this_one()
    {
        await EarlierAsync("spring", 2026, 4, pledged: 100, arrived: 50, AssemblyState.Closed);
        await EarlierAsync("still-open", 2026, 9, pledged: 100, arrived: 1, AssemblyState.Open);
        await EarlierAsync("later", 2027, 4, pledged: 100, arrived: 1, AssemblyState.Closed);

        var mary = (await ReadAsync()).Institutions.Single();

        Assert.Equal((50, "50 % of the pledge, as at its last assembly."), (mary.Numbers.Forecast, mary.ForecastBasis));
    }

    [Fact]
    public async Task The_page_warns_when_the_room_fills_and_leaves_overflow_rooms_out()
    {
        await Hall.Server.ChangeAsync(db => db.Assemblies.Attach(Hall.Assembly).Entity.RoomCapacity = 100);
        await ScanAsync(Group(91, 0));
        var nearly = await Maria.GetAsync(Page);
        await Hall.Server.ChangeAsync(db => db.Doors.Attach(Hall.Door).Entity.IsOverflow = true);
        var elsewhere = await Maria.GetAsync(Page);

        Assert.Contains("91 %: nearly full. Open the overflow room now. 91 of 100 in the room.", nearly.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 100 in the room", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_curve_and_can_be_told_to_refresh_and_to_pause()
    {
        await ScanAsync(Group(20, 0));
        Hall.Server.Clock.Advance(Duration.FromMinutes(12));
        await ScanAsync(Group(7, 0));

        var page = await Maria.GetAsync(Page);
        var refreshing = await Maria.GetAsync($"{Page}?refresh=on");

        Assert.Contains("most at 17:00: 20", page.Text, StringComparison.Ordinal);
        Assert.Contains("17:10 7", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\" content=\"30\"", refreshing.Html, StringComparison.Ordinal);
        Assert.Contains("Pause", refreshing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_downloaded_table_runs_nothing_when_it_is_opened()
    {
        await Hall.Server.ChangeAsync(db =>
        {
            var evil = new Institution { Name = "=HYPERLINK(\"http://x\")", NameKey = "hyperlink" };
            db.Add(evil);
            db.Add(new Delegation { AssemblyId = Hall.Assembly.Id, InstitutionId = evil.Id, Pledge = 5 });
        });
        var file = await Maria.GetAsync($"{Page}.csv");
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\",,5,0,,4,0,0,0,", file.Html, StringComparison.Ordinal);
        Assert.Contains("Together,,105,0,,92,0,0,0,", file.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_number_can_be_set_changed_taken_back_and_not_be_nonsense()
    {
        var path = $"{Api}/institutions/{Hall.Institution.Id}/confirmed";
        Assert.Equal(["confirmed"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await organiser.PutAsJsonAsync(path, new ConfirmCommand(-1), WireFormat.Json)));
        await organiser.PutAsJsonAsync(path, new ConfirmCommand(40), WireFormat.Json);
        Assert.Equal(40, (await organiser.ReadAsync<DelegationTable>($"{Api}/institutions")).Rows[0].Confirmed);
        await organiser.PutAsJsonAsync(path, new ConfirmCommand(), WireFormat.Json);
        Assert.Null((await organiser.ReadAsync<DelegationTable>($"{Api}/institutions")).Rows[0].Confirmed);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.PutAsJsonAsync($"{Api}/institutions/{Guid.NewGuid()}/confirmed", new ConfirmCommand(1))).StatusCode);
    }

    [Fact]
    public async Task A_delegation_of_which_people_arrived_stays_on_the_list()
    {
        await ScanAsync(Group(7, 0));
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, await organiser.DeleteAsync($"{Api}/institutions/{Hall.Institution.Id}")));
    }

    private ScanCommand Group(int adults, int under18s) =>
        Hall.Scan("", ScanMethod.Group) with { InstitutionId = Hall.Institution.Id, Adults = adults, Under18s = under18s };

    private ScanCommand Walkup() => Hall.Scan("", ScanMethod.Walkup);

    private Task<TurnoutReport> ReadAsync() => organiser.ReadAsync<TurnoutReport>($"{Api}/turnout");

    private async Task ScanAsync(params ScanCommand[] scans)
    {
        var reply = await steward.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch(scans));
        Assert.All(reply.Answers, a => Assert.True(DoorRules.LetsPass(a.Outcome), $"{a.Outcome} {a.Reason}"));
    }

    private Task EarlierAsync(string slug, int year, int month, int pledged, int arrived, AssemblyState state) => Hall.Server.ChangeAsync(db =>
    {
        var day = new LocalDateTime(year, month, 1, 18, 0);
        var earlier = new AccountabilityAssembly
        {
            Slug = slug, Title = slug, Venue = "Hall", TimeZone = "Europe/London", Doors = day, Start = day.PlusHours(1), HardEnd = day.PlusHours(2), RoomCapacity = 500,
            State = state,
        };
        db.Add(earlier);
        db.Add(new Delegation { AssemblyId = earlier.Id, InstitutionId = Hall.Institution.Id, Pledge = pledged });
        db.Add(new TurnoutCount { AssemblyId = earlier.Id, InstitutionId = Hall.Institution.Id, DoorId = Guid.Empty, Arrived = arrived });
    });
}
