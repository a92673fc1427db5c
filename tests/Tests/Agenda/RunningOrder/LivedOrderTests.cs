using System.Net;
using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.RunningOrder;

/// <summary>An organiser edits the running order while the evening runs: what the chair sees of it, and what is refused.</summary>
public abstract class LivedOrderTests(TestDatabaseKind kind) : IAsyncLifetime
{
    private EveningFloor floor = null!;
    private HttpClient organiser = null!;

    private string Order => $"/api/assemblies/{floor.Hall.Assembly.Id}/running-order";

    public async ValueTask InitializeAsync()
    {
        floor = await EveningFloor.OpenAsync(kind);
        organiser = await floor.Hall.Server.OrganiserAsync();
        await floor.DoneAsync(Started);
        floor.Wait(60);
        await floor.DoneAsync(Advanced);
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await floor.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_changed_length_is_one_frame_on_the_chairs_tablet_and_the_chair_can_take_it_back()
    {
        await using var order = await FrameCounter.WatchAsync(floor.ChairDevice, "order");
        foreach (var seconds in new[] { 120, 90 })
        {
            Assert.Equal(seconds, (await ChangeAsync(4, c => c with { PlannedSeconds = seconds })).PlannedSeconds);
            // Were one edit two frames, the second round would read the first one's.
            Assert.Equal(seconds, (await order.NextAsync()).Patch!.Value.GetProperty("items").GetProperty($"{floor.Items[4].Id}").GetProperty("seconds").GetInt32());
        }
        var undo = (await floor.PresentAsync()).Undo!;
        Assert.Equal((LengthChanged, floor.Items[4].Id), (undo.Step, undo.ItemId));
        await floor.DoneAsync(Undone, c => c with { Undoes = undo.Version });
        var row = (await EveningAsync()).Items[4];
        Assert.Equal((120, 360), (row.PlannedSeconds, row.Lived!.FirstSeconds));
        Assert.Equal(360, await floor.Hall.Server.ReadAsync(db => db.AgendaItems.Where(i => i.Id == row.Id).Select(i => i.PlannedSeconds).SingleAsync()));
    }

    [Fact]
    public async Task Length_place_and_words_of_one_edit_are_saved_together()
    {
        await using var order = await FrameCounter.WatchAsync(floor.ChairDevice, "order");
        var changed = await ChangeAsync(5, c => c with { Title = "Blessing", PlannedSeconds = 60, Position = 3, Notes = new AgendaNotes(Chair: "Softly."), MustNotCut = true });
        Assert.Equal(("Blessing", 60, 3, "Softly.", true), (changed.Title, changed.PlannedSeconds, changed.Position, changed.Notes.Chair, changed.MustNotCut));
        var frame = (await order.NextAsync()).Patch!.Value;
        Assert.Equal(4, frame.GetProperty("version").GetInt32());
        var item = frame.GetProperty("items").GetProperty($"{floor.Items[5].Id}");
        Assert.Equal(("Blessing", 60, 3), (item.GetProperty("title").GetString(), item.GetProperty("seconds").GetInt32(), item.GetProperty("number").GetInt32()));
        using var chair = floor.ChairDevice.Http();
        var won = await chair.ReadAsync<WinBackReply>("/api/floor/win-back?minutes=60");
        Assert.Equal(floor.Items[2].Id, won.Proposals.Single().Cuts[0].ItemId);
        Assert.DoesNotContain(won.Proposals.SelectMany(p => p.Cuts), c => c.ItemId == changed.Id);
    }

    [Fact]
    public async Task The_same_edit_twice_changes_nothing_the_second_time()
    {
        var version = (await EveningAsync()).Lived!.Version;
        var added = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            await ChangeAsync(4, c => c with { PlannedSeconds = 120, Position = 6, ExpectedVersion = version });
        for (var i = 0; i < 2; i++)
            Assert.Equal(added, (await AddAsync(new AgendaItemCommand(AgendaItemKind.Free, "Collection", 90, Position: 3, Id: added))).Id);
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Order}/{floor.Items[3].Id}")).StatusCode);
        Assert.Equal([Started, Advanced, LengthChanged, Moved, Inserted, Skipped], await StepsAsync());
        Assert.Equal(2, await floor.Hall.Server.ReadAsync(db => db.Changes.CountAsync(c => c.Channel == ChangeChannel.Agenda && c.Kind.StartsWith("agenda_item."))));
    }

