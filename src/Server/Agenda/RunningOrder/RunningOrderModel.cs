using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Keys, uniqueness and references of the running order's tables: what must stay true even if the code above is wrong.</summary>
internal static class RunningOrderModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<AgendaItem>(item =>
        {
            item.HasIndex(i => new { i.AssemblyId, i.Order });
            // Compared by what they say: EF would take two lists of the same words for a change.
            item.Property(i => i.RequiredWords).HasConversion<JsonText<IReadOnlyList<string>>>(new ValueComparer<IReadOnlyList<string>>(
                (one, other) => one!.SequenceEqual(other!), words => words.Aggregate(0, HashCode.Combine), words => words));
            item.Property(i => i.Notes).HasConversion<JsonText<AgendaNotes>>();
            item.BelongsTo(typeof(AccountabilityAssembly), nameof(AgendaItem.AssemblyId));
        });
        model.Entity<AgendaItemSpeaker>(link =>
        {
            link.HasKey(l => new { l.ItemId, l.SpeakerId });
            link.BelongsTo(typeof(AgendaItem), nameof(AgendaItemSpeaker.ItemId));
            link.BelongsTo(typeof(Speaker), nameof(AgendaItemSpeaker.SpeakerId));
        });
        model.Entity<AgendaItemAsk>(link =>
        {
            link.HasKey(l => new { l.ItemId, l.AskId });
            link.BelongsTo(typeof(AgendaItem), nameof(AgendaItemAsk.ItemId));
            link.BelongsTo(typeof(Ask), nameof(AgendaItemAsk.AskId));
        });
        model.Entity<AgendaItemCommitment>(link =>
        {
            link.HasKey(l => new { l.ItemId, l.AskId, l.PowerHolderId });
            link.BelongsTo(typeof(AgendaItem), nameof(AgendaItemCommitment.ItemId));
            link.BelongsTo(typeof(Ask), nameof(AgendaItemCommitment.AskId));
            link.BelongsTo(typeof(PowerHolder), nameof(AgendaItemCommitment.PowerHolderId));
        });
        model.Entity<AgendaItemPowerHolder>(link =>
        {
            link.HasKey(l => new { l.ItemId, l.PowerHolderId });
            link.BelongsTo(typeof(AgendaItem), nameof(AgendaItemPowerHolder.ItemId));
            link.BelongsTo(typeof(PowerHolder), nameof(AgendaItemPowerHolder.PowerHolderId));
        });
    }
}
