using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Numbers;

/// <summary>What an institution promised and brought at one earlier assembly.</summary>
/// <param name="AssemblyId">The assembly.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">Its day, on its own calendar.</param>
/// <param name="Pledged">Promised by the institution.</param>
/// <param name="Arrived">Counted at its doors.</param>
public sealed record PastTurnout(Guid AssemblyId, string Title, LocalDate Day, int Pledged, int Arrived);

/// <summary>The history of institutions: closed assemblies before this one. Forecast and evaluation read the same.</summary>
internal static class TurnoutHistory
{
    /// <summary>By institution, the latest first; where it neither promised nor brought anybody it was not there.</summary>
    public static async Task<ILookup<Guid, PastTurnout>> ReadAsync(AssemblyDb db, AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        var earlier = (await db.Assemblies.AsNoTracking().Where(a => a.State == AssemblyState.Closed && a.Id != assembly.Id).ToListAsync(cancellation))
            .Where(a => a.Doors < assembly.Doors).OrderByDescending(a => a.Doors).ToList();
        var ids = earlier.Select(a => a.Id).ToList();
        var pledged = await db.Delegations.AsNoTracking().Where(d => ids.Contains(d.AssemblyId) && d.Pledge > 0)
            .ToDictionaryAsync(d => (d.AssemblyId, d.InstitutionId), d => d.Pledge, cancellation);
        var arrived = await db.TurnoutCounts.Where(c => ids.Contains(c.AssemblyId) && c.InstitutionId != Guid.Empty).GroupBy(c => new { c.AssemblyId, c.InstitutionId })
            .Select(g => new { g.Key, Arrived = g.Sum(c => c.Arrived) }).Where(g => g.Arrived > 0)
            .ToDictionaryAsync(g => (g.Key.AssemblyId, g.Key.InstitutionId), g => g.Arrived, cancellation);
        return pledged.Keys.Union(arrived.Keys).OrderBy(key => ids.IndexOf(key.AssemblyId)).ToLookup(
            key => key.InstitutionId,
            key => Of(earlier[ids.IndexOf(key.AssemblyId)], pledged.GetValueOrDefault(key), arrived.GetValueOrDefault(key)));
    }

    private static PastTurnout Of(AccountabilityAssembly assembly, int pledged, int arrived) =>
        new(assembly.Id, assembly.Title, assembly.Doors.Date, pledged, arrived);
}
