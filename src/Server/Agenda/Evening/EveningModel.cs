using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening;

/// <summary>Keys and uniqueness of the evening's steps: what must stay true even if the code above is wrong.</summary>
internal static class EveningModel
{
    public static void Configure(ModelBuilder model) => model.Entity<EveningStep>(step =>
    {
        step.HasIndex(s => new { s.AssemblyId, s.Version }).IsUnique();
        step.HasIndex(s => s.CommandId).IsUnique();
        step.Property(s => s.Details).HasConversion<JsonText<EveningDetails>>();
        step.BelongsTo(typeof(AccountabilityAssembly), nameof(EveningStep.AssemblyId));
    });
}
