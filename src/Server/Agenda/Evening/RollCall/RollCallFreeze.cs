using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Assemblies.Turnout.Official;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening.RollCall;

/// <summary>Freezes the figures of a roll call: those of the official turnout, which is frozen with it when nobody has done so.</summary>
public sealed class RollCallFreeze(AssemblyDb db, OfficialBook official)
{
    /// <summary>The figure of every delegation, nothing for those of whom nobody had come. The caller saves.</summary>
    internal async Task<(EveningFindings Findings, Problem? Problem)> FreezeAsync(Actor actor, Guid assemblyId, CancellationToken cancellation)
    {
        var frozen = await db.OfficialTurnouts.AsNoTracking().Where(o => o.AssemblyId == assemblyId).OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancellation);
        if (frozen is null)
        {
            (frozen, var problems) = await official.AddAsync(actor, assemblyId, new FreezeCommand(), cancellation);
            if (frozen is null)
                return (EveningFindings.None, problems[0]);
        }
        var arrived = await TurnoutAt.ByInstitutionAsync(db, assemblyId, frozen.At, cancellation);
        var institutions = await db.Delegations.Where(d => d.AssemblyId == assemblyId).Select(d => d.InstitutionId).ToListAsync(cancellation);
        return (new EveningFindings(Figures: institutions.ToDictionary(id => id, id => arrived.TryGetValue(id, out var count) ? count.Arrived : 0)), null);
    }
}
