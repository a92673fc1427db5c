using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>Whether the evening is closed in its public record, and the signed note that says so.</summary>
internal static class ClosedRecord
{
    /// <summary>Whether it is: what was said in the room ends there, and follow-up begins.</summary>
    public static Task<bool> IsRecordClosedAsync(this AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => Closing(db, assemblyId).AnyAsync(cancellation);

    /// <summary>The closing checkpoint; null before.</summary>
    public static Task<string?> ClosingNoteAsync(this AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        Closing(db, assemblyId).Select(e => (string?)e.Checkpoint).FirstOrDefaultAsync(cancellation);

    private static IQueryable<RecordEntry> Closing(AssemblyDb db, Guid assemblyId) => db.RecordEntries.Where(e => e.AssemblyId == assemblyId && e.Type == "session.closed");
}
