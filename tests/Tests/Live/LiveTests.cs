using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Tests.Live;

/// <summary>live.md, rules 1–9 and 15.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private Hall hall = null!;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync();

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_screen_gets_the_whole_present_first_and_then_a_patch_that_follows_it()
    {
        var screen = await hall.PairAsync(DeviceRole.Projector);
        await using var line = await screen.LineAsync("/live");
        await using var frames = Watch(line, "screen");
        var snapshot = await NextAsync(frames);
        Assert.Equal(0, snapshot.Present!.Value.GetProperty("turnout").GetProperty("arrived").GetInt32());
        Assert.Null(snapshot.Follows);

        await ScanAsync(1);
        var patch = await NextAsync(frames);

        Assert.Null(patch.Present);
        Assert.Equal(snapshot.Sequence, patch.Follows);
        Assert.True(patch.Sequence > snapshot.Sequence);
        Assert.Equal(1, patch.Patch!.Value.GetProperty("turnout").GetProperty("arrived").GetInt32());
        Assert.False(patch.Patch.Value.TryGetProperty("title", out _));
    }

    [Fact]
    public async Task Every_frame_names_its_predecessor_however_many_changes_come_at_once()
    {
        var screen = await hall.PairAsync(DeviceRole.Projector);
        await using var line = await screen.LineAsync("/live");
        await using var frames = Watch(line, "screen");
        var sequence = (await NextAsync(frames)).Sequence;

        await ScanAsync(60);

        var arrived = 0;
        while (arrived < 60)
        {
            var frame = await NextAsync(frames);
            Assert.Equal(sequence, frame.Follows);
            sequence = frame.Sequence;
            var now = frame.Patch!.Value.GetProperty("turnout").GetProperty("arrived").GetInt32();
            Assert.True(now > arrived, "A board never counts backwards.");
            arrived = now;
        }
        Assert.Equal(60, arrived);
    }

    [Fact]
    public async Task A_watcher_that_comes_later_starts_from_the_same_present()
    {
        await ScanAsync(3);
        var screen = await hall.PairAsync(DeviceRole.Projector);
        await using var first = await screen.LineAsync("/live");
        await using var early = Watch(first, "screen");
        var a = await NextAsync(early);
        await using var second = await screen.LineAsync("/live");
        await using var late = Watch(second, "screen");
        var b = await NextAsync(late);
        Assert.Equal(a.Sequence, b.Sequence);
        Assert.Equal(a.Present!.Value.GetRawText(), b.Present!.Value.GetRawText());
        Assert.Equal(3, b.Present.Value.GetProperty("turnout").GetProperty("arrived").GetInt32());
    }

    [Theory]
    [InlineData(DeviceRole.Projector, "floor")]
    [InlineData(DeviceRole.Steward, "floor")]
    [InlineData(DeviceRole.Projector, "door")]
    public async Task A_staff_channel_is_refused_to_other_roles(DeviceRole role, string channel)
    {
        await using var line = await (await hall.PairAsync(role)).LineAsync("/live");
        await using var frames = Watch(line, channel);
        await Assert.ThrowsAsync<HubException>(() => NextAsync(frames));
    }

    [Fact]
    public async Task A_revoked_screen_is_told_so_at_the_door_where_strangers_may_watch()
    {
        using var stranger = hall.Server.Visitor();
        Assert.True((await stranger.PostAsync("/live/negotiate?negotiateVersion=1", null)).IsSuccessStatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await stranger.PostAsync("/live/negotiate?negotiateVersion=1&role=projector", null)).StatusCode);
    }

    [Fact]
    public async Task The_anonymous_may_not_watch_staff_channels()
    {
        await using var line = await Assemblies.Rehearsal.HubLine.OpenAsync(hall.Server.Address, "/live", null, CancellationToken.None);
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("floor", hall.Assembly.Slug)).GetAsyncEnumerator();
        await Assert.ThrowsAsync<HubException>(() => NextAsync(frames));
    }

    [Fact]
    public async Task A_clock_round_trip_returns_the_callers_stamp_and_the_servers_two()
    {
        await using var line = await (await hall.PairAsync(DeviceRole.Projector)).LineAsync("/live");
        var reply = await line.InvokeAsync<ClockReply>("Clock", new ClockRequest(12345.5));
        Assert.Equal(12345.5, reply.Sent);
        Assert.Equal(hall.Server.Clock.GetCurrentInstant().ToUnixTimeMilliseconds(), reply.Received);
        Assert.True(reply.Answered >= reply.Received);
    }

    [Fact]
    public void A_watcher_too_slow_for_its_box_gets_one_fresh_snapshot_instead_of_the_backlog()
    {
        var mailbox = new Mailbox();
        var snapshots = 0;
        for (var i = 1; i <= 100; i++)
            mailbox.Post(Frame(i, i - 1), () => Frame(++snapshots * 1_000, null));
        var waiting = new List<LiveFrame>();
        while (mailbox.TryRead(out var frame))
            waiting.Add(frame.Frame!);
        Assert.True(waiting.Count <= 16);
        Assert.Null(waiting[0].Follows);
    }

    private static SharedFrame Frame(long sequence, long? follows) =>
        new(new LiveFrame(sequence, follows, null, JsonSerializer.SerializeToElement(new { }), TestServer.Evening));

    private static IAsyncEnumerator<LiveFrame> Watch(HubConnection line, string channel) =>
        line.StreamAsync<LiveFrame>("Watch", new WatchRequest(channel)).GetAsyncEnumerator();

    private static async Task<LiveFrame> NextAsync(IAsyncEnumerator<LiveFrame> frames)
    {
        Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10)));
        return frames.Current;
    }

    private async Task ScanAsync(int count)
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        await using var line = await steward.LineAsync("/live/door");
        var passes = await hall.IssueAsync(count);
        await Task.WhenAll(passes.Select(p => line.InvokeAsync<ScanAnswer>("Scan", hall.Scan(p.Token))));
    }
}
