using System.Diagnostics;
using System.Net;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Supervision;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 32.</summary>
public sealed class ScanPaceTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice steward = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task More_than_twenty_scans_at_once_wait_their_turn_and_none_is_refused()
    {
        var passes = await hall.IssueAsync(35);
        await using var line = await steward.LineAsync("/live/door");
        var began = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(passes.Select(p => line.InvokeAsync<ScanAnswer>("Scan", hall.Scan(p.Token))));
        Assert.All(answers, a => Assert.Equal(ScanOutcome.Admitted, a.Outcome));
        // Twenty at once, ten a second later, five another second later.
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 1, 30);
    }

    [Fact]
    public async Task One_device_that_floods_does_not_hold_up_another()
    {
        var pace = hall.Server.Services.GetRequiredService<ScanPace>();
        var (flooding, other) = (Guid.NewGuid(), Guid.NewGuid());
        for (var i = 0; i < 20; i++)
            Assert.True(await pace.WaitAsync(flooding, CancellationToken.None));
        using var gone = new CancellationTokenSource();
        var waiting = pace.WaitAsync(flooding, gone.Token).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.True(await pace.WaitAsync(other, CancellationToken.None));
        Assert.False(waiting.IsCompleted);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Batches_are_limited_by_the_request_and_told_when_to_come_again()
    {
        using var http = steward.Http();
        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => http.PostAsJsonAsync("/api/scans", new ScanBatch([hall.Scan("x")]), WireFormat.Json)));
        var refused = responses.Where(r => r.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, r => Assert.Equal(1, r.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Equal(40 - refused.Count, await hall.Server.ReadAsync(db => db.Scans.CountAsync()));
    }

    [Fact]
    public async Task After_five_wrong_codes_in_a_minute_no_code_of_the_device_is_looked_up_until_the_minute_is_over()
    {
        var pass = (await hall.IssueAsync(1))[0];
        for (var i = 0; i < 5; i++)
            Assert.Equal(ScanOutcome.Unknown, (await SendAsync(steward, Code($"0000000{i}"))).Outcome);
        var right = Code(pass.ShortCode);
        var refused = await SendAsync(steward, right);
        Assert.Equal((ScanOutcome.Error, "Too many wrong codes: wait a minute."), (refused.Outcome, refused.Reason));
        Assert.Equal(5, await hall.Server.ReadAsync(db => db.Scans.CountAsync()));

        hall.Server.Clock.Advance(Duration.FromSeconds(61));
        Assert.Equal(ScanOutcome.Admitted, (await SendAsync(steward, right)).Outcome);
    }

    [Fact]
    public async Task Wrong_codes_stop_neither_qr_codes_nor_other_devices_nor_a_scan_that_was_stored()
    {
        var passes = await hall.IssueAsync(3);
        var early = Code(passes[0].ShortCode);
        await SendAsync(steward, early);
        var batch = await steward.Http().SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([.. Enumerable.Range(0, 8).Select(i => Code($"0000000{i}"))]));
        Assert.Equal((5, 3), (batch.Answers.Count(a => a.Outcome == ScanOutcome.Unknown), batch.Answers.Count(a => a.Outcome == ScanOutcome.Error)));

        Assert.Equal(ScanOutcome.Admitted, (await SendAsync(steward, early)).Outcome);
        Assert.Equal(ScanOutcome.Admitted, (await SendAsync(steward, hall.Scan(passes[1].Token))).Outcome);
        Assert.Equal(ScanOutcome.Admitted, (await SendAsync(await hall.PairAsync(DeviceRole.Steward), Code(passes[2].ShortCode))).Outcome);
    }

    [Fact]
    public async Task Right_codes_from_a_paper_sheet_are_never_too_many()
    {
        var passes = await hall.IssueAsync(30);
        var reply = await steward.Http().SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([.. passes.Select(p => hall.Scan(p.ShortCode, ScanMethod.Paper))]));
        Assert.All(reply.Answers, a => Assert.Equal(ScanOutcome.Admitted, a.Outcome));
    }

    [Fact]
    public async Task The_time_on_a_sheet_stands_and_is_no_wrong_clock()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var at = hall.Server.Clock.GetCurrentInstant() - Duration.FromMinutes(40);
        var answer = await SendAsync(steward, hall.Scan(pass.ShortCode, ScanMethod.Paper) with { ClientAt = at });
        Assert.Equal((ScanOutcome.Admitted, false), (answer.Outcome, answer.Skewed));
        Assert.Equal(at, (await hall.Server.ReadAsync(db => db.Admissions.SingleAsync())).At);
    }

    [Fact]
    public async Task A_pace_of_nothing_stops_the_start_and_names_the_setting()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestServer.StartAsync(settings: ["--Door:ScansPerSecond", "0"]));
        Assert.Contains("Door:ScansPerSecond", error.Message, StringComparison.Ordinal);
    }

    private ScanCommand Code(string code) => hall.Scan(code, ScanMethod.Code);

    private static async Task<ScanAnswer> SendAsync(PairedDevice device, ScanCommand scan) =>
        (await device.Http().SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([scan]))).Answers[0];
}
