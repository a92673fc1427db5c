using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Takes links away when what they point to is removed: called by the features that remove it, and saved with that.</summary>
/// <remarks>The item stays. Its title, words and notes are the organiser's; she is told by the item that it has nobody any more.</remarks>
public static class AgendaItemLinks
{
    public static async Task UnlinkSpeakerAsync(this AssemblyDb db, Actor actor, Guid assemblyId, Guid speakerId, CancellationToken cancellation) =>
        db.Unlink(actor, assemblyId, await db.AgendaItemSpeakers.Where(l => l.SpeakerId == speakerId).ToListAsync(cancellation));

    public static async Task UnlinkAskAsync(this AssemblyDb db, Actor actor, Guid assemblyId, Guid askId, CancellationToken cancellation) =>
        db.Unlink(actor, assemblyId, await db.AgendaItemAsks.Where(l => l.AskId == askId).ToListAsync(cancellation));

    public static async Task UnlinkPowerHolderAsync(
        this AssemblyDb db, Actor actor, Guid assemblyId, Guid powerHolderId, CancellationToken cancellation) =>
        db.Unlink(actor, assemblyId, await db.AgendaItemPowerHolders.Where(l => l.PowerHolderId == powerHolderId).ToListAsync(cancellation));

    private static void Unlink<TLink>(this AssemblyDb db, Actor actor, Guid assemblyId, List<TLink> links) where TLink : class
    {
        if (links.Count == 0)
            return;
        db.RemoveRange(links);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.unlinked",
            $"{links.Count} items of the running order lost a link to what was removed.");
    }
}
