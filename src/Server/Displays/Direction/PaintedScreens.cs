using System.Collections.Concurrent;
using NodaTime;

namespace Assemblies.Displays.Direction;

/// <summary>What a screen says after it painted, and every few seconds while nothing changes.</summary>
/// <param name="Sequence">Of the frame that is on the screen.</param>
/// <param name="Scene">The scene that is on the screen.</param>
public sealed record PaintedCommand(long Sequence, Scene Scene);

/// <summary>What screens say they painted (live.md, rule 13). In memory: it is telemetry, like the fleet of the doors (decision 0007).</summary>
public sealed class PaintedScreens(IClock clock)
{
    private readonly ConcurrentDictionary<Guid, PaintedScreen> painted = new();

    /// <summary>Keeps what a screen says until it says something newer.</summary>
    public void Hear(Guid deviceId, PaintedCommand words) => painted[deviceId] = new(words.Sequence, words.Scene, clock.GetCurrentInstant());

    /// <summary>The last of a screen; null where it has said nothing since the server started.</summary>
    internal PaintedScreen? Of(Guid deviceId) => painted.GetValueOrDefault(deviceId);
}

/// <param name="Sequence">Of the frame that was on the screen.</param>
/// <param name="Scene">The scene that was on the screen.</param>
/// <param name="HeardAt">When it said so.</param>
public sealed record PaintedScreen(long Sequence, Scene Scene, Instant HeardAt);

/// <summary>What the stage manager's tablet knows of what is really on the screens.</summary>
/// <param name="Screens">By device; screens that were not heard of since the server started are missing.</param>
public sealed record PaintedPresent(IReadOnlyDictionary<Guid, PaintedScreen> Screens);
