using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Keys;

/// <summary>Keys of records that ended.</summary>
internal static class KeysModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<EndedRecord>(record =>
        {
            record.HasKey(r => r.Slug);
            record.HasIndex(r => new { r.AssemblyId, r.EndedAt });
            record.BelongsTo(typeof(AccountabilityAssembly), nameof(EndedRecord.AssemblyId));
        });
        model.Entity<EndedRecordEntry>(entry =>
        {
            entry.HasKey(e => new { e.Slug, e.Seq });
            entry.BelongsTo(typeof(EndedRecord), nameof(EndedRecordEntry.Slug));
        });
    }
}
