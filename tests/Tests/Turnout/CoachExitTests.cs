using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>A coach goes out in part and comes back in part; and whoever was sent away is not counted because the server answered late.</summary>
public sealed class CoachExitTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice steward = null!;
    private string coach = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
        coach = await hall.IssueDelegationPassAsync("Coach 3", 30, 5);
        await CountAsync(ScanDirection.In, 24, 6);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_coach_at_the_exit_is_asked_how_many_go_and_all_of_those_inside_are_proposed()
    {
        var asked = await ScanAsync(ScanDirection.Out);
        Assert.Equal((ScanOutcome.NeedsInfo, 24, 6), (asked.Outcome, asked.Adults, asked.Under18s));
        Assert.Equal(ScanOutcome.ExitRecorded, (await CountAsync(ScanDirection.Out, 5, 2)).Outcome);
        Assert.Equal((30, 23), await CountsAsync());
        asked = await ScanAsync(ScanDirection.Out);
        Assert.Equal((ScanOutcome.NeedsInfo, 23, 0), (asked.Outcome, asked.Adults, asked.Under18s));
        await CountAsync(ScanDirection.Out, 23, 0);
        Assert.Equal((30, 0), await CountsAsync());
        Assert.Equal(ScanOutcome.NotInside, (await ScanAsync(ScanDirection.Out)).Outcome);
    }

    [Fact]
    public async Task A_part_that_comes_back_is_counted_as_those_who_came_and_nobody_arrives_twice()
    {
        await CountAsync(ScanDirection.Out, 9, 1);
        var asked = await ScanAsync(ScanDirection.In);
        Assert.Equal((ScanOutcome.NeedsInfo, 10, 0), (asked.Outcome, asked.Adults, asked.Under18s));
        Assert.Equal(ScanOutcome.Admitted, (await CountAsync(ScanDirection.In, 4, 0)).Outcome);
        Assert.Equal((30, 24), await CountsAsync());
        await CountAsync(ScanDirection.In, 6, 0);
        Assert.Equal((30, 30), await CountsAsync());
        Assert.Equal(ScanOutcome.AlreadyIn, (await ScanAsync(ScanDirection.In)).Outcome);
    }

    [Fact]
    public async Task A_coach_that_a_door_without_a_connection_let_out_uncounted_is_out_altogether_and_is_no_case_for_the_desk()
    {
        var answer = (await steward.SendAsync(hall.Scan(coach) with { Direction = ScanDirection.Out, Decided = ScanOutcome.ExitRecorded }))[0];
        Assert.Equal((ScanOutcome.ExitRecorded, null), (answer.Outcome, answer.Finding));
        Assert.Equal((30, 0), await CountsAsync());
    }

    [Fact]
    public async Task The_doors_learn_how_many_of_a_coach_are_outside()
    {
        await CountAsync(ScanDirection.Out, 7, 0);
        using var client = steward.Http();
        var roster = (await client.GetFromJsonAsync<Assemblies.Turnout.Roster.RosterSnapshot>("/api/door/roster", Assemblies.Wire.WireFormat.Json))!;
        Assert.Equal((true, 7), (roster.Passes.Single().Inside, roster.Passes.Single().Outside));
    }

    [Fact]
    public async Task Who_was_sent_away_while_the_server_let_them_in_is_taken_back_hours_later_at_the_time_of_the_scan()
    {
        var scan = hall.Scan((await hall.IssueAsync(1))[0].Token);
        Assert.Equal(ScanOutcome.Admitted, (await steward.SendAsync(scan))[0].Outcome);
        hall.Server.Clock.Advance(Duration.FromHours(2));
        var undo = hall.Fact(ScanMethod.Qr) with { Undoes = scan.ScanId, ClientAt = scan.ClientAt, Decided = ScanOutcome.Undone };
        Assert.Equal(ScanOutcome.Undone, (await steward.SendAsync(undo))[0].Outcome);
        Assert.Equal((30, 30), await CountsAsync());
    }

    private async Task<ScanAnswer> ScanAsync(ScanDirection direction) => (await steward.SendAsync(hall.Scan(coach) with { Direction = direction }))[0];

    private async Task<ScanAnswer> CountAsync(ScanDirection direction, int adults, int under18s)
    {
        hall.Server.Clock.Advance(Duration.FromMinutes(1));
        return (await steward.SendAsync(hall.Scan(coach, ScanMethod.Group) with { Direction = direction, Adults = adults, Under18s = under18s }))[0];
    }

    private Task<(int Arrived, int Inside)> CountsAsync() => hall.Server.ReadAsync(async db =>
    {
        var counts = await db.TurnoutCounts.ToListAsync();
        return (counts.Sum(c => c.Arrived), counts.Sum(c => c.Inside));
    });
}
