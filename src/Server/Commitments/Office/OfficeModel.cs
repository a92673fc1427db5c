using Assemblies.Asks;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Office;

/// <summary>Keys and references of offices' links and words, and what only one of two publishers may change.</summary>
internal static class OfficeModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OfficeLink>(link =>
        {
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.BelongsTo(typeof(PowerHolder), nameof(OfficeLink.PowerHolderId));
        });
        model.Entity<OfficeWord>(word =>
        {
            word.HasIndex(w => new { w.AssemblyId, w.State });
            word.Property(w => w.State).IsConcurrencyToken();
            word.BelongsTo(typeof(Ask), nameof(OfficeWord.AskId));
            word.BelongsTo(typeof(PowerHolder), nameof(OfficeWord.PowerHolderId));
            word.BelongsTo(typeof(OfficeLink), nameof(OfficeWord.LinkId));
        });
    }
}
