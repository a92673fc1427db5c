using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Live;
using Assemblies.Shell;

namespace Assemblies.Displays.Direction;

/// <summary>Screens over HTTP: what an organiser sets up, and what a screen says of itself.</summary>
internal static class ScreensApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/screen/painted", (PaintedCommand command, PaintedScreens painted, Broadcaster broadcaster, ClaimsPrincipal caller) =>
            {
                painted.Hear(caller.DeviceId()!.Value, command);
                broadcaster.Touch(PaintedChannel.ChannelName, caller.BoundAssembly()!.Value);
                return TypedResults.NoContent();
            })
            .For(Access.Screen).WithSummary("Says which frame is on the screen. Telemetry: it changes nothing.");
        var screens = api.MapAssemblyGroup("/screens");
        screens.MapGet("", async (Guid assemblyId, AssemblyDb db, CancellationToken cancellation) => TypedResults.Ok( await ScreensReader.ReadAsync(db, assemblyId, cancellation)))
            .WithSummary("Lists the screens with what each shows, by device.");
        screens.MapPost("/direct", async (Guid assemblyId, DirectCommand command, ScreenBook book, ClaimsPrincipal caller) =>
                FloorApi.Reply(await book.DirectAsync(caller.Actor(), assemblyId, command, CancellationToken.None)))
            .WithSummary("Does something with one screen or several, as the stage manager's tablet does.");
    }
}
