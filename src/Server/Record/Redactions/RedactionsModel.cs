using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Redactions;

/// <summary>Keys of redactions, and the member that only one of two who decide at once may change.</summary>
internal static class RedactionsModel
{
    public static void Configure(ModelBuilder model) => model.Entity<Redaction>(redaction =>
    {
        redaction.HasIndex(r => new { r.AssemblyId, r.ProposedAt });
        redaction.Property(r => r.State).IsConcurrencyToken();
        redaction.BelongsTo(typeof(AccountabilityAssembly), nameof(Redaction.AssemblyId));
    });
}
