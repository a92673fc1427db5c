using Assemblies.Asks;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Corrections;

/// <summary>Keys and references of corrections and disputes, and the members that only one of two who decide at once may change.</summary>
internal static class CorrectionsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Correction>(correction =>
        {
            correction.HasIndex(c => new { c.AssemblyId, c.ProposedAt });
            correction.Property(c => c.Answer).HasConversion<JsonText<AnswerWords>>();
            correction.Property(c => c.State).IsConcurrencyToken();
            correction.BelongsTo(typeof(Ask), nameof(Correction.AskId));
            correction.BelongsTo(typeof(PowerHolder), nameof(Correction.PowerHolderId));
        });
        model.Entity<Dispute>(dispute =>
        {
            dispute.HasIndex(d => new { d.AssemblyId, d.RaisedAt });
            dispute.Property(d => d.Proposed).IsConcurrencyToken();
            dispute.Property(d => d.Grounds).IsConcurrencyToken();
            dispute.Property(d => d.ProposedBy).IsConcurrencyToken();
            dispute.Property(d => d.Outcome).IsConcurrencyToken();
            dispute.BelongsTo(typeof(Ask), nameof(Dispute.AskId));
            dispute.BelongsTo(typeof(PowerHolder), nameof(Dispute.PowerHolderId));
        });
    }
}
