using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Reads the running order as planned.</summary>
public sealed class RunningOrderReader(AssemblyDb db, AskEditor asks, PowerHolderList powerHolders, SpeakerList speakers)
{
    /// <summary>The evening of an assembly that exists.</summary>
    public async Task<PlannedEvening> ReadAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.AssemblyId == assemblyId)
            .OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation);
        var speakersOf = (await db.AgendaItemSpeakers.AsNoTracking()
            .Where(l => db.AgendaItems.Any(i => i.Id == l.ItemId && i.AssemblyId == assemblyId)).ToListAsync(cancellation)).ToLookup(l => l.ItemId);
        var asksOf = (await db.AgendaItemAsks.AsNoTracking()
            .Where(l => db.AgendaItems.Any(i => i.Id == l.ItemId && i.AssemblyId == assemblyId)).ToListAsync(cancellation)).ToLookup(l => l.ItemId);
        var holdersOf = (await db.PowerHolders.Where(p => p.AssemblyId == assemblyId)
            .Join(db.AgendaItemPowerHolders, p => p.Id, l => l.PowerHolderId, (p, l) => new { l.ItemId, l.PowerHolderId, p.Order })
            .ToListAsync(cancellation)).ToLookup(l => l.ItemId);
        var timetable = Timetable.Of(assembly, items.Select(i => i.PlannedSeconds));
        return new PlannedEvening(
            [
                .. items.Zip(timetable.Times).Select((pair, index) => Row(
                    pair.First, index + 1, pair.Second,
                    [.. speakersOf[pair.First.Id].OrderBy(l => l.Order).Select(l => l.SpeakerId)],
                    [.. asksOf[pair.First.Id].OrderBy(l => l.Order).Select(l => l.AskId)],
                    [.. holdersOf[pair.First.Id].OrderBy(l => l.Order).Select(l => l.PowerHolderId)])),
            ],
            (int)timetable.Planned.TotalSeconds, timetable.Start, timetable.Finish, timetable.HardEnd, (int)timetable.Spare.TotalSeconds,
            items.Where(i => !i.MustNotCut).Sum(i => i.PlannedSeconds));
    }

    /// <summary>What the items may be about.</summary>
    public async Task<Linkable> ReadLinkableAsync(Guid assemblyId, CancellationToken cancellation) => new(
        await asks.ListAsync(assemblyId, cancellation),
        await powerHolders.ListAsync(assemblyId, cancellation),
        await speakers.ListAsync(assemblyId, cancellation));

    private static AgendaItemRow Row(
        AgendaItem item, int position, PlannedTime time, IReadOnlyList<Guid> speakerIds, IReadOnlyList<Guid> askIds, IReadOnlyList<Guid> powerHolderIds) => new(
        item.Id, position, item.Kind, item.Title, item.Owner, item.PlannedSeconds, item.MustNotCut, time.Start, time.End,
        item.RequiredWords, item.Notes, speakerIds, askIds, powerHolderIds);
}
