using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>A fact that comes again under another number or from a later pairing of the same browser (turnout.md, rules 2, 3 and 9).</summary>
public sealed class SentAgainTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice before = null!;
    private PairedDevice after = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        before = await hall.PairAsync(DeviceRole.Steward);
        after = await PairNowAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_stored_scan_under_another_number_is_the_stored_one_and_gets_its_answer()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var scan = hall.Scan(pass.Token);
        var first = await OneAsync(before, scan);
        Assert.Equal(first, await OneAsync(before, scan with { DeviceSeq = hall.NextSeq() }));
        Assert.Equal((1, 1), (await ArrivedAsync(), await hall.Server.ReadAsync(db => db.Scans.CountAsync())));
    }

    [Fact]
    public async Task A_scan_whose_number_was_taken_counts_once_it_comes_under_one_of_its_own()
    {
        var passes = await hall.IssueAsync(2);
        var taken = hall.Scan(passes[0].Token);
        await before.SendAsync(taken);
        var clash = Offline(passes[1].Token) with { DeviceSeq = taken.DeviceSeq };
        Assert.Equal(ScanOutcome.Error, (await OneAsync(before, clash)).Outcome);
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(before, clash with { DeviceSeq = hall.NextSeq() })).Outcome);
        Assert.Equal(2, await ArrivedAsync());
    }

    [Fact]
    public async Task Under_another_number_and_with_another_content_it_is_an_error_and_is_not_applied()
    {
        var passes = await hall.IssueAsync(2);
        var scan = hall.Scan(passes[0].Token);
        await before.SendAsync(scan);
        var forged = scan with { DeviceSeq = hall.NextSeq(), Subject = passes[1].Token };
        Assert.Equal(ScanOutcome.Error, (await OneAsync(before, forged)).Outcome);
        Assert.Equal(ScanOutcome.Error, (await OneAsync(after, forged)).Outcome);
        Assert.Equal(1, await ArrivedAsync());
    }

    [Fact]
    public async Task A_walk_up_that_an_earlier_pairing_stored_already_is_not_counted_again_by_the_later_one()
    {
        var walkup = hall.Fact(ScanMethod.Walkup) with { Decided = ScanOutcome.Admitted, InstitutionId = hall.Institution.Id, Name = "Grace Example" };
        await before.SendAsync(walkup);
        var again = await OneAsync(after, walkup with { DeviceSeq = hall.NextSeq(), MadeBy = before.Device.Id });
        Assert.Equal(ScanOutcome.Admitted, again.Outcome);
        // Its role may be another, so it is not told about whom.
        Assert.Equal((null, null), (again.Name, again.Institution));
        Assert.Equal(1, await ArrivedAsync());
    }

    [Fact]
    public async Task A_device_of_another_assembly_learns_nothing_of_a_scan_whose_id_it_knows()
    {
        var scan = hall.Scan((await hall.IssueAsync(1))[0].Token);
        await before.SendAsync(scan);
        var stranger = await hall.PairAsync(DeviceRole.Steward, await hall.AnotherAssemblyAsync());
        var answer = await OneAsync(stranger, scan with { MadeBy = before.Device.Id });
        Assert.Equal((ScanOutcome.Error, null), (answer.Outcome, answer.Finding));
    }

    [Fact]
    public async Task What_an_earlier_pairing_scanned_keeps_its_time_although_the_later_pairing_is_younger()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var came = Offline(pass.Token) with { ClientAt = TestServer.Evening - Duration.FromMinutes(50), MadeBy = before.Device.Id };
        var left = Offline(pass.Token) with { ClientAt = TestServer.Evening - Duration.FromMinutes(10), Direction = ScanDirection.Out, Decided = ScanOutcome.ExitRecorded };
        await before.SendAsync(left);
        await after.SendAsync(came);
        Assert.Equal(came.ClientAt, (await hall.Server.ReadAsync(db => db.Admissions.SingleAsync())).At);
        Assert.Equal((1, 0), (await ArrivedAsync(), await PresentAsync()));
    }

    [Fact]
    public async Task A_pairing_of_another_assembly_lends_no_time()
    {
        var stranger = await hall.PairAsync(DeviceRole.Steward, await hall.AnotherAssemblyAsync());
        await after.SendAsync(Offline((await hall.IssueAsync(1))[0].Token) with { ClientAt = TestServer.Evening - Duration.FromHours(1), MadeBy = stranger.Device.Id });
        Assert.Equal(TestServer.Evening, (await hall.Server.ReadAsync(db => db.Admissions.SingleAsync())).At);
    }

    [Fact]
    public async Task What_an_earlier_pairing_let_in_after_it_was_revoked_does_not_count_by_being_sent_under_the_later_one()
    {
        var passes = await hall.IssueAsync(2);
        await hall.Server.ChangeAsync(db => db.Devices.Attach(before.Device).Entity.RevokedAt = TestServer.Evening - Duration.FromMinutes(30));
        ScanCommand Made(int pass, int minutesAgo) =>
            Offline(passes[pass].Token) with { ClientAt = TestServer.Evening - Duration.FromMinutes(minutesAgo), MadeBy = before.Device.Id };
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(after, Made(0, 31))).Outcome);
        Assert.Equal(ScanOutcome.DeviceRevoked, (await OneAsync(after, Made(1, 29))).Outcome);
        Assert.Equal(1, await ArrivedAsync());
    }

    [Fact]
    public async Task The_clicker_of_an_earlier_pairing_is_brought_up_to_date_by_the_later_one_and_by_no_other_device()
    {
        var tap = hall.Fact(ScanMethod.Tally) with { Subject = Guid.NewGuid().ToString(), Up = 8, Down = 0, Decided = ScanOutcome.Admitted };
        await before.SendAsync(tap);
        var more = tap with { ScanId = Guid.CreateVersion7(), DeviceSeq = hall.NextSeq(), Up = 11 };
        Assert.Equal(ScanOutcome.Error, (await OneAsync(after, more with { ScanId = Guid.CreateVersion7() })).Outcome);
        Assert.Equal(ScanOutcome.Admitted, (await OneAsync(after, more with { DeviceSeq = hall.NextSeq(), MadeBy = before.Device.Id })).Outcome);
        Assert.Equal(11, await ArrivedAsync());
    }

    private async Task<PairedDevice> PairNowAsync()
    {
        var device = await hall.PairAsync(DeviceRole.Steward);
        await hall.Server.ChangeAsync(db => db.Devices.Where(d => d.Id == device.Device.Id).ExecuteUpdate(set => set.SetProperty(d => d.PairedAt, TestServer.Evening)));
        return device;
    }

    private ScanCommand Offline(string subject) => hall.Scan(subject) with { Decided = ScanOutcome.Admitted };

    private static async Task<ScanAnswer> OneAsync(PairedDevice device, ScanCommand scan) => (await device.SendAsync(scan))[0];

    private Task<int> ArrivedAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived));

    private Task<int> PresentAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Inside));
}
