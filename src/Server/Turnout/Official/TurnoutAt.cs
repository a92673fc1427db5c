using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Official;

/// <summary>What today's facts say of a moment in the past: late uploads are in it, later arrivals are not.</summary>
internal static class TurnoutAt
{
    /// <summary>Who had arrived at an instant.</summary>
    /// <remarks>
    /// The running total, less what the subjects with later scans brought since: a few after the roll call, so that screens can ask again after every
    /// scan. A scan that is taken back was never there, whenever that happens.
    /// </remarks>
    public static Task<(int Arrived, int Under18s)> ReadAsync(AssemblyDb db, Guid assemblyId, Instant at, CancellationToken cancellation) =>
        // A scan committed between two of these queries would be taken off a total that it never was in.
        OneMoment.ReadAsync(db, () => ReadByDifferenceAsync(db, assemblyId, at, cancellation), cancellation);

    private static async Task<(int Arrived, int Under18s)> ReadByDifferenceAsync(
        AssemblyDb db, Guid assemblyId, Instant at, CancellationToken cancellation)
    {
        var counts = db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId);
        var (arrived, under18s) = (await counts.SumAsync(c => c.Arrived, cancellation), await counts.SumAsync(c => c.Under18s, cancellation));
        var later = db.Scans.Where(s => s.AssemblyId == assemblyId && s.EffectiveAt > at && s.Undoes == null).Select(s => s.SubjectId);
        var scans = await db.Scans.AsNoTracking()
            .Where(s => s.AssemblyId == assemblyId && (later.Contains(s.SubjectId) || db.Scans.Any(t => t.ScanId == s.Undoes && later.Contains(t.SubjectId))))
            .ToListAsync(cancellation);
        var facts = scans.Select(Fact).ToList();
        var today = Recount.Of(facts).Values;
        var then = Recount.Of([.. facts.Where(f => f.Undoes is not null || f.EffectiveAt <= at)]).Values;
        return (arrived - today.Sum(s => s.Heads) + then.Sum(s => s.Heads), under18s - today.Sum(s => s.Under18s) + then.Sum(s => s.Under18s));
    }

    private static SubjectFact Fact(Scan s) => new(
        s.ScanId, s.DeviceId, s.DeviceSeq, s.DoorId, s.Method, s.Direction, s.Outcome, s.Forced, s.EffectiveAt, s.PassId, s.InstitutionId, s.Adults, s.Under18s,
        s.Undoes)
    {
        SubjectId = s.SubjectId,
        IsAssumed = s.IsAssumed,
    };
}
