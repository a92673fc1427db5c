using Assemblies.Data;
using Assemblies.Displays.Direction;
using Assemblies.Live;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Rehearsal;

/// <summary>Measures each screen of the rehearsal that is paired, as an organiser with a tape would: one that nobody measured is laid out for a deeper hall.</summary>
internal sealed class RehearsalHall(IServiceProvider services, Guid assemblyId)
{
    /// <summary>A hall for the Medium evening (product.md, section 1): 1,600 seats on forty metres by twenty-four, and a picture of eight metres by four and a half.</summary>
    public static ScreenSettings Measured { get; } = new(ImageHeight: 4.5, FarthestSeat: 24);

    /// <summary>Until the server stops.</summary>
    public async Task MeasureAsync(CancellationToken stopping)
    {
        var broadcaster = services.GetRequiredService<Broadcaster>();
        try
        {
            await foreach (var frame in broadcaster.WatchAsync(broadcaster.Find("screen")!, assemblyId, stopping))
                if ((frame.Frame?.Present ?? frame.Frame?.Patch)?.TryGetProperty("screens", out _) == true)
                    await MeasureNewAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The rehearsal is over.
        }
    }

    // What somebody has done something with is theirs.
    private async Task MeasureNewAsync(CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AssemblyDb>();
        var touched = await ScreensReader.LivesAsync(db, assemblyId, cancellation);
        foreach (var screen in await ScreensReader.Screens(db, assemblyId).Select(d => d.Id).ToListAsync(cancellation))
            if (!touched.ContainsKey(screen))
                await scope.ServiceProvider.GetRequiredService<ScreenBook>().DirectAsync(
                    Actor.Server, assemblyId, new DirectCommand(Guid.CreateVersion7(), [new(screen, 0)], ScreenStepKind.Configured, Measured), cancellation);
    }
}
