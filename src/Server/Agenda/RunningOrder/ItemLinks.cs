using Assemblies.Commitments;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Whom and what the items of one running order link, each in its order.</summary>
internal sealed class ItemLinks
{
    private ILookup<Guid, Guid> speakers = null!;
    private ILookup<Guid, Guid> asks = null!;
    private ILookup<Guid, Guid> powerHolders = null!;
    private ILookup<Guid, CommitmentKey> commitments = null!;

    public static async Task<ItemLinks> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => new()
    {
        speakers = (await db.AgendaItemSpeakers.AsNoTracking()
            .Where(l => db.AgendaItems.Any(i => i.Id == l.ItemId && i.AssemblyId == assemblyId)).OrderBy(l => l.Order).ToListAsync(cancellation))
            .ToLookup(l => l.ItemId, l => l.SpeakerId),
        asks = (await db.AgendaItemAsks.AsNoTracking()
            .Where(l => db.AgendaItems.Any(i => i.Id == l.ItemId && i.AssemblyId == assemblyId)).OrderBy(l => l.Order).ToListAsync(cancellation))
            .ToLookup(l => l.ItemId, l => l.AskId),
        powerHolders = (await db.PowerHolders.Where(p => p.AssemblyId == assemblyId)
            .Join(db.AgendaItemPowerHolders, p => p.Id, l => l.PowerHolderId, (p, l) => new { l.ItemId, l.PowerHolderId, p.Order })
            .OrderBy(l => l.Order).ToListAsync(cancellation))
            .ToLookup(l => l.ItemId, l => l.PowerHolderId),
        commitments = (await db.AgendaItemCommitments.AsNoTracking()
            .Where(l => db.AgendaItems.Any(i => i.Id == l.ItemId && i.AssemblyId == assemblyId)).OrderBy(l => l.Order).ToListAsync(cancellation))
            .ToLookup(l => l.ItemId, l => new CommitmentKey(l.AssemblyId, l.AskId, l.PowerHolderId)),
    };

    public IReadOnlyList<Guid> Speakers(Guid itemId) => [.. speakers[itemId]];

    public IReadOnlyList<Guid> Asks(Guid itemId) => [.. asks[itemId]];

    public IReadOnlyList<Guid> PowerHolders(Guid itemId) => [.. powerHolders[itemId]];

    public IReadOnlyList<CommitmentKey> Commitments(Guid itemId) => [.. commitments[itemId]];
}
