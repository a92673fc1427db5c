using System.Net;
using Assemblies.Devices;
using Assemblies.Tests.Harness;

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
    public async Task Two_doors_cannot_have_one_name() =>
        Assert.Equal(["name"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new DoorCommand("North door")));

    [Fact]
    public async Task A_door_that_a_device_was_given_stays()
    {
        await hall.PairAsync(DeviceRole.Steward);
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, await organiser.DeleteAsync($"{Path}/{hall.Door.Id}")));
    }

    [Fact]
    public async Task An_assembly_that_does_not_exist_has_no_doors() =>
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/api/assemblies/{Guid.NewGuid()}/doors")).StatusCode);
}
