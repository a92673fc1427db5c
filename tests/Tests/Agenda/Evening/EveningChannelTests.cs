using System.Text.Json;
using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>What tablets, stage timers and the projector are sent of the evening.</summary>
public sealed class EveningChannelTests
{
    [Fact]
    public async Task One_command_is_one_frame_on_each_channel()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        var (stageTimer, projector) = (await floor.Hall.PairAsync(DeviceRole.StageTimer), await floor.Hall.PairAsync(DeviceRole.Projector));
        await using var order = await FrameCounter.WatchAsync(floor.ChairDevice, "order");
        await using var timer = await FrameCounter.WatchAsync(stageTimer, "timer");
        await using var screen = await FrameCounter.WatchAsync(projector, "screen");
        var version = (await floor.PresentAsync()).Version;
        // Each step moves every channel: a second frame of the one before would be taken for the next.
        for (var i = 0; i < 4; i++)
        {
            floor.Wait(10);
            await floor.DoneAsync(Advanced);
            var frame = (await order.NextAsync()).Patch!.Value;
            Assert.Equal((version + i + 1, floor.Items[i + 1].Id), (frame.GetProperty("version").GetInt32(), frame.GetProperty("nowItemId").GetGuid()));
            Assert.Equal(floor.Items[i + 1].Title, (await timer.NextAsync()).Patch!.Value.GetProperty("title").GetString());
            Assert.Equal(WireFormat.Word(new[] { Scene.RollCall, Scene.Testimony, Scene.Ask, Scene.NowNext }[i]), (await screen.NextAsync()).Patch!.Value.GetProperty("scene").GetString());
        }
    }

    [Fact]
    public async Task A_clock_that_runs_costs_no_frame_and_its_end_is_an_instant()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        await using var timer = await FrameCounter.WatchAsync(await floor.Hall.PairAsync(DeviceRole.StageTimer), "timer");
        await floor.DoneAsync(ClockStarted, c => c with { Clock = EveningClockKind.Speaker, Seconds = 120, SubjectId = floor.Speaker.Id });
        var started = (await timer.NextAsync()).Patch!.Value.GetProperty("clocks").GetProperty("speaker");
        Assert.Equal(WireFormat.Instants.Format(TestServer.Evening + Duration.FromSeconds(120)), started.GetProperty("endsAt").GetString());
        floor.Wait(60);
        await floor.DoneAsync(ClockExtended, c => c with { Clock = EveningClockKind.Speaker, Seconds = 30 });
        var frame = (await timer.NextAsync()).Patch!.Value;
        Assert.Equal(WireFormat.Instants.Format(TestServer.Evening + Duration.FromSeconds(150)), frame.GetProperty("clocks").GetProperty("speaker").GetProperty("endsAt").GetString());
        Assert.False(frame.TryGetProperty("item", out _));
    }

    [Fact]
    public async Task A_message_reaches_the_stage_timers_and_no_screen_of_the_hall()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        var device = await floor.Hall.PairAsync(DeviceRole.StageTimer);
        await using var timer = await FrameCounter.WatchAsync(device, "timer");
        await floor.DoneAsync(MessageShown, c => c with { Text = "Wrap up", TimerId = device.Device.Id });
        var shown = (await timer.NextAsync()).Patch!.Value.GetProperty("messages").EnumerateObject().Single().Value;
        Assert.Equal(("Wrap up", device.Device.Id), (shown.GetProperty("text").GetString(), shown.GetProperty("timerId").GetGuid()));
        foreach (var channel in floor.Hall.Server.Services.GetServices<LiveChannel>().Where(c => c.Name is "screen" or "public" or "door"))
            Assert.DoesNotContain("Wrap up", await floor.Hall.Server.ReadAsync(async db =>
                JsonSerializer.Serialize(await channel.ReadAsync(db, floor.Hall.Assembly.Id, CancellationToken.None), WireFormat.Json)), StringComparison.Ordinal);
        await floor.DoneAsync(MessageCleared, c => c with { TimerId = device.Device.Id });
        Assert.Equal(JsonValueKind.Null, (await timer.NextAsync()).Patch!.Value.GetProperty("messages").EnumerateObject().Single().Value.ValueKind);
    }

    [Theory, InlineData(DeviceRole.Projector, "order"), InlineData(DeviceRole.Projector, "timer"), InlineData(DeviceRole.Kiosk, "timer"), InlineData(DeviceRole.StageTimer, "order")]
    public async Task The_floors_channels_are_refused_to_screens_of_the_hall(DeviceRole role, string channel)
    {
        await using var floor = await EveningFloor.OpenAsync();
        await using var line = await (await floor.Hall.PairAsync(role)).LineAsync("/live");
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest(channel)).GetAsyncEnumerator();
        await Assert.ThrowsAsync<HubException>(async () => await frames.MoveNextAsync());
    }

    [Fact]
    public async Task The_scene_follows_the_running_order_back_and_forth()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        Assert.Equal(Scene.Welcome, (await floor.ScreenAsync()).Scene);
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[2].Id });
        var screen = await floor.ScreenAsync();
        Assert.Equal((Scene.Testimony, "Amina"), (screen.Scene, screen.Testimony!.NameToShow));
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[4].Id });
        screen = await floor.ScreenAsync();
        Assert.Equal((Scene.NowNext, "Choir", "Roll call"), (screen.Scene, screen.NowNext!.Now, screen.NowNext.Next));
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[3].Id });
        screen = await floor.ScreenAsync();
        Assert.Equal((Scene.Ask, floor.Hall.Ask.Id), (screen.Scene, screen.AskId));
        await floor.DoneAsync(Returned);
        Assert.Equal(Scene.NowNext, (await floor.ScreenAsync()).Scene);
        await floor.DoneAsync(Undone, c => c with { Undoes = 5 });
        Assert.Equal(Scene.Ask, (await floor.ScreenAsync()).Scene);
    }

    [Fact]
    public async Task An_ask_stands_alone_while_it_is_read_and_with_its_answers_from_the_moment_it_is_put()
    {
        await using var floor = await EveningFloor.OpenAsync();
        var (hall, team) = (floor.Hall, await FloorTeam.OpenAsync(floor.Hall));
        var answers = new AgendaItem { AssemblyId = hall.Assembly.Id, Order = 7, Kind = AgendaItemKind.Answer, Title = "Answers", PlannedSeconds = 300 };
        await hall.Server.ChangeAsync(db => db.AddRange(answers, new AgendaItemAsk { ItemId = answers.Id, AskId = hall.Ask.Id, Order = 1 }));
        await floor.DoneAsync(Started);
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[3].Id });
        Assert.Equal((Scene.Ask, hall.Ask.Id), await ShownAsync());
        await team.PutAsync(hall.Mayor);
        Assert.Equal((Scene.Answer, hall.Ask.Id), await ShownAsync());

        // Back to its words, which may be asked for again; and on to the item of its answers, before another word is said.
        await floor.DoneAsync(Advanced, c => c with { ItemId = answers.Id });
        Assert.Equal((Scene.Answer, hall.Ask.Id), await ShownAsync());
        await floor.DoneAsync(Returned);
        Assert.Equal((Scene.Ask, hall.Ask.Id), await ShownAsync());
        await team.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes."));
        await team.RuleAsync(hall.Mayor, Ruling.Confirm);
        Assert.Equal((Scene.Ask, hall.Ask.Id), await ShownAsync());
        await team.RevealAsync(hall.Mayor);
        Assert.Equal((Scene.Answer, hall.Ask.Id), await ShownAsync());

        async Task<(Scene, Guid)> ShownAsync() => await floor.ScreenAsync() is var screen ? (screen.Scene, screen.AskId!.Value) : default;
    }

    [Fact]
    public async Task The_speaker_whose_clock_starts_is_on_the_screen()
    {
        await using var floor = await EveningFloor.OpenAsync();
        var second = new Speaker { AssemblyId = floor.Hall.Assembly.Id, InstitutionId = floor.Hall.Institution.Id, NameToShow = "Ben" };
        await floor.Hall.Server.ChangeAsync(db => db.AddRange(second, EveningFloor.Agrees(second, 1, ConsentChannel.Screen)));
        await floor.DoneAsync(Started);
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[2].Id });
        await floor.DoneAsync(ClockStarted, c => c with { Clock = EveningClockKind.Speaker, Seconds = 120, SubjectId = second.Id });
        Assert.Equal("Ben", (await floor.ScreenAsync()).Testimony!.NameToShow);
    }
}
