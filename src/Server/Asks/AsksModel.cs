using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Asks;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class AsksModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<PowerHolder>(powerHolder =>
        {
            powerHolder.HasIndex(p => p.AssemblyId);
            powerHolder.Property(p => p.Invitation).HasConversion<JsonText<Invitation>>();
            powerHolder.BelongsTo(typeof(AccountabilityAssembly), nameof(PowerHolder.AssemblyId));
        });
        model.Entity<PresenceStep>(step =>
        {
            step.HasKey(s => new { s.PowerHolderId, s.Version });
            step.HasIndex(s => s.AssemblyId);
            step.HasIndex(s => s.CommandId).IsUnique();
            step.Property(s => s.Deputy).HasConversion<JsonText<Deputy>>();
            step.BelongsTo(typeof(PowerHolder), nameof(PresenceStep.PowerHolderId));
        });
        model.Entity<Ask>(ask =>
        {
            ask.HasIndex(a => a.AssemblyId);
            ask.BelongsTo(typeof(AccountabilityAssembly), nameof(Ask.AssemblyId));
        });
        model.Entity<AskVersion>(version =>
        {
            version.HasKey(v => new { v.AskId, v.Version });
            version.BelongsTo(typeof(Ask), nameof(AskVersion.AskId));
        });
        model.Entity<AskTarget>(target =>
        {
            target.HasKey(t => new { t.AskId, t.PowerHolderId });
            target.BelongsTo(typeof(Ask), nameof(AskTarget.AskId));
            target.BelongsTo(typeof(PowerHolder), nameof(AskTarget.PowerHolderId));
        });
    }
}