    [Fact]
    public async Task What_has_begun_is_not_removed_and_what_was_skipped_can_be_taken_back_in()
    {
        foreach (var begun in new[] { 0, 1 })
            Assert.Equal([""], await RefusedAsync(await organiser.DeleteAsync($"{Order}/{floor.Items[begun].Id}")));
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Order}/{floor.Items[2].Id}")).StatusCode);
        Assert.Equal(ItemStatus.Skipped, (await floor.PresentAsync()).Items[floor.Items[2].Id].Status);
        var evening = await EveningAsync();
        Assert.Equal((ItemStatus.Done, ItemStatus.Now, ItemStatus.Skipped), (evening.Items[0].Lived!.Status, evening.Items[1].Lived!.Status, evening.Items[2].Lived!.Status));
        Assert.Equal(evening.Items[3].StartsAt, evening.Items[2].EndsAt);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.PostAsync($"{Order}/{floor.Items[2].Id}/restore", null)).StatusCode);
        Assert.Equal(ItemStatus.Planned, (await floor.PresentAsync()).Items[floor.Items[2].Id].Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.DeleteAsync($"{Order}/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task An_edit_of_words_leaves_alone_what_the_chair_changed_meanwhile_and_an_edit_of_the_same_length_is_refused()
    {
        var version = (await EveningAsync()).Lived!.Version;
        await floor.DoneAsync(LengthChanged, c => c with { ItemId = floor.Items[4].Id, Seconds = 180 });
        await floor.DoneAsync(Moved, c => c with { ItemId = floor.Items[5].Id, AfterItemId = floor.Items[1].Id });
        var changed = await ChangeAsync(4, c => c with { Owner = "Choir master", PlannedSeconds = 360, Position = 5, ExpectedVersion = version });
        Assert.Equal(("Choir master", 180, 6), (changed.Owner, changed.PlannedSeconds, changed.Position));
        Assert.Equal(["plannedSeconds"], await RefusedAsync(await PutAsync(4, c => c with { Owner = "Lost", PlannedSeconds = 240, Position = 5, ExpectedVersion = version })));
        Assert.Equal(["position"], await RefusedAsync(await PutAsync(4, c => c with { Owner = "Lost", PlannedSeconds = 360, Position = 4, ExpectedVersion = version })));
        Assert.Equal("Choir master", (await EveningAsync()).Items[5].Owner);
    }

    [Fact]
    public async Task An_item_the_chair_inserted_can_get_words_and_notes()
    {
        var id = Guid.CreateVersion7();
        await floor.DoneAsync(Inserted, c => c with { ItemId = id, Text = "Thanks", Seconds = 60 });
        var row = (await EveningAsync()).Items[2];
        Assert.Equal((id, true, 0), (row.Id, row.Lived!.IsInserted, row.Lived.FirstSeconds));
        using var put = await organiser.PutAsJsonAsync($"{Order}/{id}", new AgendaItemCommand(AgendaItemKind.Free, "Many thanks", 60, RequiredWords: ["To the cooks."]), WireFormat.Json);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var item = (await floor.PresentAsync()).Items[id];
        Assert.Equal(("Many thanks", "To the cooks."), (item.Title, item.RequiredWords.Single().Text));
    }

    [Fact]
    public async Task What_the_evening_forbids_is_refused_with_the_field_and_nothing_is_kept()
    {
        Assert.Equal(["kind"], await RefusedAsync(await PutAsync(4, c => c with { Kind = AgendaItemKind.Break, Owner = "Lost" })));
        Assert.Equal(["position"], await RefusedAsync(await PutAsync(4, c => c with { Position = 2, Owner = "Lost" })));
        Assert.Equal(["plannedSeconds"], await RefusedAsync(await PutAsync(0, c => c with { PlannedSeconds = 60, Owner = "Lost" })));
        Assert.Equal(["position"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Order}/{floor.Items[4].Id}/move", new AgendaItemMove(1)));
        Assert.Equal(["position"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Order, new AgendaItemCommand(AgendaItemKind.Free, "Lost", 60, Position: 1)));
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Order}/template", new TemplateCommand(RunningOrderTemplate.Small, FillMode.Replace)));
        Assert.Equal([Started, Advanced], await StepsAsync());
        Assert.False(await floor.Hall.Server.ReadAsync(db => db.AgendaItems.AnyAsync(i => i.Owner == "Lost" || i.Title == "Lost")));
        await floor.DoneAsync(Ended);
        Assert.Equal(["plannedSeconds"], await RefusedAsync(await PutAsync(4, c => c with { PlannedSeconds = 60 })));
        Assert.Equal("A late correction", (await ChangeAsync(4, c => c with { Title = "A late correction" })).Title);
    }

    [Fact]
    public async Task Items_to_come_are_moved_among_themselves()
    {
        async Task<int> MoveAsync(int item, AgendaItemMove move) =>
            (await organiser.SendAsync<AgendaItemRow>($"{Order}/{floor.Items[item].Id}/move", move)).Position;
        Assert.Equal(3, await MoveAsync(5, new(3)));
        Assert.Equal(3, await MoveAsync(5, new(Direction: Direction.Up)));
        Assert.Equal(4, await MoveAsync(5, new(Direction: Direction.Down)));
        Assert.Equal(["Welcome", "Roll call", "Stories", "Closing", "Housing", "Choir"], (await floor.PresentAsync()).Items.Values.OrderBy(i => i.Number).Select(i => i.Title));
    }

    [Fact]
    public async Task The_evening_as_lived_has_its_own_times_and_finish()
    {
        floor.Wait(12 * 60);
        var evening = await EveningAsync();
        var start = TestServer.Evening;
        Assert.Equal((start, start.Plus(NodaTime.Duration.FromSeconds(60))), (evening.Items[0].StartsAt, evening.Items[0].EndsAt));
        // The roll call has run over its ten minutes: what follows begins now, and ends 28 minutes later.
        Assert.Equal(start.Plus(NodaTime.Duration.FromMinutes(13)), evening.Items[2].StartsAt);
        Assert.Equal(start.Plus(NodaTime.Duration.FromMinutes(41)), evening.EndsAt);
        Assert.Equal((EveningStage.Running, 3, 720, 20 * 60), (evening.Lived!.Stage, evening.Lived.FirstPlace, evening.Items[1].Lived!.SpentSeconds, evening.CuttableSeconds));
    }

    [Fact]
    public async Task Who_or_what_is_removed_while_the_evening_runs_leaves_its_items_and_their_history_alone()
    {
        await floor.DoneAsync(Advanced);
        await floor.DoneAsync(ClockStarted, c => c with { Clock = EveningClockKind.Speaker, Seconds = 120, SubjectId = floor.Speaker.Id });
        floor.Wait(30);
        foreach (var path in new[] { $"speakers/{floor.Speaker.Id}", $"asks/{floor.Hall.Ask.Id}", $"power-holders/{floor.Hall.Mayor.Id}" })
            Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"/api/assemblies/{floor.Hall.Assembly.Id}/{path}")).StatusCode);
        var present = await floor.PresentAsync();
        Assert.Equal((6, floor.Items[2].Id, 120), (present.Items.Count, present.NowItemId!.Value, present.Clocks.Speaker!.Seconds));
        Assert.Empty(present.Items.Values.SelectMany(i => i.Speakers.Keys.Concat(i.Asks.Keys).Concat(i.PowerHolders.Keys)));
        await floor.DoneAsync(ClockStopped, c => c with { Clock = EveningClockKind.Speaker });
        await floor.DoneAsync(Advanced);
        await floor.DoneAsync(Undone, c => c with { Undoes = 6 });
        Assert.Equal(floor.Items[2].Id, (await floor.PresentAsync()).NowItemId);
        Assert.Contains("Somebody no longer listed", await organiser.GetStringAsync($"/assemblies/{floor.Hall.Assembly.Id}/planned-v-actual.csv"), StringComparison.Ordinal);
    }

    private Task<AgendaItemRow> AddAsync(AgendaItemCommand command) => organiser.SendAsync<AgendaItemRow>(Order, command);

    private async Task<AgendaItemRow> ChangeAsync(int item, Func<AgendaItemCommand, AgendaItemCommand> with)
    {
        using var response = await PutAsync(item, with);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<AgendaItemRow>(WireFormat.Json))!;
    }

    private async Task<HttpResponseMessage> PutAsync(int item, Func<AgendaItemCommand, AgendaItemCommand> with)
    {
        var row = (await EveningAsync()).Items.Single(i => i.Id == floor.Items[item].Id);
        return await organiser.PutAsJsonAsync(
            $"{Order}/{row.Id}", with(new AgendaItemCommand(row.Kind, row.Title, row.PlannedSeconds, row.Owner, row.MustNotCut)), WireFormat.Json);
    }

    private static Task<string[]> RefusedAsync(HttpResponseMessage response) => Http.RefusedAsync(HttpStatusCode.BadRequest, response);

    private Task<PlannedEvening> EveningAsync() => organiser.ReadAsync<PlannedEvening>(Order);

    private Task<List<EveningStepKind>> StepsAsync() => floor.Hall.Server.ReadAsync(db => db.EveningSteps.OrderBy(s => s.Version).Select(s => s.Kind).ToListAsync());
}

public sealed class LivedOrderOnSqliteTests() : LivedOrderTests(TestDatabaseKind.Sqlite);

public sealed class LivedOrderOnPostgresTests() : LivedOrderTests(TestDatabaseKind.Postgres);
