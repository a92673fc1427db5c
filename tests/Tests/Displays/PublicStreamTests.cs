using System.Net;
using System.Text;
using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Supervision;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Displays;

/// <summary>The public page's stream: live.md, rules 1, 5 and 10.</summary>
public sealed class PublicStreamTests : IAsyncLifetime
{
    private Hall hall = null!;
    private FloorTeam floor = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        floor = await FloorTeam.OpenAsync(hall);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task The_first_frame_is_what_the_page_shows_word_for_word()
    {
        await floor.PutAsync(hall.Mayor);
        await using var stream = await Stream.OpenAsync(hall);
        var regions = (await stream.NextAsync()).Present!.Value.GetProperty("regions");
        var page = await hall.Server.Visitor().GetStringAsync("/a/london-2026");
        Assert.Equal(["now", "turnout", "record", "asks-note", $"ask-{hall.Ask.Id}"], regions.EnumerateObject().Select(r => r.Name));
        foreach (var region in regions.EnumerateObject())
            Assert.Matches($"<(section|div)[^>]* id=\"{region.Name}\"[^>]*>{System.Text.RegularExpressions.Regex.Escape(region.Value.GetString()!)}</(section|div)>", page);
    }

    [Fact]
    public async Task A_reveal_arrives_as_a_patch_and_nothing_provisional_does()
    {
        await using var stream = await Stream.OpenAsync(hall);
        var sent = new List<LiveFrame> { await stream.NextAsync() };
        await floor.PutAsync(hall.Mayor);
        sent.Add(await stream.NextAsync());
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Provisional words"));
        await PaceAsync();
        await floor.RuleAsync(hall.Mayor, Ruling.ReAsk);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.No, "Certainly not"));
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        await PaceAsync();
        var beforeReveal = await hall.Server.ReadAsync(db => db.Changes.MaxAsync(c => c.Sequence));
        await floor.RevealAsync(hall.Mayor);

        var revealed = await stream.NextAsync();

        Assert.Equal(sent[1].Sequence, revealed.Follows);
        Assert.True(revealed.Sequence > beforeReveal, "A frame came before the reveal.");
        Assert.Contains("Certainly not", revealed.Patch!.Value.GetProperty("regions").GetProperty($"ask-{hall.Ask.Id}").GetString(), StringComparison.Ordinal);
        Assert.False(revealed.Patch.Value.GetProperty("regions").TryGetProperty("turnout", out _));
        Assert.DoesNotContain("Provisional words", stream.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_overtakes_the_counts_that_wait()
    {
        // Counts once in an hour: whatever comes while this test runs was not waiting for them.
        var slow = await Hall.OpenAsync(settings: ["--Public:CountsEverySeconds", "3600"]);
        await using var server = slow.Server;
        var (team, steward) = (await FloorTeam.OpenAsync(slow), await slow.PairAsync(DeviceRole.Steward));
        await using var stream = await Stream.OpenAsync(slow);
        await stream.NextAsync();
        await steward.SendAsync(slow.Fact(ScanMethod.Walkup));
        await stream.NextAsync();
        await steward.SendAsync(slow.Fact(ScanMethod.Walkup));
        await team.PutAsync(slow.Mayor);
        var regions = (await stream.NextAsync()).Patch!.Value.GetProperty("regions");
        Assert.True(regions.TryGetProperty($"ask-{slow.Ask.Id}", out _), "The ask that was put.");
        Assert.True(regions.TryGetProperty("turnout", out _), "The count goes with it.");
    }

    [Fact]
    public async Task Phones_are_told_that_a_device_fell_silent_although_nothing_happened()
    {
        await (await hall.PairAsync(DeviceRole.Steward)).SendAsync(hall.Fact(ScanMethod.Walkup));
        await using var stream = await Stream.OpenAsync(hall);
        await stream.NextAsync();
        hall.Server.Clock.Advance(Duration.FromMinutes(7));
        await hall.Server.Services.GetRequiredService<SilenceWatch>().LookAsync(CancellationToken.None);
        var region = (await stream.NextAsync()).Patch!.Value.GetProperty("regions").GetProperty("turnout").GetString();
        Assert.Contains("1 device has not been heard from for 7 minutes", region, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_nothing_happens_a_phone_gets_signs_of_life_and_no_frame()
    {
        await using var stream = await Stream.OpenAsync(hall);
        var first = await stream.NextAsync();
        var sign = stream.SignOfLifeAsync();
        await Until.HoldsAsync(() =>
        {
            hall.Server.Time.Turn(Heartbeat.Every);
            return Task.FromResult(sign.IsCompleted);
        });
        await sign;
        Assert.Single(stream.Everything.Split("data: ")[1..]);
        await floor.PutAsync(hall.Mayor);
        Assert.Equal(first.Sequence, (await stream.NextAsync()).Follows);
    }

    [Fact]
    public async Task The_stream_is_neither_compressed_nor_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a/london-2026/live");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var response = await hall.Server.Visitor().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_its_streams()
    {
        var other = await Hall.OpenAsync();
        await using var stream = await Stream.OpenAsync(other);
        await stream.NextAsync();
        var stopping = System.Diagnostics.Stopwatch.StartNew();
        await other.Server.DisposeAsync();
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    // Longer than the channel waits between two sends, so that whatever it had to say is said.
    private static Task PaceAsync() => Task.Delay(TimeSpan.FromSeconds(1.5));

    private sealed class Stream(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        private readonly StringBuilder everything = new();

        public string Everything => everything.ToString();

        public static async Task<Stream> OpenAsync(Hall hall)
        {
            var response = await hall.Server.Visitor().GetAsync("/a/london-2026/live", HttpCompletionOption.ResponseHeadersRead);
            return new Stream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        public async Task<LiveFrame> NextAsync() => JsonSerializer.Deserialize<LiveFrame>((await LineAsync("data: "))["data: ".Length..], WireFormat.Json)!;

        public Task SignOfLifeAsync() => LineAsync(":");

        private async Task<string> LineAsync(string start)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            while (true)
            {
                var line = await reader.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The stream ended.");
                everything.AppendLine(line);
                if (line.StartsWith(start, StringComparison.Ordinal))
                    return line;
            }
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
