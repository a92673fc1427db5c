using Assemblies.Data;
using Assemblies.Displays;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout;

/// <summary>Turnout as the hall may see it: arrivals, never names, never a shortfall (product.md, section 5).</summary>
internal static class TurnoutBoard
{
    private const int LatestShown = 5;

    public static async Task<ScreenTurnout> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var arrived = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId && c.Arrived > 0)
            .Join(db.Institutions, c => c.InstitutionId, i => i.Id, (c, i) => new { i.Id, i.Name, c.Arrived, c.LastArrivalAt })
            .ToListAsync(cancellation);
        return new ScreenTurnout(
            arrived.Sum(a => a.Arrived),
            await db.Delegations.Where(d => d.AssemblyId == assemblyId).SumAsync(d => d.Pledge, cancellation),
            arrived.ToDictionary(a => a.Id, a => new ScreenInstitution(a.Name, a.Arrived)),
            await db.Delegations.CountAsync(d => d.AssemblyId == assemblyId && d.Pledge > 0, cancellation),
            [.. arrived.OrderByDescending(a => a.LastArrivalAt).Take(LatestShown).Select(a => new ScreenArrival(a.Id, a.LastArrivalAt))]);
    }
}
