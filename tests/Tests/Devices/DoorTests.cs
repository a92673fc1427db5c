using System.Net;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;

namespace Assemblies.Tests.Devices;

public sealed class DoorTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Path => $"/api/assemblies/{hall.Assembly.Id}/doors";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Doors_are_added_renamed_and_removed()
    {
        var south = await organiser.SendAsync<DoorRow>(Path, new DoorCommand(" South door "));
        await organiser.PutAsJsonAsync($"{Path}/{south.Id}", new DoorCommand("Garden door"));
        Assert.Equal(["Garden door", "North door"], (await organiser.ReadAsync<List<DoorRow>>(Path)).Select(d => d.Name));
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Path}/{south.Id}")).StatusCode);
        Assert.Equal(["North door"], (await organiser.ReadAsync<List<DoorRow>>(Path)).Select(d => d.Name));
    }

    [Fact]
    public async Task A_door_to_an_overflow_room_admits_although_the_main_room_is_full()
    {
        var plan = await organiser.ReadAsync<AssemblyDetails>($"/api/assemblies/{hall.Assembly.Id}");
        await organiser.PutAsJsonAsync($"/api/assemblies/{hall.Assembly.Id}", new AssemblyCommand(
            plan.Title, plan.Venue, plan.TimeZone, plan.Doors, plan.Start, plan.HardEnd, 1, Overflow: "St Mary’s hall"), WireFormat.Json);
        using var steward = (await hall.PairAsync(DeviceRole.Steward)).Http();
        var passes = await hall.IssueAsync(3);

        await ScanAsync(steward, passes[0].Token);
        var full = await ScanAsync(steward, passes[1].Token);
        await organiser.PutAsJsonAsync($"{Path}/{hall.Door.Id}", new DoorCommand("Garden door", IsOverflow: true));
        var elsewhere = await ScanAsync(steward, passes[2].Token);

        Assert.Equal((ScanOutcome.RoomFullRedirect, "St Mary’s hall"), (full.Outcome, full.RedirectTo));
        Assert.Equal(ScanOutcome.Admitted, elsewhere.Outcome);
        Assert.True(Assert.Single(await organiser.ReadAsync<List<DoorRow>>(Path)).IsOverflow);
    }

    [Fact]
    public async Task Two_doors_cannot_have_one_name() =>
        Assert.Equal(["name"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new DoorCommand("North door")));

    [Fact]
    public async Task A_door_that_a_device_was_given_stays()
    {
        await hall.PairAsync(DeviceRole.Steward);
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, await organiser.DeleteAsync($"{Path}/{hall.Door.Id}")));
    }

    private async Task<ScanAnswer> ScanAsync(HttpClient steward, string token) =>
        (await steward.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([hall.Scan(token)]))).Answers[0];

    [Fact]
    public async Task An_assembly_that_does_not_exist_has_no_doors() =>
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/api/assemblies/{Guid.NewGuid()}/doors")).StatusCode);
}
