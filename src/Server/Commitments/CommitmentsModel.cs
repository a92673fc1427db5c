using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments.Evidence;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Reminders;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class CommitmentsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CommitmentStep>(step =>
        {
            step.HasIndex(s => new { s.AskId, s.PowerHolderId, s.Version }).IsUnique();
            step.HasIndex(s => s.AssemblyId);
            step.Property(s => s.Details).HasConversion<JsonText<CommitmentDetails>>();
            step.BelongsTo(typeof(Ask), nameof(CommitmentStep.AskId));
            step.BelongsTo(typeof(PowerHolder), nameof(CommitmentStep.PowerHolderId));
        });
        model.Entity<EvidenceFile>(file =>
        {
            file.HasKey(f => new { f.AssemblyId, f.Sha256 });
            file.BelongsTo(typeof(AccountabilityAssembly), nameof(EvidenceFile.AssemblyId));
        });
        RemindersModel.Configure(model);
        OfficeModel.Configure(model);
    }
}
