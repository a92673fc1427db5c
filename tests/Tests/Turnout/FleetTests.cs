using System.Text.Json;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Numbers;
using Assemblies.Turnout.Supervision;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rules 25 and 31; the supervisor's board.</summary>
public sealed class FleetTests : IAsyncLifetime
{
    private static readonly HeartbeatCommand Well = new(3, 1, -250, "1.2.0", DeviceState.Offline, 17, 60_000, 42, false);

    private Hall hall = null!;
    private PairedDevice steward = null!;
    private PairedDevice supervisor = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
        supervisor = await hall.PairAsync(DeviceRole.Supervisor);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_device_that_scanned_and_is_not_heard_of_for_more_than_three_minutes_is_silent()
    {
        await ScanAsync();
        hall.Server.Clock.Advance(Duration.FromMinutes(3));
        Assert.Equal(new SilentDevices(0, 0), (await BoardAsync()).Silent);
        hall.Server.Clock.Advance(Duration.FromSeconds(90));
        Assert.Equal(new SilentDevices(1, 4), (await BoardAsync()).Silent);
        Assert.True((await BoardAsync()).Devices[steward.Device.Id].IsSilent);
    }

    [Fact]
    public async Task A_device_that_is_revoked_holds_nothing_back()
    {
        await ScanAsync();
        await hall.Server.ChangeAsync(db => db.Devices.Attach(steward.Device).Entity.RevokedAt = TestServer.Evening);
        hall.Server.Clock.Advance(Duration.FromHours(1));
        var board = await BoardAsync();
        Assert.Equal(new SilentDevices(0, 0), board.Silent);
        Assert.DoesNotContain(steward.Device.Id, board.Devices.Keys);
        Assert.False(board.Devices[supervisor.Device.Id].IsSilent);
    }

    [Fact]
    public async Task A_paired_device_that_never_said_anything_is_silent_once_the_doors_have_been_open_for_more_than_three_minutes()
    {
        using var organiser = await hall.Server.OrganiserAsync();
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = AssemblyState.Preparing);
        Assert.Equal(new SilentDevices(0, 0), (await BoardAsync()).Silent);
        await organiser.SendAsync<AssemblyDetails>($"/api/assemblies/{hall.Assembly.Id}/open", new { });
        hall.Server.Clock.Advance(Duration.FromMinutes(3));
        Assert.Equal(new SilentDevices(0, 0), (await BoardAsync()).Silent);

        hall.Server.Clock.Advance(Duration.FromMinutes(2));
        var late = await hall.PairAsync(DeviceRole.Steward);
        await hall.Server.ChangeAsync(db => db.Entry(db.Devices.Attach(late.Device).Entity).Property(d => d.PairedAt).CurrentValue = hall.Server.Clock.GetCurrentInstant());
        var board = await BoardAsync();

