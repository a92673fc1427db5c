using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>Groups, delegation passes, walk-ups, clickers, paper, exits: each counted once, each answered in the words of turnout.md, rule 5.</summary>
public sealed class EveryWayInTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice steward = null!;
    private PairedDevice desk = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
        desk = await hall.PairAsync(DeviceRole.Desk);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_delegation_pass_asks_how_many_came_and_then_lets_them_in_once()
    {
        var coach = await hall.IssueDelegationPassAsync("Coach 3", 40, 5);
        var asked = await OneAsync(steward, hall.Scan(coach));
        Assert.Equal((ScanOutcome.NeedsInfo, "Coach 3", 40, 5), (asked.Outcome, asked.Label, asked.Adults, asked.Under18s));
        Assert.Equal(0, await ArrivedAsync());

        var admitted = await OneAsync(steward, hall.Scan(coach, ScanMethod.Group) with { Adults = 38, Under18s = 6 });
        Assert.Equal((ScanOutcome.Admitted, 38, 6), (admitted.Outcome, admitted.Adults, admitted.Under18s));
        Assert.Equal(44, await ArrivedAsync());
        Assert.Equal(6, await hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Under18s)));

        var again = await OneAsync(steward, hall.Scan(coach));
        Assert.Equal((ScanOutcome.AlreadyIn, "North door"), (again.Outcome, again.FirstDoor));
        Assert.Equal(44, await ArrivedAsync());
    }

    [Fact]
    public async Task A_pass_for_one_person_is_no_group()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var answer = await OneAsync(steward, hall.Scan(pass.Token, ScanMethod.Group) with { Adults = 30 });
        Assert.Equal(ScanOutcome.Error, answer.Outcome);
        Assert.Contains("one person", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(0, await ArrivedAsync());
    }

    [Fact]
    public async Task Groups_and_walk_ups_count_for_their_institution_or_for_none()
    {
        await steward.SendAsync(
            hall.Fact(ScanMethod.Group) with { InstitutionId = hall.Institution.Id, Adults = 12, Under18s = 3 },
            hall.Fact(ScanMethod.Walkup) with { InstitutionId = hall.Institution.Id },
            hall.Fact(ScanMethod.Walkup) with { Name = "Grace Lee" });
        var counts = await hall.Server.ReadAsync(db => db.TurnoutCounts.ToDictionaryAsync(c => c.InstitutionId, c => c.Arrived));
        Assert.Equal(16, counts[hall.Institution.Id]);
        Assert.Equal(1, counts[Guid.Empty]);
        Assert.Equal("Grace Lee", (await hall.Server.ReadAsync(db => db.WalkupNames.SingleAsync())).Name);
        Assert.DoesNotContain("Grace", await JournalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_an_institution_without_a_delegation_here_is_an_error()
    {
        var answer = await OneAsync(steward, hall.Fact(ScanMethod.Group) with { InstitutionId = Guid.NewGuid(), Adults = 2 });
        Assert.Equal(ScanOutcome.Error, answer.Outcome);
        Assert.Equal(0, await ArrivedAsync());
    }

    [Fact]
    public async Task A_clicker_counts_up_and_down_whatever_is_lost_repeated_or_late()
    {
        var counter = Guid.NewGuid().ToString();
        var clicks = hall.Fact(ScanMethod.Tally) with { Subject = counter, InstitutionId = hall.Institution.Id };
        ScanCommand Taps(int up, int down) => clicks with { ScanId = Guid.CreateVersion7(), DeviceSeq = hall.NextSeq(), Up = up, Down = down };
        await steward.SendAsync(Taps(3, 0), Taps(9, 2), Taps(5, 1));
        Assert.Equal(7, await ArrivedAsync());
        Assert.Equal(ScanOutcome.Error, (await OneAsync(desk, Taps(50, 0))).Outcome);
        Assert.Equal(7, await ArrivedAsync());
    }

    [Fact]
    public async Task A_paper_sheet_counts_its_ticked_codes_once_and_its_heads()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var answers = await desk.SendAsync(
            hall.Scan(pass.ShortCode, ScanMethod.Paper), hall.Scan(pass.ShortCode, ScanMethod.Paper),
            hall.Fact(ScanMethod.Paper) with { InstitutionId = hall.Institution.Id, Adults = 17 });
        Assert.Equal([ScanOutcome.Admitted, ScanOutcome.AlreadyIn, ScanOutcome.Admitted], answers.Select(a => a.Outcome));
        Assert.Equal(18, await ArrivedAsync());
        Assert.Equal(3, await hall.Server.ReadAsync(db => db.Scans.CountAsync(s => s.Method == ScanMethod.Paper)));
    }

    [Fact]
    public async Task Who_goes_out_has_arrived_and_is_not_present_and_may_come_back()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await steward.SendAsync(hall.Scan(pass.Token));
        Assert.Equal(ScanOutcome.ExitRecorded, (await OneAsync(steward, hall.Scan(pass.Token) with { Direction = ScanDirection.Out })).Outcome);
        Assert.Equal((1, 0), (await ArrivedAsync(), await PresentAsync()));
        Assert.Equal(ScanOutcome.NotInside, (await OneAsync(steward, hall.Scan(pass.Token) with { Direction = ScanDirection.Out })).Outcome);
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(steward, hall.Scan(pass.Token))).Outcome);
        Assert.Equal((1, 1), (await ArrivedAsync(), await PresentAsync()));
    }

    [Fact]
    public async Task The_desk_admits_whom_it_found_by_name()
    {
        var pass = (await hall.IssueAsync(1))[0];
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(desk, hall.Scan(pass.Pass.Id.ToString(), ScanMethod.Search))).Outcome);
        Assert.Equal(ScanOutcome.AlreadyIn, (await OneAsync(steward, hall.Scan(pass.Token))).Outcome);
    }

    [Fact]
    public async Task A_full_room_sends_people_to_the_overflow_and_an_overflow_door_admits_them()
    {
        await hall.Server.ChangeAsync(db =>
        {
            var assembly = db.Assemblies.Attach(hall.Assembly).Entity;
            (assembly.RoomCapacity, assembly.Overflow) = (2, "St Mary's hall");
        });
        var overflow = await hall.PairAtOverflowAsync();
        var passes = await hall.IssueAsync(5);
        var answers = await steward.SendAsync([.. passes.Take(3).Select(p => hall.Scan(p.Token))]);
        Assert.Equal([ScanOutcome.Admitted, ScanOutcome.Admitted, ScanOutcome.RoomFullRedirect], answers.Select(a => a.Outcome));
        Assert.Equal("St Mary's hall", answers[2].RedirectTo);
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(overflow, hall.Scan(passes[2].Token))).Outcome);
        // One goes home: there is room for one again, however many are in the overflow.
        await steward.SendAsync(hall.Scan(passes[0].Token) with { Direction = ScanDirection.Out });
        answers = await steward.SendAsync(hall.Scan(passes[3].Token), hall.Scan(passes[4].Token));
        Assert.Equal([ScanOutcome.Admitted, ScanOutcome.RoomFullRedirect], answers.Select(a => a.Outcome));
    }

    [Theory]
    [InlineData(DeviceRole.Steward, "Ada")]
    [InlineData(DeviceRole.Kiosk, null)]
    public async Task A_name_is_told_to_staff_with_the_pass_in_hand_and_never_by_a_kiosk(DeviceRole role, string? told)
    {
        var token = await hall.IssueNamedAsync("Ada");
        Assert.Equal(told, (await OneAsync(await hall.PairAsync(role), hall.Scan(token))).Name);
    }

    [Fact]
    public async Task A_live_scan_of_a_device_whose_clock_is_wrong_says_so()
    {
        var passes = await hall.IssueAsync(2);
        var now = hall.Server.Clock.GetCurrentInstant();
        Assert.False((await OneAsync(steward, hall.Scan(passes[0].Token) with { ClientAt = now - Duration.FromMinutes(1) })).Skewed);
        Assert.True((await OneAsync(steward, hall.Scan(passes[1].Token) with { ClientAt = now - Duration.FromMinutes(3) })).Skewed);
    }

    private static async Task<ScanAnswer> OneAsync(PairedDevice device, ScanCommand scan) => (await device.SendAsync(scan))[0];

    private Task<int> ArrivedAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived));

    private Task<int> PresentAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Inside));

    private Task<string> JournalAsync() => hall.Server.ReadAsync(async db => string.Join('\n', await db.Changes.Select(c => c.Kind + c.Summary).ToListAsync()));
}
