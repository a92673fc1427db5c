using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Numbers;

/// <summary>Which of the people named beforehand came: those whose own pass was admitted. Whoever came with a coach or as a walk-up is not seen by name.</summary>
internal static class NamedArrivals
{
    /// <summary>The institution of each, as often as somebody of it came.</summary>
    public static Task<List<Guid>> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.Admissions.Where(a => a.AssemblyId == assemblyId && a.Heads > 0)
            .Join(db.Passes.Where(p => p.PersonId != null), a => a.PassId, p => p.Id, (_, p) => p.InstitutionId).ToListAsync(cancellation);
}
