using System.Text.Json;
using Assemblies.Floor;
using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Record;

/// <summary>From the ask put to the answer revealed, through the floor's hub.</summary>
public sealed class FloorTests : IAsyncLifetime
{
    private static readonly AnswerWords Yes = new(AnswerCode.Yes, "Yes, I will.");

    private Hall hall = null!;
    private HubConnection scribe = null!;
    private HubConnection chair = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        scribe = await (await hall.PairAsync(DeviceRole.Scribe)).LineAsync("/live/floor");
        chair = await (await hall.PairAsync(DeviceRole.Chair)).LineAsync("/live/floor");
    }

    public async ValueTask DisposeAsync()
    {
        await scribe.DisposeAsync();
        await chair.DisposeAsync();
        await hall.Server.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_goes_from_put_to_revealed_and_only_then_reaches_the_projector()
    {
        Assert.Equal(FloorOutcome.Done, (await PutAsync(0)).Outcome);
        Assert.Equal(FloorOutcome.Done, (await RecordAsync(1, Yes)).Outcome);
        Assert.DoesNotContain("Yes, I will", await ScreenAsync(), StringComparison.Ordinal);
        Assert.Equal(FloorOutcome.Done, (await RuleAsync(2, Ruling.Confirm)).Outcome);
        Assert.DoesNotContain("Yes, I will", await ScreenAsync(), StringComparison.Ordinal);
        Assert.Equal(FloorOutcome.Done, (await RevealAsync(hall.Mayor.Id, 3)).Outcome);

        var screen = JsonSerializer.Deserialize<JsonElement>(await ScreenAsync());
        Assert.Equal("answer", screen.GetProperty("scene").GetString());
        var cells = screen.GetProperty("asks").GetProperty(hall.Ask.Id.ToString()).GetProperty("cells");
        Assert.Equal("yes", cells[0].GetProperty("answer").GetProperty("code").GetString());
        Assert.False(cells[1].TryGetProperty("answer", out _));
    }

    [Fact]
    public async Task A_double_tap_takes_one_step()
    {
        var command = new PutCommand(Guid.NewGuid(), [Cell(hall.Mayor.Id, 0)]);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => chair.InvokeAsync<FloorReply>("Put", command)));
        Assert.All(replies, r => Assert.Equal(FloorOutcome.Done, r.Outcome));
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.AnswerSteps.CountAsync()));
    }

    [Fact]
    public async Task Of_two_chairs_ruling_at_once_one_is_told_that_somebody_was_faster()
    {
        await PutAsync(0);
        await RecordAsync(1, Yes);
        await using var coChair = await (await hall.PairAsync(DeviceRole.Chair)).LineAsync("/live/floor");
        var replies = await Task.WhenAll(
            chair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 2), Ruling.Confirm)),
            coChair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 2), Ruling.ReAsk)));
        Assert.Equal([FloorOutcome.Done, FloorOutcome.Stale], replies.Select(r => r.Outcome).Order());
        Assert.Equal(3, await hall.Server.ReadAsync(db => db.AnswerSteps.CountAsync()));
    }

    [Fact]
    public async Task Two_held_answers_are_revealed_in_one_frame()
    {
        await chair.InvokeAsync<FloorReply>("Put", new PutCommand(Guid.NewGuid(), [Cell(hall.Mayor.Id, 0), Cell(hall.Leader.Id, 0)]));
        foreach (var who in new[] { hall.Mayor.Id, hall.Leader.Id })
        {
            await scribe.InvokeAsync<FloorReply>("Record", new RecordCommand(Guid.NewGuid(), Cell(who, 1), Yes));
            await chair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(who, 2), Ruling.Confirm));
        }
        await using var line = await (await hall.PairAsync(DeviceRole.Projector)).LineAsync("/live");
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("screen")).GetAsyncEnumerator();
        await frames.MoveNextAsync();

        await chair.InvokeAsync<FloorReply>("Reveal", new RevealCommand(Guid.NewGuid(), [Cell(hall.Mayor.Id, 3), Cell(hall.Leader.Id, 3)]));
        await frames.MoveNextAsync();

        var cells = frames.Current.Patch!.Value.GetProperty("asks").GetProperty(hall.Ask.Id.ToString()).GetProperty("cells");
        Assert.All(cells.EnumerateArray(), c => Assert.Equal("yes", c.GetProperty("answer").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_yes_with_conditions_without_its_condition_is_refused_at_the_field()
    {
        await PutAsync(0);
        var reply = await RecordAsync(1, new AnswerWords(AnswerCode.YesWithConditions, "Yes, if …"));
        Assert.Equal(FloorOutcome.Refused, reply.Outcome);
        Assert.Equal(["condition", "whoseMove"], reply.Problems.Select(p => p.Field));
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.AnswerSteps.CountAsync()));
    }

    [Fact]
    public async Task A_yes_that_becomes_a_no_keeps_both_in_the_history_and_shows_the_latest()
    {
        await PutAsync(0);
        await RecordAsync(1, Yes);
        await RuleAsync(2, Ruling.Confirm);
        await RevealAsync(hall.Mayor.Id, 3);
        await PutAsync(4);
        Assert.Contains("Yes, I will", await ScreenAsync(), StringComparison.Ordinal);
        await RecordAsync(5, new AnswerWords(AnswerCode.No, "I have to correct myself: no."));
        await RuleAsync(6, Ruling.Confirm);
        await RevealAsync(hall.Mayor.Id, 7);

        Assert.DoesNotContain("Yes, I will", await ScreenAsync(), StringComparison.Ordinal);
        Assert.Contains("I have to correct myself", await ScreenAsync(), StringComparison.Ordinal);
        var answers = await hall.Server.ReadAsync(db => db.AnswerSteps.Where(s => s.Answer != null).OrderBy(s => s.Version).ToListAsync());
        Assert.Equal([AnswerCode.Yes, AnswerCode.No], answers.Select(s => s.Answer!.Code));
    }

    [Fact]
    public async Task A_scene_command_that_arrives_again_does_not_bring_an_old_scene_back()
    {
        var turnout = new ShowCommand(Guid.NewGuid(), Scene.Turnout);
        await chair.InvokeAsync<FloorReply>("Show", turnout);
        await chair.InvokeAsync<FloorReply>("Show", new ShowCommand(Guid.NewGuid(), Scene.Answer, hall.Ask.Id));
        Assert.Equal(FloorOutcome.Done, (await chair.InvokeAsync<FloorReply>("Show", turnout)).Outcome);
        Assert.Equal("answer", JsonSerializer.Deserialize<JsonElement>(await ScreenAsync()).GetProperty("scene").GetString());
    }

    [Fact]
    public async Task Eight_tablets_that_show_the_first_scene_at_once_all_succeed()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            chair.InvokeAsync<FloorReply>("Show", new ShowCommand(Guid.NewGuid(), i % 2 == 0 ? Scene.Turnout : Scene.Blank))));
        Assert.All(replies, r => Assert.Equal(FloorOutcome.Done, r.Outcome));
        Assert.Equal(8, await hall.Server.ReadAsync(db => db.SceneCues.CountAsync()));
    }

    [Theory, InlineData(AssemblyState.Preparing), InlineData(AssemblyState.Closed)]
    public async Task Nothing_is_put_or_answered_while_the_assembly_is_not_open(AssemblyState state)
    {
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = state);
        Assert.Equal(FloorOutcome.Refused, (await PutAsync(0)).Outcome);
        Assert.Equal(FloorOutcome.Refused, (await RecordAsync(0, new AnswerWords(AnswerCode.Absent, Invitation: "Invited, declined."))).Outcome);
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.AnswerSteps.CountAsync()));
    }

    [Fact]
    public async Task What_the_scribe_writes_in_a_cell_that_was_not_put_does_not_change_the_words_the_hall_reads()
    {
        await PutAsync(0);
        await hall.Server.ChangeAsync(db =>
        {
            db.Asks.Attach(hall.Ask).Entity.Version = 2;
            db.Add(new AskVersion { AskId = hall.Ask.Id, Version = 2, Text = "Will you build 500 homes?", WrittenAt = TestServer.Evening });
        });
        await scribe.InvokeAsync<FloorReply>("Record", new RecordCommand(
            Guid.NewGuid(), Cell(hall.Leader.Id, 0), new AnswerWords(AnswerCode.Absent, Invitation: "Invited, declined.")));
        Assert.DoesNotContain("500 homes", await ScreenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scribe_cannot_rule_and_the_chair_cannot_record()
    {
        await PutAsync(0);
        await Assert.ThrowsAsync<HubException>(() => scribe.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 1), Ruling.Confirm)));
        await Assert.ThrowsAsync<HubException>(() => chair.InvokeAsync<FloorReply>("Record", new RecordCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 1), Yes)));
    }

    [Fact]
    public async Task What_is_read_back_can_be_objected_to_in_its_moment_and_the_ask_stands_as_put_again()
    {
        await RevealedAsync();
        Assert.Equal(FloorOutcome.Done, (await ReadBackAsync(4, ReadBackStep.ReadBack)).Outcome);
        Assert.Equal(["objection"], (await ReadBackAsync(5, ReadBackStep.Objection)).Problems.Select(p => p.Field));
        Assert.Equal(FloorOutcome.Done, (await ReadBackAsync(5, ReadBackStep.Objection, "I said next year.")).Outcome);
        Assert.Contains("Yes, I will", await ScreenAsync(), StringComparison.Ordinal);
        Assert.Equal(FloorOutcome.Done, (await RecordAsync(6, new AnswerWords(AnswerCode.No, "Not this year."))).Outcome);
    }

    [Fact]
    public async Task An_objection_after_its_moment_is_refused()
    {
        await RevealedAsync();
        await ReadBackAsync(4, ReadBackStep.ReadBack);
        hall.Server.Clock.Advance(AnswerRules.ObjectionWindow + Duration.FromSeconds(1));
        Assert.Equal(FloorOutcome.Refused, (await ReadBackAsync(5, ReadBackStep.Objection, "I said next year.")).Outcome);
        Assert.Equal(FloorOutcome.Done, (await ReadBackAsync(5, ReadBackStep.Acknowledgement)).Outcome);
    }

    [Fact]
    public async Task The_hall_reads_the_words_that_were_really_spoken_once_the_chair_has_ruled_on_what_a_scribe_wrote()
    {
        await chair.InvokeAsync<FloorReply>("Put", new PutCommand(Guid.NewGuid(), [Cell(hall.Mayor.Id, 0)], "Will you build 300 homes by 2028?"));
        Assert.Contains("300 homes", await ScreenAsync(), StringComparison.Ordinal);
        await scribe.InvokeAsync<FloorReply>("Record", new RecordCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 1), Yes, "Will you build 350 homes by 2028?"));
        Assert.Contains("300 homes", await ScreenAsync(), StringComparison.Ordinal);
        await RuleAsync(2, Ruling.Confirm);
        Assert.Contains("350 homes", await ScreenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_two_scribes_differ_the_chair_has_to_choose()
    {
        await PutAsync(0);
        await RecordAsync(1, Yes);
        await using var second = await (await hall.PairAsync(DeviceRole.Scribe)).LineAsync("/live/floor");
        await second.InvokeAsync<FloorReply>("Record", new RecordCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 2), new AnswerWords(AnswerCode.No, "No.")));
        Assert.Equal(["recording"], (await RuleAsync(3, Ruling.Confirm)).Problems.Select(p => p.Field));
        var chosen = await chair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 3), Ruling.Confirm, Recording: 2));
        Assert.Equal(FloorOutcome.Done, chosen.Outcome);
        await RevealAsync(hall.Mayor.Id, 4);
        Assert.Contains("Yes, I will", await ScreenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_amends_and_reveals_her_words()
    {
        await PutAsync(0);
        await RecordAsync(1, Yes);
        Assert.Equal(["answer"], (await RuleAsync(2, Ruling.Amend)).Problems.Select(p => p.Field));
        var amended = new AnswerWords(AnswerCode.Partial, "Yes, half of it.", Part: "100 homes");
        Assert.Equal(FloorOutcome.Done,
            (await chair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, 2), Ruling.Amend, Answer: amended))).Outcome);
        Assert.DoesNotContain("half of it", await ScreenAsync(), StringComparison.Ordinal);
        await RevealAsync(hall.Mayor.Id, 3);
        Assert.Contains("half of it", await ScreenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_power_holder_to_whom_the_ask_is_not_put_cannot_be_given_an_answer()
    {
        var reply = await chair.InvokeAsync<FloorReply>("Put", new PutCommand(Guid.NewGuid(), [Cell(Guid.NewGuid(), 0)]));
        Assert.Equal(FloorOutcome.Refused, reply.Outcome);
    }

    private CellRef Cell(Guid powerHolder, int version) => new(hall.Ask.Id, powerHolder, version);

    private Task<FloorReply> PutAsync(int version) =>
        chair.InvokeAsync<FloorReply>("Put", new PutCommand(Guid.NewGuid(), [Cell(hall.Mayor.Id, version)]));

    private Task<FloorReply> RecordAsync(int version, AnswerWords answer) =>
        scribe.InvokeAsync<FloorReply>("Record", new RecordCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, version), answer));

    private Task<FloorReply> RuleAsync(int version, Ruling ruling) =>
        chair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, version), ruling));

    private async Task RevealedAsync()
    {
        await PutAsync(0);
        await RecordAsync(1, Yes);
        await RuleAsync(2, Ruling.Confirm);
        await RevealAsync(hall.Mayor.Id, 3);
    }

    private Task<FloorReply> ReadBackAsync(int version, ReadBackStep step, string? objection = null) =>
        scribe.InvokeAsync<FloorReply>("ReadBack", new ReadBackCommand(Guid.NewGuid(), Cell(hall.Mayor.Id, version), step, objection));

    private Task<FloorReply> RevealAsync(Guid powerHolder, int version) =>
        chair.InvokeAsync<FloorReply>("Reveal", new RevealCommand(Guid.NewGuid(), [Cell(powerHolder, version)]));

    // What a screen that connects now is shown.
    private async Task<string> ScreenAsync()
    {
        var screen = hall.Server.Services.GetServices<LiveChannel>().Single(c => c.Name == "screen");
        return await hall.Server.ReadAsync(async db =>
            JsonSerializer.Serialize(await screen.ReadAsync(db, hall.Assembly.Id, CancellationToken.None), Assemblies.Wire.WireFormat.Json));
    }
}
