using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>Offline decisions, overrides, undo and lost phones (turnout.md, rules 15, 16, 27 and 30).</summary>
public sealed class OverruledTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice steward = null!;
    private PairedDevice other = null!;
    private PairedDevice supervisor = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
        other = await hall.PairAsync(DeviceRole.Steward);
        supervisor = await hall.PairAsync(DeviceRole.Supervisor);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Two_doors_without_a_connection_let_one_pass_in_it_counts_once_and_both_scans_are_kept()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var first = await OneAsync(steward, Offline(pass.Token));
        var second = await OneAsync(other, Offline(pass.Token));
        Assert.Equal((ScanOutcome.Admitted, ScanOutcome.DuplicateOffline), (first.Outcome, second.Outcome));
        Assert.Equal("North door", second.FirstDoor);
        Assert.Equal((1, 1), (await ArrivedAsync(), await PresentAsync()));
        Assert.Equal(2, await hall.Server.ReadAsync(db => db.Scans.CountAsync()));
    }

    [Fact]
    public async Task Of_two_counts_of_one_coach_the_larger_stands_whichever_came_first()
    {
        foreach (var numbers in new[] { (30, 33), (33, 30) })
        {
            var before = await ArrivedAsync();
            var coach = await hall.IssueDelegationPassAsync("Coach", 30, 0);
            await OneAsync(steward, Offline(coach) with { Method = ScanMethod.Group, Adults = numbers.Item1 });
            await OneAsync(other, Offline(coach) with { Method = ScanMethod.Group, Adults = numbers.Item2 });
            Assert.Equal(before + 33, await ArrivedAsync());
        }
    }

    [Theory]
    [InlineData(PassStatus.Revoked, ScanOutcome.Revoked)]
    [InlineData(PassStatus.Active, ScanOutcome.Unknown)]
    public async Task Who_was_let_in_without_a_connection_counts_once_and_stands_on_the_desks_list(PassStatus status, ScanOutcome finding)
    {
        var pass = (await hall.IssueAsync(1))[0];
        await hall.Server.ChangeAsync(db => db.Passes.Attach(pass.Pass).Entity.Status = status);
        var code = finding == ScanOutcome.Unknown ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : pass.Token;
        var answers = await steward.SendAsync(Offline(code) with { Forced = true }, Offline(code) with { Forced = true });
        Assert.All(answers, a => Assert.Equal((ScanOutcome.AdmittedAttention, finding), (a.Outcome, a.Finding)));
        Assert.Equal(1, await ArrivedAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_coach_that_one_door_counted_and_another_only_let_in_the_count_stands_whichever_came_first(bool countedFirst)
    {
        var coach = await hall.IssueDelegationPassAsync("Coach", 50, 0);
        var counted = Offline(coach) with { Method = ScanMethod.Group, Adults = 40 };
        var letIn = Offline(coach) with { Forced = true };
        await steward.SendAsync(countedFirst ? counted : letIn);
        await other.SendAsync(countedFirst ? letIn : counted);
        Assert.Equal((40, 40), (await ArrivedAsync(), await PresentAsync()));
    }

    [Fact]
    public async Task A_typed_code_that_a_device_decided_about_counts_and_tells_nobody_whose_it_is()
    {
        await hall.IssueNamedAsync("Grace Example");
        var pass = await hall.Server.ReadAsync(db => db.Passes.SingleAsync());
        var code = hall.Server.Services.GetRequiredService<PassKey>().ShortCode(pass.Id, 0);
        foreach (var told in new[] { ScanOutcome.NotOpen, ScanOutcome.Admitted, ScanOutcome.Admitted })
        {
            var answer = await OneAsync(steward, hall.Scan(code, ScanMethod.Code) with { Decided = told });
            Assert.Equal((null, null, null, null), (answer.Name, answer.Institution, answer.FirstAt, answer.FirstDoor));
        }
        Assert.Equal(1, await ArrivedAsync());
    }

    [Fact]
    public async Task After_sixty_wrong_codes_in_a_minute_a_right_one_is_kept_and_not_recognised()
    {
        var code = (await hall.IssueAsync(1))[0].ShortCode;
        ScanCommand Guess(string typed) => hall.Scan(typed, ScanMethod.Code) with { Decided = ScanOutcome.Admitted, Forced = true };
        await steward.SendAsync([.. Enumerable.Range(0, 60).Select(i => Guess($"0000{i:0000}"))]);
        Assert.Equal(ScanOutcome.Unknown, (await OneAsync(steward, Guess(code))).Finding);
        hall.Server.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(steward, Guess(code))).Outcome);
    }

    [Fact]
    public async Task A_counter_is_put_right_with_minus_and_not_taken_back()
    {
        var tap = hall.Fact(ScanMethod.Tally) with { Subject = Guid.NewGuid().ToString(), Up = 8, Down = 0 };
        await steward.SendAsync(tap);
        Assert.Equal(ScanOutcome.Error, (await OneAsync(steward, Undo(tap))).Outcome);
        Assert.Equal(8, await ArrivedAsync());
    }

    [Fact]
    public async Task A_sheet_keeps_its_time_although_the_tablet_that_copies_it_was_paired_later()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var written = TestServer.Evening - Duration.FromHours(6);
        await supervisor.SendAsync(hall.Scan(pass.ShortCode, ScanMethod.Paper) with { ClientAt = written });
        Assert.Equal(written, (await hall.Server.ReadAsync(db => db.Admissions.SingleAsync())).At);
    }

    [Fact]
    public async Task What_a_door_refused_by_itself_is_never_admitted_afterwards()
    {
        var pass = (await hall.IssueAsync(1))[0];
        Assert.Equal(ScanOutcome.Revoked, (await OneAsync(steward, Offline(pass.Token) with { Decided = ScanOutcome.Revoked })).Outcome);
        Assert.Equal(0, await ArrivedAsync());
    }

    [Fact]
    public async Task Scans_that_arrive_after_the_close_still_count()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var scan = Offline(pass.Token);
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = AssemblyState.Closed);
        var answer = await OneAsync(steward, scan);
        Assert.Equal((ScanOutcome.AdmittedAttention, ScanOutcome.Closed), (answer.Outcome, answer.Finding));
        Assert.Equal(1, await ArrivedAsync());
    }

    [Fact]
    public async Task A_steward_does_not_let_in_against_the_rules_and_a_supervisor_does_with_a_reason()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await steward.SendAsync(hall.Scan(pass.Token));
        var forced = hall.Scan(pass.Token) with { Forced = true, Reason = "Her husband used the copy." };
        Assert.Equal(ScanOutcome.Error, (await OneAsync(steward, forced)).Outcome);

        var answer = await OneAsync(supervisor, hall.Scan(pass.Token) with { Forced = true, Reason = "Her husband used the copy." });
        Assert.Equal((ScanOutcome.AdmittedAttention, ScanOutcome.AlreadyIn), (answer.Outcome, answer.Finding));
        Assert.Equal((2, 2), (await ArrivedAsync(), await PresentAsync()));

        using var client = supervisor.Http();
        var silent = await client.PostAsJsonAsync("/api/scans", new ScanBatch([hall.Scan(pass.Token) with { Forced = true }]), WireFormat.Json);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, silent.StatusCode);
    }

    [Fact]
    public async Task A_device_takes_its_own_scan_back_within_a_quarter_of_an_hour_and_no_later()
    {
        var passes = await hall.IssueAsync(2);
        var scans = passes.Select(p => hall.Scan(p.Token)).ToList();
        await steward.SendAsync(scans);
        hall.Server.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal(ScanOutcome.Undone, (await OneAsync(steward, Undo(scans[0]))).Outcome);
        Assert.Equal(ScanOutcome.Undone, (await OneAsync(steward, Undo(scans[0]))).Outcome);
        Assert.Equal((1, 1), (await ArrivedAsync(), await PresentAsync()));
        hall.Server.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(ScanOutcome.Error, (await OneAsync(steward, Undo(scans[1]))).Outcome);
        Assert.Equal(1, await ArrivedAsync());
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(steward, hall.Scan(passes[0].Token))).Outcome);
        Assert.Equal(2, await ArrivedAsync());
    }

    [Fact]
    public async Task Another_devices_scan_is_taken_back_by_a_supervisor_with_a_reason_only()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var scan = hall.Scan(pass.Token);
        await steward.SendAsync(scan);
        hall.Server.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(ScanOutcome.Error, (await OneAsync(other, Undo(scan) with { Reason = "Because" })).Outcome);
        Assert.Equal(ScanOutcome.Error, (await OneAsync(supervisor, Undo(scan))).Outcome);
        Assert.Equal(1, await ArrivedAsync());
        Assert.Equal(ScanOutcome.Undone, (await OneAsync(supervisor, Undo(scan) with { Reason = "Wrong person" })).Outcome);
        Assert.Equal((0, 0), (await ArrivedAsync(), await PresentAsync()));
    }

    [Fact]
    public async Task Taking_back_one_of_two_doors_scans_of_a_pass_leaves_it_admitted_by_the_other()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var scan = Offline(pass.Token);
        await steward.SendAsync(scan);
        await other.SendAsync(Offline(pass.Token));
        await steward.SendAsync(Undo(scan));
        Assert.Equal((1, 1), (await ArrivedAsync(), await PresentAsync()));
    }

    [Fact]
    public async Task A_scan_that_was_taken_back_before_it_arrived_counts_nothing()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var scan = Offline(pass.Token);
        await steward.SendAsync(Undo(scan));
        await steward.SendAsync(scan);
        Assert.Equal((0, 0), (await ArrivedAsync(), await PresentAsync()));
    }

    [Fact]
    public async Task A_lost_phone_hands_in_what_it_let_in_before_it_was_revoked_and_learns_nothing()
    {
        var passes = await hall.IssueAsync(2);
        var before = Offline(passes[0].Token);
        hall.Server.Clock.Advance(Duration.FromMinutes(1));
        var lost = await hall.RevokedAsync(DeviceRole.Steward);
        hall.Server.Clock.Advance(Duration.FromMinutes(1));
        using var client = lost.Http();
        var response = await client.PostAsJsonAsync("/api/scans/drain", new ScanBatch([before, Offline(passes[1].Token)]), WireFormat.Json);
        response.EnsureSuccessStatusCode();
        Assert.DoesNotContain("St Mary", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await response.Content.ReadFromJsonAsync<DrainReply>(WireFormat.Json))!.Stored.Count);
        Assert.Equal(1, await ArrivedAsync());
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.Scans.CountAsync(s => s.Outcome == ScanOutcome.DeviceRevoked)));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await client.GetAsync("/api/door/roster")).StatusCode);
        // A scan that contradicts a stored one is not safe, and is not said to be.
        response = await client.PostAsJsonAsync("/api/scans/drain", new ScanBatch([Offline("another") with { DeviceSeq = before.DeviceSeq }]), WireFormat.Json);
        Assert.Empty((await response.Content.ReadFromJsonAsync<DrainReply>(WireFormat.Json))!.Stored);
    }

    private ScanCommand Offline(string subject) => hall.Scan(subject) with { Decided = ScanOutcome.Admitted };

    private ScanCommand Undo(ScanCommand target) => hall.Fact(ScanMethod.Qr) with { Undoes = target.ScanId };

    private static async Task<ScanAnswer> OneAsync(PairedDevice device, ScanCommand scan) => (await device.SendAsync(scan))[0];

    private Task<int> ArrivedAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived));

    private Task<int> PresentAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Inside));
}
