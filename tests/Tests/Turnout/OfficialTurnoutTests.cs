using System.Net;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Official;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 26: frozen once, never changed, corrected in public.</summary>
public sealed class OfficialTurnoutTests : HallPages
{
    private HttpClient organiser = null!;
    private HttpClient steward = null!;

    private string Path => $"/api/assemblies/{Hall.Assembly.Id}/turnout/official";

    private StoppedClock Clock => Hall.Server.Clock;

    protected override async Task ArrangeAsync()
    {
        organiser = await Hall.Server.OrganiserAsync();
        steward = (await Hall.PairAsync(DeviceRole.Steward)).Http();
    }

    [Fact]
    public async Task What_is_frozen_says_how_many_came_when_and_how_they_were_counted()
    {
        var pass = (await Hall.IssueAsync(1))[0];
        await ScanAsync(Hall.Scan(pass.Token), Group(60, 30), Walkup());
        var figure = await FreezeAsync();
        Assert.Equal((1, 92, 30, 100, 1, 0), (figure.Number, figure.Arrived, figure.Under18s, figure.Pledged, figure.Institutions, figure.SilentDevices));
        Assert.Equal(Clock.GetCurrentInstant(), figure.At);
        Assert.Equal("Counted at the doors: groups counted by head 98 %, passes 1 %, people without a pass 1 %.", figure.Method);
    }

    [Fact]
    public async Task Later_arrivals_leave_the_figure_alone_and_late_uploads_correct_it_without_changing_it()
    {
        await ScanAsync(Group(40, 0));
        Clock.Advance(Duration.FromMinutes(10));
        var frozen = await FreezeAsync();
        Clock.Advance(Duration.FromMinutes(5));

        await ScanAsync(Group(7, 0));
        var afterLatecomers = (await ListAsync())[0];
        await ScanAsync(Offline(Group(13, 5), minutesAgo: 8));
        var afterUpload = (await ListAsync())[0];

        Assert.Null(afterLatecomers.Corrected);
        Assert.Equal((40, 58), (afterUpload.Arrived, afterUpload.Corrected));
        Assert.Equal(frozen with { Corrected = 58 }, afterUpload);
    }

    [Fact]
    public async Task A_clicker_that_goes_on_after_the_freeze_corrects_nothing_and_its_late_presses_do()
    {
        var counter = $"{Guid.NewGuid()}";
        await ScanAsync(Tally(counter, 20));
        Clock.Advance(Duration.FromMinutes(10));
        Assert.Equal(20, (await FreezeAsync()).Arrived);
        Clock.Advance(Duration.FromMinutes(5));
        await ScanAsync(Tally(counter, 35));
        Assert.Null((await ListAsync())[0].Corrected);
        await ScanAsync(Offline(Tally(counter, 24), minutesAgo: 9));
        Assert.Equal(24, (await ListAsync())[0].Corrected);
    }

    [Fact]
    public async Task A_scan_taken_back_after_the_freeze_is_a_correction_too()
    {
        var wrong = Group(15, 0);
        await ScanAsync(Group(40, 0), wrong);
        await FreezeAsync();
        Clock.Advance(Duration.FromMinutes(3));
        await ScanAsync(Hall.Scan("") with { Undoes = wrong.ScanId });
        Assert.Equal((55, 40), ((await ListAsync())[0].Arrived, (await ListAsync())[0].Corrected));
    }

    [Fact]
    public async Task The_public_page_and_the_projector_show_the_official_figure_and_its_correction()
    {
        using var phone = new PageClient(Hall.Server.Address);
        var projector = (await Hall.PairAsync(DeviceRole.Projector)).Http();
        await ScanAsync(Group(40, 0));
        var running = (await phone.GetAsync("/a/london-2026")).Text;
        Clock.Advance(Duration.FromMinutes(10));
        await FreezeAsync();
        Clock.Advance(Duration.FromMinutes(5));
        await ScanAsync(Group(7, 0));
        var frozen = (await phone.GetAsync("/a/london-2026")).Text;
        await ScanAsync(Offline(Group(13, 0), minutesAgo: 8));
        var corrected = (await phone.GetAsync("/a/london-2026")).Text;
        var screen = await projector.ReadAsync<ScreenPresent>("/api/screen");

        Assert.Matches(@"40\s+people have arrived", running);
        Assert.Contains("Official turnout 40 at 17:10.", frozen, StringComparison.Ordinal);
        Assert.DoesNotContain("47", frozen, StringComparison.Ordinal);
        Assert.Contains("Official turnout 40 at 17:10; corrected to 53 after late uploads.", corrected, StringComparison.Ordinal);
        Assert.Contains("Counted at the doors: groups counted by head 100 %.", corrected, StringComparison.Ordinal);
        Assert.Equal((40, 53), (screen.Turnout.Official!.Arrived, screen.Turnout.Official.Corrected));
    }