        Assert.Equal(new SilentDevices(1, 5), board.Silent);
        Assert.True(board.Devices[steward.Device.Id].IsSilent);
        Assert.Null(board.Devices[steward.Device.Id].HeardAt);
        Assert.False(board.Devices[late.Device.Id].IsSilent);
    }

    [Fact]
    public async Task A_device_that_asks_for_the_roster_is_heard_of_even_where_it_never_scanned()
    {
        await steward.Http().GetAsync("/api/door/roster");
        hall.Server.Clock.Advance(Duration.FromMinutes(2));
        Assert.False((await BoardAsync()).Devices[steward.Device.Id].IsSilent);
        hall.Server.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(new SilentDevices(1, 4), (await BoardAsync()).Silent);
    }

    [Fact]
    public async Task A_heartbeat_is_a_sign_of_life_and_an_open_connection_is_one_all_the_time()
    {
        await ScanAsync();
        await using (var line = await steward.LineAsync("/live/door"))
        {
            await line.InvokeAsync("Heartbeat", Well);
            hall.Server.Clock.Advance(Duration.FromMinutes(10));
            Assert.Equal(0, (await BoardAsync()).Silent.Devices);
            Assert.True((await BoardAsync()).Devices[steward.Device.Id].IsConnected);
        }
        Assert.Equal(new SilentDevices(1, 10), (await BoardOnceAsync(b => !b.Devices[steward.Device.Id].IsConnected)).Silent);
    }

    [Fact]
    public async Task The_board_shows_what_a_device_says_of_itself()
    {
        await using var line = await steward.LineAsync("/live/door");
        await line.InvokeAsync("Heartbeat", Well);
        var device = (await BoardAsync()).Devices[steward.Device.Id];
        Assert.Equal((3, 1, -250L, "1.2.0"), (device.QueueLength, device.Quarantined, device.OffsetMs, device.AppVersion));
        Assert.Equal((DeviceState.Offline, 60_000L, 42, false), (device.State, device.RosterAgeMs, device.Battery, device.Charging));
        Assert.Equal("North door", device.Door);
    }

    [Fact]
    public async Task A_heartbeat_moves_the_board_without_leaving_a_row_in_the_journal()
    {
        await using var watching = await supervisor.LineAsync("/live");
        await using var frames = watching.StreamAsync<LiveFrame>("Watch", new WatchRequest("supervisor")).GetAsyncEnumerator();
        await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        var before = await hall.Server.ReadAsync(db => Task.FromResult(db.Changes.Count()));

        await using var line = await steward.LineAsync("/live/door");
        await line.InvokeAsync("Heartbeat", Well);

        await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        var patch = frames.Current.Patch!.Value.GetProperty("devices").GetProperty($"{steward.Device.Id}");
        Assert.Equal(3, patch.GetProperty("queueLength").GetInt32());
        Assert.Equal(before, await hall.Server.ReadAsync(db => Task.FromResult(db.Changes.Count())));
    }

    [Theory]
    [InlineData("""{"queueLength":-1,"quarantined":0,"offsetMs":0,"appVersion":"1","state":"online"}""", "queueLength")]
    [InlineData("""{"queueLength":0,"quarantined":-1,"offsetMs":0,"appVersion":"1","state":"online"}""", "quarantined")]
    [InlineData("""{"queueLength":0,"quarantined":0,"offsetMs":0,"appVersion":"1","state":"online","battery":101}""", "battery")]
    [InlineData("""{"queueLength":0,"quarantined":0,"offsetMs":0,"appVersion":"1","state":"online","rosterAgeMs":-1}""", "rosterAgeMs")]
    public async Task A_heartbeat_that_makes_no_sense_is_refused_and_names_the_field(string words, string field)
    {
        await using var line = await steward.LineAsync("/live/door");
        var refusal = await Assert.ThrowsAsync<HubException>(() => line.InvokeAsync("Heartbeat", JsonSerializer.Deserialize<JsonElement>(words)));
        Assert.Contains(field, refusal.Message, StringComparison.Ordinal);
        Assert.Null((await BoardAsync()).Devices[steward.Device.Id].State);
    }

    [Fact]
    public async Task The_board_counts_by_door_and_shows_institutions_against_their_pledges()
    {
        await ScanAsync();
        await ScanAsync();
        var board = await BoardAsync();
        Assert.Equal(new BoardDoor("North door", false, 2, 0.4, 2), board.Doors[hall.Door.Id]);
        Assert.Equal((0.4, 0.0), (board.Devices[steward.Device.Id].PerMinute, board.Devices[supervisor.Device.Id].PerMinute));
        Assert.Equal(new BoardInstitution("St Mary's", 100, 2), board.Institutions[hall.Institution.Id]);
        Assert.Equal((2, 2, RoomLevel.Free), (board.Arrived, board.PresentNow, board.Room));

        hall.Server.Clock.Advance(Duration.FromMinutes(6));
        board = await BoardAsync();
        Assert.Equal((0.0, 0.0), (board.Doors[hall.Door.Id].PerMinute, board.Devices[steward.Device.Id].PerMinute));
    }

    [Theory]
    [InlineData(7, RoomLevel.Free)]
    [InlineData(8, RoomLevel.Filling)]
    [InlineData(9, RoomLevel.NearlyFull)]
    [InlineData(10, RoomLevel.Full)]
    public async Task The_board_says_how_full_the_room_is(int people, RoomLevel expected)
    {
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 10);
        for (var i = 0; i < people; i++)
            await ScanAsync();
        Assert.Equal(expected, (await BoardAsync()).Room);
    }

    [Theory, InlineData(DeviceRole.Steward), InlineData(DeviceRole.Desk), InlineData(DeviceRole.Kiosk), InlineData(DeviceRole.Projector)]
    public async Task Only_a_supervisor_watches_the_board(DeviceRole role)
    {
        await using var line = await (await hall.PairAsync(role)).LineAsync("/live");
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("supervisor")).GetAsyncEnumerator();
        await Assert.ThrowsAsync<HubException>(() => frames.MoveNextAsync().AsTask());
    }

    private Task<SupervisorPresent> BoardAsync() => supervisor.Http().ReadAsync<SupervisorPresent>("/api/door/board");

    // A server hears a little later than a device that its connection is gone.
    private async Task<SupervisorPresent> BoardOnceAsync(Func<SupervisorPresent, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var board = await BoardAsync();
            if (isSo(board))
                return board;
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task ScanAsync() => await steward.Http().SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([hall.Scan((await hall.IssueAsync(1))[0].Token)]));
}
