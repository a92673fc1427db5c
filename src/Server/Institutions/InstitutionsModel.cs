using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Institutions;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class InstitutionsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Institution>().HasIndex(i => i.NameKey).IsUnique();
        model.Entity<Delegation>(delegation =>
        {
            delegation.HasKey(d => new { d.AssemblyId, d.InstitutionId });
            delegation.BelongsTo(typeof(AccountabilityAssembly), nameof(Delegation.AssemblyId));
            delegation.BelongsTo(typeof(Institution), nameof(Delegation.InstitutionId));
        });
        model.Entity<Person>(person =>
        {
            person.HasIndex(p => new { p.AssemblyId, p.InstitutionId });
            person.BelongsTo(typeof(AccountabilityAssembly), nameof(Person.AssemblyId));
            person.BelongsTo(typeof(Institution), nameof(Person.InstitutionId));
        });
    }
}
