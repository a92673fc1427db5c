using System.Net;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>What a device may still do whose pairing was revoked or ran out: hand in its queue (turnout.md, rules 28 and 30).</summary>
public sealed class EndedPairingTests : IAsyncLifetime
{
    private const string Drain = "/api/scans/drain";
    private Hall hall = null!;
    private PairedDevice steward = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_device_that_ran_out_hands_in_what_it_let_in_before_and_may_do_nothing_else()
    {
        var passes = await hall.IssueAsync(2);
        var before = Offline(passes[0].Token);
        hall.Server.Clock.Advance(Duration.FromMinutes(10));
        await RunOutAsync();
        hall.Server.Clock.Advance(Duration.FromMinutes(10));
        var after = Offline(passes[1].Token);

        Assert.Equal([before.ScanId, after.ScanId], await DrainAsync(before, after));
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
        Assert.Equal(ScanOutcome.DeviceRevoked, await hall.Server.ReadAsync(db => db.Scans.Where(s => s.ScanId == after.ScanId).Select(s => s.Outcome).SingleAsync()));
        using var client = steward.Http();
        foreach (var path in new[] { "/api/devices/me", "/api/door/roster" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/scans", new ScanBatch([after]), WireFormat.Json)).StatusCode);
    }

    [Fact]
    public async Task A_device_that_is_paired_cannot_hand_in_as_one_that_is_not()
    {
        using var client = steward.Http();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync(Drain, new ScanBatch([Offline("X")]), WireFormat.Json)).StatusCode);
    }

    [Fact]
    public async Task A_scan_that_is_stored_as_an_error_is_named_and_one_that_contradicts_a_stored_one_is_not()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var good = Offline(pass.Token);
        var refused = Offline("") with { Method = ScanMethod.Walkup, InstitutionId = Guid.NewGuid() };
        await steward.SendAsync(good);
        hall.Server.Clock.Advance(Duration.FromMinutes(1));
        await RunOutAsync();

        var clash = Offline("another") with { DeviceSeq = good.DeviceSeq };
        Assert.Equal([good.ScanId, refused.ScanId], await DrainAsync(good, refused, clash));
        Assert.Equal(ScanOutcome.Error, await hall.Server.ReadAsync(db => db.Scans.Where(s => s.ScanId == refused.ScanId).Select(s => s.Outcome).SingleAsync()));
    }

    private Task RunOutAsync() => hall.Server.ChangeAsync(db =>
        db.Devices.Where(d => d.Id == steward.Device.Id).ExecuteUpdate(set => set.SetProperty(d => d.ExpiresAt, hall.Server.Clock.GetCurrentInstant())));

    private ScanCommand Offline(string subject) => hall.Scan(subject) with { Decided = ScanOutcome.Admitted };

    private async Task<IReadOnlyList<Guid>> DrainAsync(params ScanCommand[] scans)
    {
        using var client = steward.Http();
        var response = await client.PostAsJsonAsync(Drain, new ScanBatch(scans), WireFormat.Json);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<DrainReply>(WireFormat.Json))!.Stored;
    }
}
