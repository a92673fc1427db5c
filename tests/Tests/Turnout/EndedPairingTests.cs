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

    /// <summary>The devices go by this: whatever refuses in another form is something on the way (kiosk/src/offline/post.ts).</summary>
    [Fact]
    public async Task Every_refusal_of_a_batch_is_in_the_servers_own_form()
    {
        using var client = steward.Http();
        using var visitor = hall.Server.Visitor();
        client.DefaultRequestHeaders.ExpectContinue = true;
        var large = new StringContent(new string(' ', 9 * 1024 * 1024), System.Text.Encoding.UTF8, "application/json");
        foreach (var (expected, answer) in new (HttpStatusCode, HttpResponseMessage)[]
        {
            (HttpStatusCode.Unauthorized, await visitor.PostAsJsonAsync(Drain, new ScanBatch([Offline("X")]), WireFormat.Json)),
            (HttpStatusCode.Forbidden, await client.PostAsJsonAsync(Drain, new ScanBatch([Offline("X")]), WireFormat.Json)),
            (HttpStatusCode.BadRequest, await client.PostAsJsonAsync("/api/scans", new ScanBatch([]), WireFormat.Json)),
            (HttpStatusCode.BadRequest, await client.PostAsync("/api/scans", new StringContent("{", System.Text.Encoding.UTF8, "application/json"))),
            (HttpStatusCode.RequestEntityTooLarge, await client.PostAsync("/api/scans", large)),
        })
        {
            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
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
