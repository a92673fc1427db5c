using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Institutions;
using Assemblies.Passes;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Tags;

/// <summary>Keys and references of the tags.</summary>
internal static class TagsModel
{
    public static void Configure(ModelBuilder model) => model.Entity<ArrivalTag>(tag =>
    {
        tag.HasKey(t => new { t.OwnerId, t.Kind });
        tag.HasIndex(t => t.AssemblyId);
        tag.BelongsTo(typeof(AccountabilityAssembly), nameof(ArrivalTag.AssemblyId));
        tag.BelongsTo(typeof(Pass), nameof(ArrivalTag.PassId));
        // Whoever erases a name does not have to know of this table (turnout.md, rule 39).
        tag.HasOne(typeof(Person)).WithMany().HasForeignKey(nameof(ArrivalTag.PersonId)).OnDelete(DeleteBehavior.Cascade);
    });
}
