using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Institutions;
using Assemblies.Turnout;
using Assemblies.Turnout.Numbers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Evaluation;

/// <summary>Reads turnout beside pledge, goal, size and the institution's own history.</summary>
public sealed class TurnoutReview(AssemblyDb db, TurnoutReader reader)
{
    /// <summary>Institution by institution, in the order of <see cref="TurnoutReader"/>.</summary>
    internal async Task<IReadOnlyList<InstitutionReview>> ReadAsync(
        AccountabilityAssembly assembly, IReadOnlyList<ArrivalFact> arrivals, CancellationToken cancellation)
    {
        var report = await reader.ReadAsync(assembly, cancellation);
        var ids = report.Institutions.Select(i => i.InstitutionId).ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var delegations = await db.Delegations.AsNoTracking().Where(d => d.AssemblyId == assembly.Id).ToDictionaryAsync(d => d.InstitutionId, cancellation);
        var named = (await NamedArrivals.ReadAsync(db, assembly.Id, cancellation)).CountBy(id => id).ToDictionary();
        var history = await TurnoutHistory.ReadAsync(db, assembly, cancellation);
        var own = arrivals.ToLookup(a => a.InstitutionId ?? Guid.Empty);
        var start = StartOf(assembly);
        return [.. report.Institutions.Select(row =>
        {
            var id = row.InstitutionId ?? Guid.Empty;
            var delegation = delegations.GetValueOrDefault(id);
            var outcome = new TurnoutOutcome(
                row.Numbers.Pledged, delegation?.Goal, row.Numbers.Forecast, row.Numbers.Registered,
                named.GetValueOrDefault(id) + (delegation?.ErasedCame ?? 0), row.Numbers.Arrived, row.Numbers.Under18s,
                own[id].Where(a => a.Method == ScanMethod.Walkup).Sum(a => a.Heads), own[id].Where(a => a.At > start).Sum(a => a.Heads));
            IReadOnlyList<PastTurnout> earlier = [.. history[id]];
            // While nothing is on record everybody would be here for the first time.
            var isFirstTime = id != Guid.Empty && history.Count > 0 && outcome.Arrived > 0 && earlier.All(e => e.Arrived == 0);
            return Review(row, institutions.GetValueOrDefault(id), outcome, earlier, isFirstTime);
        })];
    }

    /// <summary>The sums of each chapter that has institutions here.</summary>
    internal static IReadOnlyList<ChapterReview> Chapters(IReadOnlyList<InstitutionReview> institutions) =>
    [
        .. institutions.Where(i => i.InstitutionId is not null).GroupBy(i => i.Chapter).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.CurrentCulture)
            .Select(g => new ChapterReview(g.Key, g.Count(), TurnoutOutcome.Sum([.. g.Select(i => i.Outcome)]))),
    ];

    /// <summary>When the evening was to start.</summary>
    internal static Instant StartOf(AccountabilityAssembly assembly) => DateTimeZoneProviders.Tzdb[assembly.TimeZone].AtLeniently(assembly.Start).ToInstant();

    private static InstitutionReview Review(InstitutionTurnout row, Institution? institution, TurnoutOutcome outcome, IReadOnlyList<PastTurnout> earlier, bool isFirstTime) => new(
        row.InstitutionId, row.Institution, row.Chapter, institution?.Membership, institution?.Size, outcome, earlier,
        institution is null ? "" : ReviewWords.AgainstOwnHistory(outcome.Pledged, outcome.Arrived, earlier, isFirstTime), isFirstTime);
}
