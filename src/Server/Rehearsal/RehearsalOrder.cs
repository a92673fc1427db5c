using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Testimony;

namespace Assemblies.Rehearsal;

/// <summary>Writes an invented running order, linked to the asks, power-holders and speakers that were written before.</summary>
internal sealed class RehearsalOrder(AssemblyDb db, Guid assemblyId, IReadOnlyList<PowerHolder> powerHolders)
{
    /// <summary>The asks in the order of the score sheet, whom each is put to, and who grounds it.</summary>
    public List<(Ask Ask, IReadOnlyList<PowerHolder> Targets, Speaker? Speaker)> Asks { get; } = [];

    public void Write(IReadOnlyList<InventedItem> items)
    {
        foreach (var (index, invented) in items.Index())
        {
            var item = new AgendaItem
            {
                AssemblyId = assemblyId,
                Order = index + 1,
                Kind = invented.Kind,
                Title = invented.Title,
                Owner = invented.Owner,
                PlannedSeconds = invented.Minutes * 60,
                MustNotCut = invented.MustNotCut,
                RequiredWords = invented.Words,
                Notes = invented.Notes,
            };
            db.Add(item);
            Link(item, invented);
        }
    }

    private void Link(AgendaItem item, InventedItem invented)
    {
        var onStage = invented.HasEverybody ? powerHolders : [];
        if (invented.Ask is { } number)
        {
            var (ask, targets, speaker) = Asks[number - 1];
            db.Add(new AgendaItemAsk { ItemId = item.Id, AskId = ask.Id, Order = 1 });
            if (item.Kind != AgendaItemKind.Testimony)
                onStage = targets;
            else if (speaker is not null)
                db.Add(new AgendaItemSpeaker { ItemId = item.Id, SpeakerId = speaker.Id, Order = 1 });
        }
        db.AddRange(onStage.Select(p => new AgendaItemPowerHolder { ItemId = item.Id, PowerHolderId = p.Id }));
    }
}
