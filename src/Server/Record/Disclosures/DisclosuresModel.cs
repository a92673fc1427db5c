using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Disclosures;

/// <summary>Keys of what is kept outside the entries. Persons are named by id alone: a person who is deleted must not be held by what is erased with them.</summary>
internal static class DisclosuresModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SealedDisclosure>(disclosure =>
        {
            disclosure.HasKey(d => new { d.AssemblyId, d.Digest });
            disclosure.HasIndex(d => new { d.AssemblyId, d.SubjectId });
            disclosure.BelongsTo(typeof(AccountabilityAssembly), nameof(SealedDisclosure.AssemblyId));
        });
        model.Entity<SubjectKeyRow>(key =>
        {
            key.ToTable("SubjectKeys");
            key.HasKey(k => new { k.AssemblyId, k.SubjectId });
            key.BelongsTo(typeof(AccountabilityAssembly), nameof(SubjectKeyRow.AssemblyId));
        });
    }
}
