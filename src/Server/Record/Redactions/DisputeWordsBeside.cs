using Assemblies.Data;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Redactions;

/// <summary>What an office said against an answer: of a withheld dispute stays that there was one.</summary>
internal sealed class DisputeWordsBeside : IWordsBeside
{
    public IReadOnlyCollection<string> Types => ["answer.disputed"];

    public async Task EraseAsync(AssemblyDb db, RecordEntry entry, CancellationToken cancellation)
    {
        // Counted from the end: a record that succeeds one whose key was lost has only the later ones.
        var later = await db.RecordEntries.CountAsync(
            e => e.AssemblyId == entry.AssemblyId && e.AskId == entry.AskId && e.PowerHolderId == entry.PowerHolderId && e.Type == entry.Type && e.Seq > entry.Seq, cancellation);
        var disputes = await db.Disputes.Where(d => d.AskId == entry.AskId && d.PowerHolderId == entry.PowerHolderId).OrderBy(d => d.RaisedAt).ThenBy(d => d.Id).ToListAsync(cancellation);
        if (disputes.SkipLast(later).LastOrDefault() is { } dispute)
        {
            db.Entry(dispute).Property(d => d.Words).CurrentValue = RedactionWording.Withheld;
            db.Entry(dispute).Property(d => d.RaisedBy).CurrentValue = RedactionWording.Withheld;
        }
    }
}
