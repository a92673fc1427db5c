using Assemblies.Agenda.Evening.Rules;
using Assemblies.Commitments;
using Assemblies.Commitments.ReportBack;
using Assemblies.Data;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Agenda.Evening;

/// <summary>Speakers, asks and power-holders of the items of one running order.</summary>
internal sealed class OrderLinks
{
    private ILookup<Guid, (Guid Id, OrderSpeaker Row)> speakers = null!;
    private ILookup<Guid, (Guid Id, OrderAsk Row)> asks = null!;
    private ILookup<Guid, (Guid Id, OrderPowerHolder Row)> powerHolders = null!;
    private ILookup<Guid, Commitment> commitments = null!;

    public static async Task<OrderLinks> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var items = db.AgendaItems.Where(i => i.AssemblyId == assemblyId);
        var speaking = await (
            from link in db.AgendaItemSpeakers
            join item in items on link.ItemId equals item.Id
            join speaker in db.Speakers on link.SpeakerId equals speaker.Id
            join institution in db.Institutions on speaker.InstitutionId equals institution.Id
            select new { link.ItemId, speaker.Id, link.Order, speaker.NameToShow, Institution = institution.Name })
            .ToListAsync(cancellation);
        var asked = await (
            from link in db.AgendaItemAsks
            join item in items on link.ItemId equals item.Id
            join ask in db.Asks on link.AskId equals ask.Id
            join words in db.AskVersions on new { AskId = ask.Id, ask.Version } equals new { words.AskId, words.Version }
            select new { link.ItemId, ask.Id, link.Order, ask.Number, ask.Area, words.Text })
            .ToListAsync(cancellation);
        var needed = await (
            from link in db.AgendaItemPowerHolders
            join item in items on link.ItemId equals item.Id
            join person in db.PowerHolders on link.PowerHolderId equals person.Id
            select new { link.ItemId, person.Id, person.Order, person.Name, person.Office })
            .ToListAsync(cancellation);
        var consents = await SpeakerConsents.ReadAsync(db, assemblyId, cancellation);
        return new OrderLinks
        {
            speakers = speaking.ToLookup(s => s.ItemId, s => (s.Id, new OrderSpeaker(s.Order, s.NameToShow, s.Institution, consents.Of(s.Id).MayShow(ConsentChannel.Screen)))),
            asks = asked.ToLookup(a => a.ItemId, a => (a.Id, new OrderAsk(a.Order, a.Number, a.Area, a.Text))),
            powerHolders = needed.ToLookup(p => p.ItemId, p => (p.Id, new OrderPowerHolder(p.Order, p.Name, p.Office))),
            commitments = await ReportBackReader.OfItemsAsync(db, assemblyId, cancellation),
        };
    }

    /// <summary>Who leaves at a known time, and the items that need them: where they have to be on the stage, and where they are asked.</summary>
    public static async Task<IReadOnlyList<GuestDeparture>> DeparturesAsync(AssemblyDb db, Guid assemblyId, DateTimeZone zone, CancellationToken cancellation)
    {
        var leaving = await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == assemblyId && p.DepartsAt != null).ToListAsync(cancellation);
        if (leaving.Count == 0)
            return [];
        var ids = leaving.Select(p => p.Id).ToList();
        var needed = await db.AgendaItemPowerHolders.Where(l => ids.Contains(l.PowerHolderId)).Select(l => new { l.PowerHolderId, l.ItemId }).ToListAsync(cancellation);
        var asked = await db.AskTargets.Where(t => ids.Contains(t.PowerHolderId))
            .Join(db.AgendaItemAsks, t => t.AskId, l => l.AskId, (t, l) => new { t.PowerHolderId, l.ItemId }).ToListAsync(cancellation);
        var items = needed.Concat(asked).ToLookup(n => n.PowerHolderId, n => n.ItemId);
        return [.. leaving.Select(p => new GuestDeparture(p.Id, p.Name, zone.AtLeniently(p.DepartsAt!.Value).ToInstant(), [.. items[p.Id].Distinct()]))];
    }

    public IReadOnlyDictionary<Guid, OrderSpeaker> Speakers(Guid itemId) => speakers[itemId].ToDictionary(s => s.Id, s => s.Row);

    public IReadOnlyDictionary<Guid, OrderAsk> Asks(Guid itemId) => asks[itemId].ToDictionary(a => a.Id, a => a.Row);

    public IReadOnlyDictionary<Guid, OrderPowerHolder> PowerHolders(Guid itemId) => powerHolders[itemId].ToDictionary(p => p.Id, p => p.Row);

    /// <summary>What the item reports back on; null where it does not.</summary>
    public IReadOnlyList<ReportedCommitment>? Commitments(Guid itemId) =>
        commitments.Contains(itemId) ? [.. commitments[itemId].Select(ReportedCommitment.Of)] : null;
}
