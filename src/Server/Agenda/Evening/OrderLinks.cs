using Assemblies.Data;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening;

/// <summary>Speakers, asks and power-holders of the items of one running order.</summary>
internal sealed class OrderLinks
{
    private ILookup<Guid, (Guid Id, OrderSpeaker Row)> speakers = null!;
    private ILookup<Guid, (Guid Id, OrderAsk Row)> asks = null!;
    private ILookup<Guid, (Guid Id, OrderPowerHolder Row)> powerHolders = null!;

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
        var consents = await SpeakerConsents.ReadAsync(db, assemblyId, cancellation);
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
        return new OrderLinks
        {
            speakers = speaking.ToLookup(s => s.ItemId, s => (s.Id, new OrderSpeaker(s.Order, s.NameToShow, s.Institution, consents.Of(s.Id).MayShow(ConsentChannel.Screen)))),
            asks = asked.ToLookup(a => a.ItemId, a => (a.Id, new OrderAsk(a.Order, a.Number, a.Area, a.Text))),
            powerHolders = needed.ToLookup(p => p.ItemId, p => (p.Id, new OrderPowerHolder(p.Order, p.Name, p.Office))),
        };
    }

    public IReadOnlyDictionary<Guid, OrderSpeaker> Speakers(Guid itemId) => speakers[itemId].ToDictionary(s => s.Id, s => s.Row);

    public IReadOnlyDictionary<Guid, OrderAsk> Asks(Guid itemId) => asks[itemId].ToDictionary(a => a.Id, a => a.Row);

    public IReadOnlyDictionary<Guid, OrderPowerHolder> PowerHolders(Guid itemId) => powerHolders[itemId].ToDictionary(p => p.Id, p => p.Row);
}
