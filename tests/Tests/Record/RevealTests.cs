using System.Net;
using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Tests.Record;

/// <summary>What the hall sees of an answer: two of the same ask in the same moment, and a change of mind beside what stood before.</summary>
public sealed class RevealTests : IAsyncLifetime
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
    public async Task Two_power_holders_who_answered_the_same_ask_are_revealed_in_one_frame_of_the_public_page()
    {
        await floor.PutAsync(hall.Mayor, hall.Leader);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Kestrel yes."));
        await floor.RecordAsync(hall.Leader, new AnswerWords(AnswerCode.No, "Plover no."));
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        await floor.RuleAsync(hall.Leader, Ruling.Confirm);
        await using var line = await (await hall.PairAsync(DeviceRole.Projector)).LineAsync("/live");
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("public")).GetAsyncEnumerator();
        Assert.Equal((false, false), Said(await NextAsync(frames)));

        await floor.RevealAsync(hall.Mayor, hall.Leader);

        var said = (false, false);
        while (said == (false, false))
            said = Said(await NextAsync(frames));
        Assert.Equal((true, true), said);
    }

    [Fact]
    public async Task A_yes_that_becomes_a_no_after_it_was_read_back_is_on_the_page_and_in_the_record_as_both()
    {
        await floor.AnswerAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Kestrel yes."));
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.ReadBack);
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.Objection, "I said the other thing.");
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.No, "Plover no."));
        await floor.FinishAskAsync(hall.Ask, hall.Mayor);

        var page = WebUtility.HtmlDecode(await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}"));
        Assert.Matches("(?s)<blockquote[^>]*>“Plover no.”</blockquote>", page);
        Assert.Matches("(?s)Answered before:.*<s[^>]*>YES “Kestrel yes.”</s>", page);
        var entries = await hall.Server.ReadAsync(db => Task.FromResult(db.RecordEntries.OrderBy(e => e.Seq).ToList()));
        Assert.Equal(["answer.recorded", "answer.readback", "answer.recorded"], entries.Select(e => e.Type).Where(t => t.StartsWith("answer.", StringComparison.Ordinal)));
        var last = JsonDocument.Parse(entries[^1].Bytes).RootElement.GetProperty("body");
        Assert.Equal(("no", entries[^3].Seq), (last.GetProperty("answer").GetString(), last.GetProperty("replaces").GetInt64()));
    }

    private static (bool Yes, bool No) Said(LiveFrame frame)
    {
        var text = $"{frame.Present}{frame.Patch}";
        return (text.Contains("Kestrel yes.", StringComparison.Ordinal), text.Contains("Plover no.", StringComparison.Ordinal));
    }

    private static async Task<LiveFrame> NextAsync(IAsyncEnumerator<LiveFrame> frames)
    {
        Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        return frames.Current;
    }
}
