using System.Net;
using Assemblies.Agenda;
using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>The steps of the evening through the floor's hub and over HTTP, on both databases.</summary>
public sealed class EveningCommandTests
{
    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task The_chair_runs_the_evening_from_start_to_end(TestDatabaseKind kind)
    {
        await using var floor = await EveningFloor.OpenAsync(kind);
        await floor.DoneAsync(Started);
        floor.Wait(200);
        await floor.DoneAsync(TimeAdded, c => c with { Seconds = 60 });
        var present = await floor.PresentAsync();
        Assert.Equal((EveningStage.Running, "Welcome", "Roll call"), (present.Stage, present.Items[present.NowItemId!.Value].Title, present.Items[present.NextItemId!.Value].Title));
        Assert.Equal(TestServer.Evening + Duration.FromSeconds(360), present.Items[present.NowItemId.Value].EndsAt);
        Assert.Equal((2, 38 * 60, 0), (present.Version, present.Reckoning.LeftSeconds, present.Reckoning.CreditSeconds));
        Assert.Equal("North tablet", present.Control!.Name);
        Assert.Equal((2, TimeAdded), (present.Undo!.Version, present.Undo.Step));

        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[3].Id });
        await floor.DoneAsync(WordsRead, c => c with { ItemId = floor.Items[0].Id, Text = "We are not here for a party." });
        await floor.DoneAsync(Ended);
        present = await floor.PresentAsync();
        Assert.Equal(EveningStage.Ended, present.Stage);
        Assert.True(present.Items[floor.Items[0].Id].RequiredWords.Single().IsRead);
        Assert.Equal(200, present.Items[floor.Items[0].Id].SpentSeconds);
        Assert.Equal([1, 2, 3, 4, 5], await floor.Hall.Server.ReadAsync(db => db.EveningSteps.OrderBy(s => s.Version).Select(s => s.Version).ToListAsync()));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_many_chairs_that_advance_at_once_one_does_and_the_others_are_told_so(TestDatabaseKind kind)
    {
        await using var floor = await EveningFloor.OpenAsync(kind);
        await floor.DoneAsync(Started);
        // The same device twice: whoever holds control may have two browsers open.
        await using var second = await floor.ChairDevice.LineAsync("/live/floor");
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? floor.Chair : second).InvokeAsync<FloorReply>("Run", new RunCommand(Guid.NewGuid(), 1, Advanced))));
        Assert.Equal([1, 5], [replies.Count(r => r.Outcome == FloorOutcome.Done), replies.Count(r => r.Outcome == FloorOutcome.Stale)]);
        Assert.Equal(floor.Items[1].Id, (await floor.PresentAsync()).NowItemId);
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task A_double_tap_takes_one_step_and_steps_that_do_not_rest_on_each_other_are_all_taken(TestDatabaseKind kind)
    {
        await using var floor = await EveningFloor.OpenAsync(kind);
        await floor.DoneAsync(Started);
        await using var timekeeper = await floor.TabletAsync(DeviceRole.Timekeeper);
        await using var stageManager = await floor.TabletAsync(DeviceRole.StageManager);
        var advance = new RunCommand(Guid.NewGuid(), 1, Advanced);
        var replies = await Task.WhenAll(
        [
            .. Enumerable.Range(0, 4).Select(_ => floor.Chair.InvokeAsync<FloorReply>("Run", advance)),
            .. Enumerable.Range(0, 4).Select(_ => timekeeper.InvokeAsync<FloorReply>("Run", new RunCommand(Guid.NewGuid(), 1, TimeAdded, floor.Items[4].Id, Seconds: 60))),
            .. Enumerable.Range(0, 4).Select(i => stageManager.InvokeAsync<FloorReply>("Run", new RunCommand(Guid.NewGuid(), 1, MessageShown, Text: $"{i}"))),
        ]);
        Assert.All(replies, r => Assert.Equal(FloorOutcome.Done, r.Outcome));
        var present = await floor.PresentAsync();
        Assert.Equal((10, 6 * 60 + 240, floor.Items[1].Id), (present.Version, present.Items[floor.Items[4].Id].Seconds, present.NowItemId));
        Assert.Single(present.Messages);
    }

    [Fact]
    public async Task Of_a_double_tap_the_second_is_done_too_when_the_first_is_saved_while_it_looks()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        var advance = new RunCommand(Guid.NewGuid(), 1, Advanced);
        var meanwhile = new OnceAfter("FROM \"EveningSteps\"", async () => Assert.Equal(FloorOutcome.Done, (await floor.Chair.InvokeAsync<FloorReply>("Run", advance)).Outcome));
        await using var other = await floor.Hall.Server.BesideAsync(services => services.ConfigureDbContext<AssemblyDb>(options => options.AddInterceptors(meanwhile)));
        using var chair = floor.ChairDevice.Http();
        using var tablet = other.As(chair);
        Assert.Equal(FloorOutcome.Done, (await tablet.SendAsync<FloorReply>("/api/floor/run", advance)).Outcome);
        Assert.True(meanwhile.Happened);
        Assert.Equal((2, floor.Items[1].Id), ((await floor.PresentAsync()).Version, (await floor.PresentAsync()).NowItemId));
    }

    [Fact]
    public async Task A_second_chair_is_told_which_tablet_holds_control_until_she_takes_over_on_purpose()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        await using var coChair = await floor.TabletAsync(DeviceRole.Chair);
        var reply = await floor.GiveAsync(coChair, Advanced);
        Assert.Equal((FloorOutcome.Refused, "North tablet holds control: take over first."), (reply.Outcome, reply.Problems.Single().Fix));
        Assert.Equal(FloorOutcome.Done, (await floor.GiveAsync(coChair, ControlTaken)).Outcome);
        Assert.Equal(FloorOutcome.Done, (await floor.GiveAsync(coChair, Advanced)).Outcome);
        Assert.Equal(FloorOutcome.Refused, (await floor.GiveAsync(Advanced)).Outcome);
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_refused_and_leaves_nothing()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        await using var timekeeper = await floor.TabletAsync(DeviceRole.Timekeeper);
        await using var stageManager = await floor.TabletAsync(DeviceRole.StageManager);
        Assert.Equal("step", (await floor.GiveAsync(timekeeper, Advanced)).Problems.Single().Field);
        Assert.Equal("step", (await floor.GiveAsync(stageManager, Undone, c => c with { Undoes = 1 })).Problems.Single().Field);
        Assert.Equal("itemId", (await floor.GiveAsync(stageManager, Skipped, c => c with { ItemId = floor.Items[3].Id })).Problems.Single().Field);
        Assert.Equal("itemId", (await floor.GiveAsync(timekeeper, TimeAdded, c => c with { ItemId = floor.Items[3].Id, Seconds = -60 })).Problems.Single().Field);
        Assert.Equal(FloorOutcome.Done, (await floor.GiveAsync(Skipped, c => c with { ItemId = floor.Items[3].Id })).Outcome);
        Assert.Equal(2, await floor.Hall.Server.ReadAsync(db => db.EveningSteps.CountAsync()));
    }

    [Theory, InlineData(AssemblyState.Preparing), InlineData(AssemblyState.Closed)]
    public async Task Nothing_happens_while_the_assembly_is_not_open(AssemblyState state)
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.Hall.Server.ChangeAsync(db => db.Assemblies.Attach(floor.Hall.Assembly).Entity.State = state);
        Assert.Equal(FloorOutcome.Refused, (await floor.GiveAsync(Started)).Outcome);
        Assert.Equal(0, await floor.Hall.Server.ReadAsync(db => db.EveningSteps.CountAsync()));
    }

    [Fact]
    public async Task An_id_that_was_another_commands_is_refused_and_not_tried_for_ever()
    {
        await using var floor = await EveningFloor.OpenAsync();
        var show = new ShowCommand(Guid.NewGuid(), Scene.Turnout);
        await floor.Chair.InvokeAsync<FloorReply>("Show", show);
        var reply = await floor.GiveAsync(Started, c => c with { CommandId = show.CommandId }).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((FloorOutcome.Refused, "commandId"), (reply.Outcome, reply.Problems.Single().Field));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task The_same_over_http(TestDatabaseKind kind)
    {
        await using var floor = await EveningFloor.OpenAsync(kind);
        using var chair = floor.ChairDevice.Http();
        var start = new RunCommand(Guid.NewGuid(), 0, Started);
        Assert.Equal(FloorOutcome.Done, (await chair.SendAsync<FloorReply>("/api/floor/run", start)).Outcome);
        Assert.Equal(FloorOutcome.Done, (await chair.SendAsync<FloorReply>("/api/floor/run", start)).Outcome);
        Assert.Equal(FloorOutcome.Done, (await chair.SendAsync<FloorReply>("/api/floor/run", new RunCommand(Guid.NewGuid(), 1, Advanced))).Outcome);
        Assert.Equal(["expectedVersion"], await chair.RefusedAsync(HttpStatusCode.Conflict, "/api/floor/run", new RunCommand(Guid.NewGuid(), 1, Advanced)));
        Assert.Equal(["itemId", "seconds"], await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/run", new RunCommand(Guid.NewGuid(), 2, LengthChanged, Seconds: 0)));
        Assert.Equal(["subjectId"], await chair.RefusedAsync(
            HttpStatusCode.BadRequest, "/api/floor/run", new RunCommand(Guid.NewGuid(), 2, ClockStarted, Seconds: 60, Clock: EveningClockKind.Answer, SubjectId: Guid.NewGuid())));
        Assert.Equal(["text"], await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/run", new RunCommand(Guid.NewGuid(), 2, WordsRead, floor.Items[0].Id, Text: "Never written")));
        Assert.Equal(["timerId"], await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/run", new RunCommand(Guid.NewGuid(), 2, MessageShown, Text: "x", TimerId: floor.ChairDevice.Device.Id)));

        var won = await chair.ReadAsync<WinBackReply>("/api/floor/win-back?minutes=6");
        Assert.True(won.IsEnough);
        Assert.Equal([("Choir", 0)], won.Proposals[0].Cuts.Select(c => (c.Title, c.ToSeconds)));
        Assert.Equal(2, (await floor.PresentAsync()).Version);
    }

    [Fact]
    public async Task A_plan_that_is_edited_later_does_not_change_what_was_planned_but_a_corrected_title_is_shown()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        await floor.Hall.Server.ChangeAsync(db =>
        {
            var choir = db.AgendaItems.Attach(floor.Items[4]).Entity;
            (choir.Title, choir.PlannedSeconds, choir.Order, choir.Kind) = ("Gospel choir", 60, 9, AgendaItemKind.Break);
        });
        var row = (await floor.PresentAsync()).Items[floor.Items[4].Id];
        Assert.Equal(("Gospel choir", 360, 360, 5, AgendaItemKind.Performance), (row.Title, row.PlannedSeconds, row.Seconds, row.Number, row.Kind));
    }
}
