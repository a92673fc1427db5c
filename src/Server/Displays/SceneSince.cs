using Assemblies.Data;
using Assemblies.Displays.Direction;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays;

/// <summary>When what is shown came on. Screens count their pages from it: by the step that was stored and not by when somebody painted it, so that all turn together.</summary>
internal static class SceneSince
{
    /// <summary>What nobody cued was there always: an instant that every screen knows.</summary>
    public static readonly Instant Always = NodaConstants.UnixEpoch;

    /// <summary>When the hall's scene was cued.</summary>
    public static async Task<Instant> HallAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.Stages.Where(s => s.AssemblyId == assemblyId)
            .Join(db.SceneCues, s => new { s.AssemblyId, s.Version }, c => new { c.AssemblyId, c.Version }, (_, cue) => (Instant?)cue.At)
            .FirstOrDefaultAsync(cancellation) ?? Always;

    /// <summary>The screens, each with the instant from which it counts.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ScreenView>> CountedAsync(
        AssemblyDb db, Guid assemblyId, IReadOnlyDictionary<Guid, ScreenView> screens, Instant? hall, CancellationToken cancellation)
    {
        // Most follow the hall: then there is nothing to look up.
        var own = screens.Values.Any(s => s.Hold is not null || s.Scene == Scene.Message) ? await OwnAsync(db, assemblyId, cancellation) : [];
        return screens.ToDictionary(s => s.Key, s => s.Value with { Since = s.Value.IsBlank is true ? null : own.GetValueOrDefault(s.Key) ?? hall });
    }

    /// <summary>The same by the steps of one screen; null where it follows the hall. A message lies over a held scene, and a frozen one is as old as it was.</summary>
    public static Instant? Of(IEnumerable<ScreenStep> steps, IReadOnlyCollection<Instant> cues)
    {
        Instant? held = null, message = null;
        foreach (var step in steps.OrderBy(s => s.Version))
            (held, message) = step.Kind switch
            {
                ScreenStepKind.Taken => (step.At, message),
                ScreenStepKind.Frozen => (held ?? cues.Where(at => at <= step.At).DefaultIfEmpty(Always).Max(), message),
                ScreenStepKind.Followed => (null, message),
                ScreenStepKind.MessageShown => (held, step.At),
                ScreenStepKind.MessageCleared => (held, null),
                _ => (held, message),
            };
        return message ?? held;
    }

    private static async Task<Dictionary<Guid, Instant?>> OwnAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var steps = await db.ScreenSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).ToListAsync(cancellation);
        var cues = steps.Exists(s => s.Kind == ScreenStepKind.Frozen)
            ? await db.SceneCues.Where(c => c.AssemblyId == assemblyId).Select(c => c.At).ToListAsync(cancellation)
            : [];
        return steps.GroupBy(s => s.DeviceId).ToDictionary(s => s.Key, s => Of(s, cues));
    }
}
