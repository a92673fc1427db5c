using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Turnout.Official;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout;

/// <summary>Turnout as the hall may see it: arrivals, never names, never a shortfall (product.md, section 5).</summary>
internal static class TurnoutBoard
{
    private const int LatestShown = 5;

    // One large delegation may stream in alone for a while; this many back others are found, and a board never reads a whole hall.
    private const int LatestRead = 300;

    public static async Task<ScreenTurnout> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var counts = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).GroupBy(c => c.InstitutionId)
            .Select(g => new { Id = g.Key, Arrived = g.Sum(c => c.Arrived) }).ToListAsync(cancellation);
        var names = await db.Delegations.Where(d => d.AssemblyId == assemblyId)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new { i.Id, i.Name, i.Chapter }).ToDictionaryAsync(i => i.Id, cancellation);
        var smallest = Math.Max(1, await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.SmallestShown).SingleAsync(cancellation));
        var official = await OfficialBook.LatestAsync(db, assemblyId, cancellation);
        var named = counts.Where(c => c.Arrived >= smallest && names.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => new ScreenInstitution(names[c.Id].Name, c.Arrived));
        var chapters = counts.Where(c => c.Arrived > 0 && names.TryGetValue(c.Id, out var known) && known.Chapter is not null)
            .GroupBy(c => names[c.Id].Chapter!, c => c.Arrived)
            // Like an institution: too few to be listed are not.
            .Where(g => g.Sum() >= smallest).ToDictionary(g => g.Key, g => new ScreenChapter(g.Sum()));
        var latest = await db.Admissions.Where(a => a.AssemblyId == assemblyId && a.InstitutionId != null && a.Heads > 0)
            .OrderByDescending(a => a.At).Take(LatestRead).Select(a => new { Id = a.InstitutionId!.Value, a.At }).ToListAsync(cancellation);
        return new ScreenTurnout(
            counts.Sum(c => c.Arrived),
            await db.Delegations.Where(d => d.AssemblyId == assemblyId).SumAsync(d => d.Pledge, cancellation),
            named,
            await db.Delegations.CountAsync(d => d.AssemblyId == assemblyId && d.Pledge > 0, cancellation),
            [.. latest.Where(a => named.ContainsKey(a.Id)).DistinctBy(a => a.Id).Take(LatestShown).Select(a => new ScreenArrival(a.Id, a.At))],
            counts.Count(c => c.Arrived > 0 && c.Arrived < smallest && names.ContainsKey(c.Id)),
            official is null ? null : new ScreenOfficial(official.Arrived, official.At, official.Corrected, official.SilentDevices, official.Method),
            chapters.Count == 0 ? null : chapters);
    }
}
