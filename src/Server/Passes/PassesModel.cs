using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Passes;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class PassesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Pass>(pass =>
        {
            pass.HasIndex(p => new { p.AssemblyId, p.InstitutionId });
            // One pass a person, so that printing twice cannot count anyone twice.
            pass.HasIndex(p => p.PersonId).IsUnique();
            pass.BelongsTo(typeof(AccountabilityAssembly), nameof(Pass.AssemblyId));
            pass.BelongsTo(typeof(Institution), nameof(Pass.InstitutionId));
            pass.BelongsTo(typeof(Person), nameof(Pass.PersonId));
        });
        model.Entity<PassCode>(code =>
        {
            code.HasKey(c => c.TokenHash);
            code.HasIndex(c => c.ShortCodeHash).IsUnique();
            code.HasIndex(c => new { c.PassId, c.Generation }).IsUnique();
            code.BelongsTo(typeof(Pass), nameof(PassCode.PassId));
        });
    }
}