    [Fact]
    public async Task It_is_frozen_again_only_with_a_reason_and_the_first_stays()
    {
        await ScanAsync(Group(40, 0));
        await FreezeAsync();
        Assert.Equal(["reason"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new FreezeCommand()));
        await ScanAsync(Group(2, 0));
        await organiser.SendAsync<OfficialFigure>(Path, new FreezeCommand("By hand, at the roll call.", "The gallery was forgotten."));
        var all = await ListAsync();
        Assert.Equal([(2, 42, "By hand, at the roll call."), (1, 40, "Counted at the doors: groups counted by head 100 %.")], all.Select(f => (f.Number, f.Arrived, f.Method)));
        Assert.Equal("The gallery was forgotten.", all[0].Reason);
    }

    [Fact]
    public async Task Devices_that_were_silent_are_counted_with_the_figure()
    {
        await ScanAsync(Group(40, 0));
        Clock.Advance(Duration.FromMinutes(7));
        var turnout = await Maria.GetAsync($"/assemblies/{Hall.Assembly.Id}/turnout");
        Assert.Contains("1 device has not been heard from for 7 minutes", turnout.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await FreezeAsync()).SilentDevices);
    }

    [Fact]
    public async Task An_assembly_that_was_never_open_has_nothing_to_freeze()
    {
        await Hall.Server.ChangeAsync(db => db.Assemblies.Attach(Hall.Assembly).Entity.State = AssemblyState.Preparing);
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, Path, new FreezeCommand()));
    }

    [Fact]
    public async Task The_organiser_freezes_on_the_page_with_the_method_filled_in()
    {
        await ScanAsync(Group(40, 0));
        var page = $"/assemblies/{Hall.Assembly.Id}/turnout/official";
        Assert.Contains("groups counted by head 100 %", (await Maria.GetAsync(page)).Text, StringComparison.Ordinal);
        await Maria.PostAsync(page, "freeze", ("method", "Scanned at two doors."));
        var again = await Maria.PostAsync(page, "freeze", ("method", "Typed and kept"), ("reason", ""));
        var stored = await Hall.Server.ReadAsync(db => db.OfficialTurnouts.SingleAsync());
        Assert.Equal((40, "Scanned at two doors."), (stored.Arrived, stored.Method));
        Assert.Contains("Typed and kept", again.Text, StringComparison.Ordinal);
        Assert.Contains("Say in 1 to 200 characters why", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_before_freezing_what_would_be_frozen_and_what_may_be_missing()
    {
        var pass = (await Hall.IssueAsync(1))[0];
        await ScanAsync(Group(40, 2), Hall.Scan(pass.Token));
        await ScanAsync(Hall.Scan(pass.Token) with { Direction = ScanDirection.Out });
        Clock.Advance(Duration.FromMinutes(7));
        var page = (await Maria.GetAsync($"/assemblies/{Hall.Assembly.Id}/turnout/official")).Text;
        Assert.Contains("Frozen now, at 17:07, the official turnout would be 43 arrived ; 42 of them are present now. 1 device has not been heard from for 7 minutes", page, StringComparison.Ordinal);
        Assert.Equal(43, (await FreezeAsync()).Arrived);
    }

    [Fact]
    public async Task Institutions_under_the_threshold_are_on_no_screen_and_in_the_total()
    {
        await ScanAsync(Group(4, 0));
        await Hall.Server.ChangeAsync(db => db.Assemblies.Attach(Hall.Assembly).Entity.SmallestShown = 5);
        var projector = (await Hall.PairAsync(DeviceRole.Projector)).Http();
        var few = (await projector.ReadAsync<ScreenPresent>("/api/screen")).Turnout;
        await ScanAsync(Group(1, 0));
        var enough = (await projector.ReadAsync<ScreenPresent>("/api/screen")).Turnout;

        Assert.Equal((4, 1), (few.Arrived, few.NotListed));
        Assert.Empty(few.Institutions);
        Assert.Empty(few.Latest);
        Assert.Equal((1, 0), (enough.Institutions.Count, enough.NotListed));
    }

    private ScanCommand Group(int adults, int under18s) =>
        Hall.Scan("", ScanMethod.Group) with { InstitutionId = Hall.Institution.Id, Adults = adults, Under18s = under18s };

    private ScanCommand Walkup() => Hall.Scan("", ScanMethod.Walkup);

    private ScanCommand Tally(string counter, int up) => Hall.Scan(counter, ScanMethod.Tally) with { Up = up, Down = 0 };

    private ScanCommand Offline(ScanCommand scan, int minutesAgo) =>
        scan with { ClientAt = Clock.GetCurrentInstant() - Duration.FromMinutes(minutesAgo), Decided = ScanOutcome.Admitted };

    private Task<OfficialFigure> FreezeAsync() => organiser.SendAsync<OfficialFigure>(Path, new FreezeCommand());

    private Task<List<OfficialFigure>> ListAsync() => organiser.ReadAsync<List<OfficialFigure>>(Path);

    private async Task ScanAsync(params ScanCommand[] scans)
    {
        var reply = await steward.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch(scans));
        Assert.All(reply.Answers, a => Assert.True(DoorRules.LetsPass(a.Outcome) || a.Outcome == ScanOutcome.Undone, $"{a.Outcome} {a.Reason}"));
    }
}
