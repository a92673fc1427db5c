using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.ReportBack;

/// <summary>Reads what the items of a running order report back on, as it stands on that evening.</summary>
internal static class ReportBackReader
{
    /// <summary>The commitments of each item, in its order; none where no item has any.</summary>
    public static async Task<ILookup<Guid, Commitment>> OfItemsAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var links = await db.AgendaItemCommitments.AsNoTracking()
            .Where(l => db.AgendaItems.Any(i => i.Id == l.ItemId && i.AssemblyId == assemblyId)).OrderBy(l => l.Order).ToListAsync(cancellation);
        // What most evenings do not have costs them nothing to read.
        var heard = links.Count == 0 ? [] : (await OldCommitments.HeardAsync(db, assemblyId, cancellation, links.Select(l => l.AssemblyId).ToHashSet())).ToDictionary(c => c.Key);
        return links.Select(l => (l.ItemId, Commitment: heard.GetValueOrDefault(new(l.AssemblyId, l.AskId, l.PowerHolderId))))
            .Where(l => l.Commitment is not null).ToLookup(l => l.ItemId, l => l.Commitment!);
    }

    /// <summary>What a screen shows of one item's commitments; null where it has none that may be shown.</summary>
    public static async Task<IReadOnlyList<ScreenCommitment>?> OnScreenAsync(AssemblyDb db, Guid assemblyId, Guid? itemId, CancellationToken cancellation)
    {
        if (itemId is not { } id)
            return null;
        IReadOnlyList<ScreenCommitment> shown = [.. (await OfItemsAsync(db, assemblyId, cancellation))[id].Where(ReportBackRules.IsPublic).Select(ScreenCommitment.Of)];
        return shown.Count == 0 ? null : shown;
    }
}
