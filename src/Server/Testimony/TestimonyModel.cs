using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Testimony;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class TestimonyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Speaker>(speaker =>
        {
            speaker.HasIndex(s => s.AssemblyId);
            speaker.BelongsTo(typeof(AccountabilityAssembly), nameof(Speaker.AssemblyId));
            speaker.BelongsTo(typeof(Institution), nameof(Speaker.InstitutionId));
            speaker.BelongsTo(typeof(Ask), nameof(Speaker.AskId));
        });
    }
}
