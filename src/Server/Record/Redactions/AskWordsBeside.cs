using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Redactions;

/// <summary>The published words of an ask, and why it was withdrawn.</summary>
internal sealed class AskWordsBeside : IWordsBeside
{
    private const string Withheld = "(The words of this ask are withheld.)";
    private const string Withdrawn = "ask.withdrawn";

    public IReadOnlyCollection<string> Types => ["ask.published", "ask.amended", Withdrawn];

    public async Task EraseAsync(AssemblyDb db, RecordEntry entry, CancellationToken cancellation)
    {
        if (entry.Type == Withdrawn)
        {
            foreach (var ask in await db.Asks.Where(a => a.Id == entry.AskId).ToListAsync(cancellation))
                ask.WithdrawnReason = RedactionWording.Withheld;
            return;
        }
        foreach (var words in await db.AskVersions.Where(v => v.AskId == entry.AskId && v.Version == entry.AskVersion).ToListAsync(cancellation))
        {
            db.Entry(words).Property(v => v.Text).CurrentValue = Withheld;
            db.Entry(words).Property(v => v.Terms).CurrentValue = AskTerms.None;
        }
    }
}
