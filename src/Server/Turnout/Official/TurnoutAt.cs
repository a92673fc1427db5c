using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Official;

/// <summary>What today's facts say of a moment in the past: late uploads are in it, later arrivals are not.</summary>
internal static class TurnoutAt
{
    /// <summary>Who had arrived at an instant.</summary>
    public static async Task<(int Arrived, int Under18s)> ReadAsync(AssemblyDb db, Guid assemblyId, Instant at, CancellationToken cancellation)
    {
        var found = await ByInstitutionAsync(db, assemblyId, at, cancellation);
        return (found.Values.Sum(f => f.Arrived), found.Values.Sum(f => f.Under18s));
    }

    /// <summary>Who had arrived at an instant, by institution; <see cref="Guid.Empty"/> for people of none.</summary>
    /// <remarks>
    /// The running total, less what the subjects with later scans brought since: a few after the roll call, so that screens can ask again after every
    /// scan. A scan that is taken back was never there, whenever that happens.
    /// </remarks>
    public static async Task<IReadOnlyDictionary<Guid, (int Arrived, int Under18s)>> ByInstitutionAsync(
        AssemblyDb db, Guid assemblyId, Instant at, CancellationToken cancellation)
    {
        // A scan committed between two of these queries would be taken off a total that it never was in.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var before = await SequenceAsync(db, assemblyId, cancellation);
            var found = await ReadByDifferenceAsync(db, assemblyId, at, cancellation);
            if (before == await SequenceAsync(db, assemblyId, cancellation))
                return found;
        }
        // Doors that never rest for that long: all of it in one statement, which sees one moment.
        var all = (await db.Scans.AsNoTracking().Where(s => s.AssemblyId == assemblyId && (s.Undoes != null || s.EffectiveAt <= at)).ToListAsync(cancellation))
            .Select(Fact).ToList();
        return Sum(Recount.Of(all).Values.Select(Line));
    }

    private static Task<long> SequenceAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => db.Changes
        .Where(c => c.AssemblyId == assemblyId && c.Channel == ChangeChannel.Turnout).OrderByDescending(c => c.Sequence).Select(c => c.Sequence)
        .FirstOrDefaultAsync(cancellation);

    private static async Task<IReadOnlyDictionary<Guid, (int Arrived, int Under18s)>> ReadByDifferenceAsync(
        AssemblyDb db, Guid assemblyId, Instant at, CancellationToken cancellation)
    {
        var counts = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).GroupBy(c => c.InstitutionId)
            .Select(g => new { g.Key, Arrived = g.Sum(c => c.Arrived), Under18s = g.Sum(c => c.Under18s) }).ToListAsync(cancellation);
        var later = db.Scans.Where(s => s.AssemblyId == assemblyId && s.EffectiveAt > at && s.Undoes == null).Select(s => s.SubjectId);
        var scans = await db.Scans.AsNoTracking()
            .Where(s => s.AssemblyId == assemblyId && (later.Contains(s.SubjectId) || db.Scans.Any(t => t.ScanId == s.Undoes && later.Contains(t.SubjectId))))
            .ToListAsync(cancellation);
        var facts = scans.Select(Fact).ToList();
        var today = Recount.Of(facts).Values.Select(Line).Select(l => l with { Arrived = -l.Arrived, Under18s = -l.Under18s });
        var then = Recount.Of([.. facts.Where(f => f.Undoes is not null || f.EffectiveAt <= at)]).Values.Select(Line);
        return Sum([.. counts.Select(c => new InstitutionLine(c.Key, c.Arrived, c.Under18s)), .. today, .. then]);
    }

    private static Dictionary<Guid, (int Arrived, int Under18s)> Sum(IEnumerable<InstitutionLine> lines) =>
        lines.GroupBy(l => l.Institution).ToDictionary(g => g.Key, g => (g.Sum(l => l.Arrived), g.Sum(l => l.Under18s)));

    private static InstitutionLine Line(SubjectState state) => new(state.First!.InstitutionId ?? Guid.Empty, state.Heads, state.Under18s);

    private sealed record InstitutionLine(Guid Institution, int Arrived, int Under18s);

    private static SubjectFact Fact(Scan s) => new(
        s.ScanId, s.DeviceId, s.DeviceSeq, s.DoorId, s.Method, s.Direction, s.Outcome, s.Forced, s.EffectiveAt, s.PassId, s.InstitutionId, s.Adults, s.Under18s,
        s.Undoes)
    {
        SubjectId = s.SubjectId,
        IsAssumed = s.IsAssumed,
    };
}
