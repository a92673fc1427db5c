using Assemblies.Data;
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

    /// <summary>When each scene of the hall was cued.</summary>
    public static Task<List<Instant>> CuesAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.SceneCues.Where(c => c.AssemblyId == assemblyId).Select(c => c.At).ToListAsync(cancellation);

    /// <summary>When the scene was cued that the hall saw at a moment.</summary>
    public static Instant Before(IEnumerable<Instant> cues, Instant at) => cues.Where(cue => cue <= at).DefaultIfEmpty(Always).Max();
}
