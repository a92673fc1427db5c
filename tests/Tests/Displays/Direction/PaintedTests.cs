using System.Net;
using Assemblies.Displays.Direction;
using Assemblies.Displays;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Displays.Direction;

/// <summary>live.md, rule 13: a screen says which frame it painted, and the stage manager's tablet is told.</summary>
public sealed class PaintedTests
{
    [Fact]
    public async Task What_a_screen_painted_reaches_the_tablet_and_no_journal()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await using var painted = await FrameCounter.WatchAsync(floor.Manager, "painted");
        var journal = await floor.Hall.Server.ReadAsync(db => db.Changes.CountAsync());
        using var left = floor.Left.Http();
        Assert.Equal(HttpStatusCode.NoContent, (await left.PostAsJsonAsync("/api/screen/painted", new PaintedCommand(4711, Scene.Turnout), WireFormat.Json)).StatusCode);
        var frame = (await painted.NextAsync()).Patch!.Value.GetProperty("screens").GetProperty($"{floor.Left.Device.Id}");
        Assert.Equal((4711, "turnout"), (frame.GetProperty("sequence").GetInt64(), frame.GetProperty("scene").GetString()));
        floor.Hall.Server.Clock.Advance(Duration.FromSeconds(5));
        await left.PostAsJsonAsync("/api/screen/painted", new PaintedCommand(4711, Scene.Turnout), WireFormat.Json);
        frame = (await painted.NextAsync()).Patch!.Value.GetProperty("screens").GetProperty($"{floor.Left.Device.Id}");
        Assert.Equal(WireFormat.Instants.Format(TestServer.Evening + Duration.FromSeconds(5)), frame.GetProperty("heardAt").GetString());
        Assert.Equal(journal, await floor.Hall.Server.ReadAsync(db => db.Changes.CountAsync()));
    }
}
