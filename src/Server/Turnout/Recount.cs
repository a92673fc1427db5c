using Assemblies.Data;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>One line of the projections: what a subject, or an institution at a door, is counted as.</summary>
internal sealed record CountLine(Guid Id, Guid InstitutionId, Guid DoorId, int Heads, int Under18s, int Inside);

/// <summary>What recounting an assembly found.</summary>
/// <param name="Scans">How many facts were read.</param>
/// <param name="Arrived">Arrived, by the facts.</param>
/// <param name="Differences">Lines of the projections that the facts do not bear out, and lines they want that are not there.</param>
internal sealed record RecountResult(int Scans, int Arrived, int Differences);

/// <summary>Counts an assembly again from its facts alone and compares (turnout.md, rule 23).</summary>
/// <remarks>In one transaction that keeps writers out, so that a running evening can be recounted without false alarms.</remarks>
internal sealed class Recount(ScanStore store, Instant now)
{
    /// <summary>Compares, and writes the projections anew where they differ and <paramref name="repair"/> says so.</summary>
    public async Task<RecountResult> RunAsync(Guid assemblyId, bool repair, CancellationToken cancellation)
    {
        await using var transaction = await store.BeginAsync(cancellation);
        var facts = await store.FindAllFactsAsync(assemblyId, cancellation);
        var states = Of(facts);
        var wrong = Differences(states.Select(s => Line(s.Key, s.Value)), await store.ReadAdmissionsAsync(assemblyId, cancellation))
            + Differences(Sum(states.Values), await store.ReadCountsAsync(assemblyId, cancellation));
        if (wrong > 0 && repair)
        {
            await store.ClearCountsAsync(assemblyId, cancellation);
            foreach (var (subject, state) in states)
                await store.CountAsync(assemblyId, subject, SubjectState.Nothing, state, cancellation);
            await store.AddChangeAsync(assemblyId, now, Actor.Server, "turnout.recounted", "Turnout was counted anew from the scans.", null, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        return new(facts.Count, states.Values.Sum(s => s.Heads), wrong);
    }

    /// <summary>What every subject counts for, those that count for nothing left out.</summary>
    public static IReadOnlyDictionary<Guid, SubjectState> Of(IReadOnlyList<SubjectFact> facts)
    {
        var undos = facts.Where(f => f.Undoes is not null).ToLookup(f => f.Undoes!.Value);
        return facts.Where(f => f.Undoes is null).GroupBy(f => f.SubjectId)
            .Select(g => (g.Key, State: SubjectFold.Of(g.Concat(g.SelectMany(f => undos[f.ScanId])))))
            .Where(s => s.State.Heads != 0 || s.State.Inside != 0)
            .ToDictionary(s => s.Key, s => s.State);
    }

    private static CountLine Line(Guid subject, SubjectState s) =>
        new(subject, s.First!.InstitutionId ?? Guid.Empty, s.First.DoorId ?? Guid.Empty, s.Heads, s.Under18s, s.Inside);

    private static IEnumerable<CountLine> Sum(IEnumerable<SubjectState> states) => states.Select(s => Line(Guid.Empty, s))
        .GroupBy(l => (l.InstitutionId, l.DoorId))
        .Select(g => new CountLine(Guid.Empty, g.Key.InstitutionId, g.Key.DoorId, g.Sum(l => l.Heads), g.Sum(l => l.Under18s), g.Sum(l => l.Inside)));

    // A line of zeros says the same as none.
    private static int Differences(IEnumerable<CountLine> wanted, IEnumerable<CountLine> stored)
    {
        var lines = wanted.ToHashSet();
        lines.SymmetricExceptWith(stored);
        return lines.Count(l => l is not { Heads: 0, Under18s: 0, Inside: 0 });
    }
}
