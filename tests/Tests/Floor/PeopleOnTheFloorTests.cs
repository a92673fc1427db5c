using System.Net;
using System.Text.Json;
using Assemblies.Agenda;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Floor;

/// <summary>Speakers and power-holders from the door to the tablets, and the commands of stage manager and chair.</summary>
public sealed class PeopleOnTheFloorTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;
    private HubConnection stageManager = null!;

    private string Speakers => $"/api/assemblies/{hall.Assembly.Id}/speakers";

    public async ValueTask InitializeAsync() => await OpenAsync(TestDatabaseKind.Sqlite);

    public async ValueTask DisposeAsync()
    {
        await stageManager.DisposeAsync();
        await hall.Server.DisposeAsync();
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task A_speaker_whose_pass_is_scanned_is_in_the_next_frame_of_the_tablets_and_gone_after_the_exit(TestDatabaseKind kind)
    {
        await ReopenAsync(kind);
        var pass = (await hall.IssueAsync(1))[0];
        var speaker = await AddAsync(new ArrivalTagCommand(null, pass.ShortCode));
        await using var frames = await WatchAsync();
        Assert.Equal("expected", (await NextAsync(frames, speaker)).GetProperty("readiness").GetString());

        Assert.Equal(ScanOutcome.Admitted, (await ScanAsync(pass.Token, ScanDirection.In)).Outcome);
        var arrived = await NextAsync(frames, speaker);
        Assert.Equal("arrived", arrived.GetProperty("readiness").GetString());
        Assert.Equal("North door", arrived.GetProperty("door").GetString());
        Assert.Equal(WireFormat.Instants.Format(hall.Server.Clock.GetCurrentInstant()), arrived.GetProperty("arrivedAt").GetString());

        hall.Server.Clock.Advance(NodaTime.Duration.FromMinutes(5));
        await ScanAsync(pass.Token, ScanDirection.Out);
        var left = await NextAsync(frames, speaker);
        Assert.Equal("expected", left.GetProperty("readiness").GetString());
        Assert.Equal(JsonValueKind.Null, left.GetProperty("arrivedAt").ValueKind);
        Assert.True(left.TryGetProperty("leftAt", out _));
    }

    [Fact]
    public async Task A_speaker_who_is_a_named_person_arrives_with_whatever_pass_they_have_and_goes_when_the_scan_is_taken_back()
    {
        var token = await hall.IssueNamedAsync("Grace Okafor");
        var person = await hall.Server.ReadAsync(db => db.People.SingleAsync());
        var speaker = await AddAsync(new ArrivalTagCommand(person.Id));
        var door = await hall.PairAsync(DeviceRole.Steward);
        var scan = hall.Scan(token);
        await door.SendAsync(scan);
        Assert.Equal(Readiness.Arrived, (await FloorAsync()).Speakers[speaker].Readiness);
        await door.SendAsync(hall.Scan("") with { Undoes = scan.ScanId });
        Assert.Equal(Readiness.Expected, (await FloorAsync()).Speakers[speaker].Readiness);
    }

    [Fact]
    public async Task Erasing_a_name_unties_it_from_the_story()
    {
        await hall.IssueNamedAsync("Grace Okafor");
        var person = await hall.Server.ReadAsync(db => db.People.SingleAsync());
        await AddAsync(new ArrivalTagCommand(person.Id));
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"/api/assemblies/{hall.Assembly.Id}/institutions/{hall.Institution.Id}/people/{person.Id}")).StatusCode);
        Assert.Null((await organiser.ReadAsync<List<SpeakerRow>>(Speakers)).Single().Arrival);
    }

    [Fact]
    public async Task An_interpreter_is_a_tagged_arrival_too()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var speaker = await organiser.SendAsync<SpeakerRow>(Speakers, new SpeakerCommand(
            hall.Institution.Id, "Hodan", Language: "so", Interpreter: "Ali", InterpreterArrival: new ArrivalTagCommand(null, pass.ShortCode)));
        await ScanAsync(pass.Token, ScanDirection.In);
        var floor = (await FloorAsync()).Speakers[speaker.Id];
        Assert.Equal((Readiness.Expected, hall.Server.Clock.GetCurrentInstant()), (floor.Readiness, floor.InterpreterArrivedAt));
    }

    [Fact]
    public async Task The_stage_manager_notes_step_after_step_and_takes_one_back()
    {
        var speaker = await AddAsync();
        Assert.Equal(FloorOutcome.Done, (await ReadyAsync(speaker, 0, ReadinessStepKind.Arrived, " her daughter ")).Outcome);
        Assert.Equal(FloorOutcome.Done, (await ReadyAsync(speaker, 1, ReadinessStepKind.Miked)).Outcome);
        var floor = (await FloorAsync()).Speakers[speaker];
        Assert.Equal((Readiness.Miked, "her daughter", 2), (floor.Readiness, floor.With, floor.Version));
        Assert.Equal(FloorOutcome.Done, (await ReadyAsync(speaker, 2, ReadinessStepKind.Undone)).Outcome);
        Assert.Equal(Readiness.Arrived, (await FloorAsync()).Speakers[speaker].Readiness);
        Assert.DoesNotContain("daughter", await hall.Server.ReadAsync(async db => string.Join(' ', await db.Changes.Select(c => c.Summary).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task A_double_tap_is_one_step_and_of_two_at_once_one_is_told(TestDatabaseKind kind)
    {
        await ReopenAsync(kind);
        var speaker = await AddAsync();
        var command = new ReadyCommand(Guid.NewGuid(), speaker, 0, ReadinessStepKind.Arrived);
        var same = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stageManager.InvokeAsync<FloorReply>("Ready", command)));
        Assert.All(same, r => Assert.Equal(FloorOutcome.Done, r.Outcome));
        await using var chair = await (await hall.PairAsync(DeviceRole.Chair)).LineAsync("/live/floor");
        var two = await Task.WhenAll(
            chair.InvokeAsync<FloorReply>("Ready", new ReadyCommand(Guid.NewGuid(), speaker, 1, ReadinessStepKind.Briefed)),
            ReadyAsync(speaker, 1, ReadinessStepKind.Missing));
        Assert.Equal([FloorOutcome.Done, FloorOutcome.Stale], two.Select(r => r.Outcome).Order());
        Assert.Equal(2, await hall.Server.ReadAsync(db => db.ReadinessSteps.CountAsync()));
    }

    [Fact]
    public async Task Scribe_and_timekeeper_note_nobodys_readiness_and_nobodys_presence()
    {
        var speaker = await AddAsync();
        foreach (var role in new[] { DeviceRole.Scribe, DeviceRole.Timekeeper })
        {
            await using var line = await (await hall.PairAsync(role)).LineAsync("/live/floor");
            await Assert.ThrowsAsync<HubException>(() => line.InvokeAsync<FloorReply>("Ready", new ReadyCommand(Guid.NewGuid(), speaker, 0, ReadinessStepKind.Arrived)));
            await Assert.ThrowsAsync<HubException>(() => line.InvokeAsync<FloorReply>("Present", new PresenceCommand(Guid.NewGuid(), hall.Mayor.Id, 0, PresenceStepKind.Arrived)));
            await Assert.ThrowsAsync<HubException>(() => line.InvokeAsync<FloorReply>("Schedule", new ScheduleCommand(Guid.NewGuid(), 0, ScheduleAction.Remove, Guid.NewGuid(), speaker)));
        }
    }

    [Fact]
    public async Task Over_http_the_same_commands_answer_the_same()
    {
        var speaker = await AddAsync();
        using var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        Assert.Equal(FloorOutcome.Done, (await chair.SendAsync<FloorReply>("/api/floor/ready", new ReadyCommand(Guid.NewGuid(), speaker, 0, ReadinessStepKind.Arrived))).Outcome);
        Assert.Equal(FloorOutcome.Done, (await chair.SendAsync<FloorReply>("/api/floor/present", new PresenceCommand(Guid.NewGuid(), hall.Mayor.Id, 0, PresenceStepKind.Arrived))).Outcome);
        Assert.Equal(["expectedVersion"], await chair.RefusedAsync(HttpStatusCode.Conflict, "/api/floor/ready", new ReadyCommand(Guid.NewGuid(), speaker, 0, ReadinessStepKind.Miked)));
        Assert.Equal(["step"], await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/present", new PresenceCommand(Guid.NewGuid(), hall.Leader.Id, 0, PresenceStepKind.Left)));
    }

    [Fact]
    public async Task Speakers_change_places_during_the_evening_and_the_order_has_a_version()
    {
        var (ann, ben) = (await AddAsync(), await AddAsync());
        var item = new AgendaItem { AssemblyId = hall.Assembly.Id, Order = 1, Kind = AgendaItemKind.Testimony, Title = "Stories", PlannedSeconds = 600 };
        await hall.Server.ChangeAsync(db => db.Add(item));
        foreach (var (i, speaker) in new[] { ann, ben }.Index())
            Assert.Equal(FloorOutcome.Done, (await organiser.SendAsync<FloorReply>($"{Speakers}/schedule", new ScheduleCommand(Guid.NewGuid(), i, ScheduleAction.Assign, item.Id, speaker))).Outcome);
        var swap = new ScheduleCommand(Guid.NewGuid(), 2, ScheduleAction.Swap, item.Id, ann, OtherSpeakerId: ben);
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stageManager.InvokeAsync<FloorReply>("Schedule", swap)));
        Assert.All(replies, r => Assert.Equal(FloorOutcome.Done, r.Outcome));
        Assert.Equal(FloorOutcome.Stale, (await stageManager.InvokeAsync<FloorReply>("Schedule", swap with { CommandId = Guid.NewGuid() })).Outcome);
        var floor = await FloorAsync();
        Assert.Equal((3, 2, 1), (floor.ScheduleVersion, floor.Speakers[ann].Places.Single().Order, floor.Speakers[ben].Places.Single().Order));
    }

    [Fact]
    public async Task An_understudy_who_was_a_name_only_takes_the_place_as_a_speaker_who_agreed_to_nothing()
    {
        var speaker = (await organiser.SendAsync<SpeakerRow>(Speakers, new SpeakerCommand(hall.Institution.Id, "Grace", hall.Ask.Id, PlannedSeconds: 180, UnderstudyName: "Her sister"))).Id;
        var item = new AgendaItem { AssemblyId = hall.Assembly.Id, Order = 1, Kind = AgendaItemKind.Testimony, Title = "Stories", PlannedSeconds = 600 };
        await hall.Server.ChangeAsync(db => db.AddRange(item, new AgendaItemSpeaker { ItemId = item.Id, SpeakerId = speaker, Order = 1 }));
        Assert.Equal(FloorOutcome.Done, (await stageManager.InvokeAsync<FloorReply>("Schedule", new ScheduleCommand(Guid.NewGuid(), 0, ScheduleAction.TakeUnderstudy, item.Id, speaker))).Outcome);
        var sister = (await FloorAsync()).Speakers.Values.Single(s => s.Places.Count > 0);
        Assert.Equal(("Her sister", false, 180), (sister.NameToShow, sister.MayShowName, sister.SecondsOnStage));
    }

    [Fact]
    public async Task A_power_holder_who_declined_is_absent_in_every_cell_with_the_invitation_as_its_basis()
    {
        await InviteAsync(hall.Mayor, new Invitation(InvitationReply.Declined, new(2026, 8, 20), "Riverside Alliance", "Impartial reason", new(2026, 9, 3), "Not with them"));
        var text = await (await hall.PairAsync(DeviceRole.Scribe)).Http().GetStringAsync("/api/floor");
        var floor = JsonSerializer.Deserialize<FloorPresent>(text, WireFormat.Json)!;
        Assert.Equal(Presence.Absent, floor.Asks[hall.Ask.Id].Cells[hall.Mayor.Id].Presence);
        Assert.Equal("Invited on 20 August 2026 by Riverside Alliance. Declined on 3 September 2026.", floor.PowerHolders[hall.Mayor.Id].Invitation);
        foreach (var seen in new[] { text, await hall.Server.Visitor().GetStringAsync("/a/london-2026"), await (await hall.PairAsync(DeviceRole.Projector)).Http().GetStringAsync("/api/screen") })
            Assert.DoesNotMatch("Impartial reason|Not with them", seen);
    }

    [Fact]
    public async Task A_power_holder_arrives_leaves_and_a_deputy_stays()
    {
        await InviteAsync(hall.Mayor, new Invitation(InvitationReply.Accepted, Deputy: new Deputy("D. Puty", "Deputy mayor", true)), hall.Assembly.Start.PlusHours(1));
        Assert.Equal(FloorOutcome.Done, (await PresentAsync(0, PresenceStepKind.Arrived)).Outcome);
        Assert.Equal(FloorOutcome.Done, (await PresentAsync(1, PresenceStepKind.Left)).Outcome);
        Assert.Equal(Presence.Left, (await FloorAsync()).PowerHolders[hall.Mayor.Id].Presence);
        Assert.Equal(FloorOutcome.Done, (await PresentAsync(2, PresenceStepKind.DeputyArrived)).Outcome);
        var mayor = (await FloorAsync()).PowerHolders[hall.Mayor.Id];
        Assert.Equal((Presence.Deputy, "Deputy mayor", NodaTime.Instant.FromUtc(2026, 10, 1, 19, 0)), (mayor.Presence, mayor.Deputy!.Office, mayor.DepartsAt));
        Assert.Equal(
            [PresenceStepKind.Arrived, PresenceStepKind.Left, PresenceStepKind.DeputyArrived],
            (await organiser.ReadAsync<List<PresenceRow>>($"/api/assemblies/{hall.Assembly.Id}/power-holders/{hall.Mayor.Id}/presence")).Select(s => s.Step));
        Assert.Equal(HttpStatusCode.Conflict, (await organiser.DeleteAsync($"/api/assemblies/{hall.Assembly.Id}/power-holders/{hall.Mayor.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_power_holders_pass_announces_them()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await InviteAsync(hall.Mayor, new Invitation(InvitationReply.Accepted), null, new ArrivalTagCommand(null, pass.ShortCode));
        await ScanAsync(pass.Token, ScanDirection.In);
        var mayor = (await FloorAsync()).PowerHolders[hall.Mayor.Id];
        Assert.Equal((Presence.Here, "North door"), (mayor.Presence, mayor.Door));
    }

    [Fact]
    public async Task When_the_assembly_is_over_nothing_is_noted_any_more()
    {
        var speaker = await AddAsync();
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = AssemblyState.Closed);
        Assert.Equal(FloorOutcome.Refused, (await ReadyAsync(speaker, 0, ReadinessStepKind.Arrived)).Outcome);
        Assert.Equal(FloorOutcome.Refused, (await PresentAsync(0, PresenceStepKind.Arrived)).Outcome);
    }

    private async Task OpenAsync(TestDatabaseKind kind)
    {
        hall = await Hall.OpenAsync(kind);
        organiser = await hall.Server.OrganiserAsync();
        stageManager = await (await hall.PairAsync(DeviceRole.StageManager)).LineAsync("/live/floor");
    }

    private async Task ReopenAsync(TestDatabaseKind kind)
    {
        if (kind == TestDatabaseKind.Sqlite)
            return;
        await DisposeAsync();
        await OpenAsync(kind);
    }

    private async Task<Guid> AddAsync(ArrivalTagCommand? arrival = null) =>
        (await organiser.SendAsync<SpeakerRow>(Speakers, new SpeakerCommand(hall.Institution.Id, "Grace O.", hall.Ask.Id, Arrival: arrival))).Id;

    private async Task InviteAsync(PowerHolder holder, Invitation invitation, NodaTime.LocalDateTime? departsAt = null, ArrivalTagCommand? arrival = null)
    {
        var reply = await organiser.PutAsJsonAsync(
            $"/api/assemblies/{hall.Assembly.Id}/power-holders/{holder.Id}", new PowerHolderCommand(holder.Name, holder.Office, invitation, departsAt, arrival), WireFormat.Json);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    private async Task<ScanAnswer> ScanAsync(string token, ScanDirection direction) =>
        (await (await hall.PairAsync(DeviceRole.Steward)).SendAsync(hall.Scan(token) with { Direction = direction })).Single();

    private Task<FloorReply> ReadyAsync(Guid speaker, int version, ReadinessStepKind step, string? with = null) =>
        stageManager.InvokeAsync<FloorReply>("Ready", new ReadyCommand(Guid.NewGuid(), speaker, version, step, with));

    private Task<FloorReply> PresentAsync(int version, PresenceStepKind step) =>
        stageManager.InvokeAsync<FloorReply>("Present", new PresenceCommand(Guid.NewGuid(), hall.Mayor.Id, version, step));

    private async Task<FloorPresent> FloorAsync() => await (await hall.PairAsync(DeviceRole.Timekeeper)).Http().ReadAsync<FloorPresent>("/api/floor");

    private async Task<IAsyncEnumerator<LiveFrame>> WatchAsync()
    {
        var line = await (await hall.PairAsync(DeviceRole.StageManager)).LineAsync("/live");
        return line.StreamAsync<LiveFrame>("Watch", new WatchRequest("floor")).GetAsyncEnumerator();
    }

    // The next frame that says something of the speaker.
    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<LiveFrame> frames, Guid speaker)
    {
        while (await frames.MoveNextAsync())
            if ((frames.Current.Present ?? frames.Current.Patch)!.Value.TryGetProperty("speakers", out var speakers)
                && speakers.TryGetProperty($"{speaker}", out var found) && found.TryGetProperty("readiness", out _))
                return found;
        throw new InvalidOperationException("The channel ended.");
    }
}
