using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>Keys and uniqueness of the public record: two writers cannot both write the same place.</summary>
internal static class RecordLogModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<RecordEntry>(entry =>
        {
            entry.HasKey(e => new { e.AssemblyId, e.Seq });
            entry.BelongsTo(typeof(AccountabilityAssembly), nameof(RecordEntry.AssemblyId));
        });
        model.Entity<RecordKey>(key =>
        {
            key.HasKey(k => k.AssemblyId);
            key.HasIndex(k => k.Slug).IsUnique();
            key.BelongsTo(typeof(AccountabilityAssembly), nameof(RecordKey.AssemblyId));
        });
    }
}
