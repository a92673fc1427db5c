using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Passes;

/// <summary>How many passes one institution has.</summary>
/// <param name="InstitutionId">The institution.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pledge">How many people it promised.</param>
/// <param name="People">How many of them are named.</param>
/// <param name="Named">How many named people have a pass.</param>
/// <param name="Unnamed">How many passes of one person have no name.</param>
/// <param name="Groups">How many delegation passes there are.</param>
/// <param name="Expected">How many are expected with good delegation passes.</param>
/// <param name="Revoked">How many of all of them are revoked.</param>
public sealed record PassesRow(
    Guid InstitutionId, string Name, int Pledge, int People, int Named, int Unnamed, int Groups, int Expected, int Revoked)
{
    public int Passes => Named + Unnamed + Groups;

    /// <summary>How many passes without a name would make up the pledge, if everybody named had one and every group came as expected.</summary>
    public int ToPledge => Math.Max(0, Pledge - Unnamed - Expected - Math.Max(People, Named));
}

/// <summary>Which institutions have passes, and which still need some.</summary>
public sealed class PassesOverview(AssemblyDb db)
{
    public async Task<IReadOnlyList<PassesRow>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var delegations = await db.Delegations.Where(d => d.AssemblyId == assemblyId)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new { i.Id, i.Name, d.Pledge }).ToListAsync(cancellation);
        var people = await db.People.Where(p => p.AssemblyId == assemblyId)
            .GroupBy(p => p.InstitutionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var passes = (await db.Passes.Where(p => p.AssemblyId == assemblyId)
            .GroupBy(p => new { p.InstitutionId, IsNamed = p.PersonId != null, IsGroup = p.Adults != null, p.Status })
            .Select(g => new
            {
                g.Key.InstitutionId, g.Key.IsNamed, g.Key.IsGroup, g.Key.Status, Count = g.Count(), Expected = g.Sum(p => (p.Adults ?? 0) + (p.Under18s ?? 0)),
            }).ToListAsync(cancellation))
            .ToLookup(g => g.InstitutionId);
        return [.. delegations.OrderBy(d => d.Name, StringComparer.CurrentCulture).Select(d => new PassesRow(
            d.Id, d.Name, d.Pledge, people.GetValueOrDefault(d.Id),
            passes[d.Id].Where(p => p.IsNamed).Sum(p => p.Count),
            passes[d.Id].Where(p => p is { IsNamed: false, IsGroup: false }).Sum(p => p.Count),
            passes[d.Id].Where(p => p.IsGroup).Sum(p => p.Count),
            passes[d.Id].Where(p => p is { IsGroup: true, Status: PassStatus.Active }).Sum(p => p.Expected),
            passes[d.Id].Where(p => p.Status == PassStatus.Revoked).Sum(p => p.Count)))];
    }
}
