using Assemblies.Commitments;
using Assemblies.Commitments.ReportBack;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Writes the row and the links of an item, for the plan and for the evening that has begun.</summary>
public sealed class AgendaItemWriter(AssemblyDb db)
{
    /// <summary>Adds an item with its links at the end; the command has no problems. The caller numbers and saves.</summary>
    /// <param name="assemblyId">Whose running order it is.</param>
    /// <param name="command">The item.</param>
    /// <param name="id">Its id, where it has one.</param>
    public AgendaItem Add(Guid assemblyId, AgendaItemCommand command, Guid? id = null)
    {
        var item = new AgendaItem
        {
            Id = id ?? command.Id ?? Guid.CreateVersion7(),
            AssemblyId = assemblyId,
            Order = int.MaxValue,
            Kind = command.Kind!.Value,
            Title = command.Title!,
            PlannedSeconds = command.PlannedSeconds!.Value,
        };
        Write(item, command);
        db.AgendaItems.Add(item);
        db.AgendaItemSpeakers.AddRange((command.SpeakerIds ?? []).Distinct().Select((id, i) => new AgendaItemSpeaker { ItemId = item.Id, SpeakerId = id, Order = i + 1 }));
        db.AgendaItemAsks.AddRange((command.AskIds ?? []).Distinct().Select((id, i) => new AgendaItemAsk { ItemId = item.Id, AskId = id, Order = i + 1 }));
        db.AgendaItemPowerHolders.AddRange((command.PowerHolderIds ?? []).Distinct().Select(id => new AgendaItemPowerHolder { ItemId = item.Id, PowerHolderId = id }));
        db.AgendaItemCommitments.AddRange((command.Commitments ?? []).Distinct().Select((key, i) => Link(item.Id, key, i + 1)));
        return item;
    }

    /// <summary>Writes everything of an item but its place and links.</summary>
    public static void Write(AgendaItem item, AgendaItemCommand command)
    {
        item.Kind = command.Kind!.Value;
        item.Title = command.Title!.Trim();
        item.Owner = TypedText.Tidy(command.Owner);
        item.PlannedSeconds = command.PlannedSeconds!.Value;
        item.MustNotCut = command.MustNotCut;
        // Compared by content, because the database compares these values as objects.
        if (command.RequiredWords is { } words && RunningOrderRules.Lines(string.Join('\n', words)) is var lines && !lines.SequenceEqual(item.RequiredWords))
            item.RequiredWords = lines;
        if (command.Notes is { } notes)
            item.Notes = RunningOrderRules.Tidy(notes);
    }

    /// <summary>Makes the links those of the command, where it names any.</summary>
    public async Task RelinkAsync(Guid itemId, AgendaItemCommand command, CancellationToken cancellation)
    {
        if (command.SpeakerIds is { } speakers)
        {
            var present = await db.AgendaItemSpeakers.Where(l => l.ItemId == itemId).ToListAsync(cancellation);
            db.RemoveRange(present.Where(l => !speakers.Contains(l.SpeakerId)));
            foreach (var (index, id) in speakers.Distinct().Index())
                (present.Find(l => l.SpeakerId == id) ?? db.Add(new AgendaItemSpeaker { ItemId = itemId, SpeakerId = id, Order = 0 }).Entity).Order = index + 1;
        }
        if (command.AskIds is { } asks)
        {
            var present = await db.AgendaItemAsks.Where(l => l.ItemId == itemId).ToListAsync(cancellation);
            db.RemoveRange(present.Where(l => !asks.Contains(l.AskId)));
            foreach (var (index, id) in asks.Distinct().Index())
                (present.Find(l => l.AskId == id) ?? db.Add(new AgendaItemAsk { ItemId = itemId, AskId = id, Order = 0 }).Entity).Order = index + 1;
        }
        if (command.PowerHolderIds is { } holders)
        {
            var present = await db.AgendaItemPowerHolders.Where(l => l.ItemId == itemId).ToListAsync(cancellation);
            db.RemoveRange(present.Where(l => !holders.Contains(l.PowerHolderId)));
            db.AddRange(holders.Except(present.Select(l => l.PowerHolderId)).Select(id => new AgendaItemPowerHolder { ItemId = itemId, PowerHolderId = id }));
        }
        if (command.Commitments is { } commitments)
        {
            var present = await db.AgendaItemCommitments.Where(l => l.ItemId == itemId).ToListAsync(cancellation);
            db.RemoveRange(present.Where(l => !commitments.Contains(Key(l))));
            foreach (var (index, key) in commitments.Distinct().Index())
                (present.Find(l => Key(l) == key) ?? db.Add(Link(itemId, key, 0)).Entity).Order = index + 1;
        }
    }

    private static AgendaItemCommitment Link(Guid itemId, CommitmentKey key, int order) =>
        new() { ItemId = itemId, AskId = key.AskId, PowerHolderId = key.PowerHolderId, AssemblyId = key.AssemblyId, Order = order };

    private static CommitmentKey Key(AgendaItemCommitment link) => new(link.AssemblyId, link.AskId, link.PowerHolderId);

    /// <summary>Removes items with their links; the caller saves.</summary>
    public async Task RemoveAsync(IReadOnlyList<AgendaItem> items, CancellationToken cancellation)
    {
        var ids = items.Select(i => i.Id).ToList();
        db.RemoveRange(await db.AgendaItemSpeakers.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(await db.AgendaItemAsks.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(await db.AgendaItemPowerHolders.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(await db.AgendaItemCommitments.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(items);
    }

    /// <summary>What is wrong with the id that a sender gave a new item.</summary>
    public async Task<IReadOnlyList<Problem>> IdProblemsAsync(AgendaItemCommand command, CancellationToken cancellation) =>
        command.Id is { } id && (id == Guid.Empty || await db.AgendaItems.AnyAsync(i => i.Id == id, cancellation))
            ? [new("id", "Give every new item an id of its own, or none.")] : [];

    /// <summary>What is wrong with whom and what the items are to link.</summary>
    public async Task<IReadOnlyList<Problem>> LinkProblemsAsync(
        Guid assemblyId, IReadOnlyList<AgendaItemCommand> commands, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        var speakers = commands.SelectMany(c => c.SpeakerIds ?? []).Distinct().ToList();
        var asks = commands.SelectMany(c => c.AskIds ?? []).Distinct().ToList();
        var holders = commands.SelectMany(c => c.PowerHolderIds ?? []).Distinct().ToList();
        if (await db.Speakers.CountAsync(s => s.AssemblyId == assemblyId && speakers.Contains(s.Id), cancellation) != speakers.Count)
            problems.Add(new("speakerIds", "Choose speakers of this assembly."));
        if (await db.Asks.CountAsync(a => a.AssemblyId == assemblyId && asks.Contains(a.Id), cancellation) != asks.Count)
            problems.Add(new("askIds", "Choose asks of this assembly."));
        if (await db.PowerHolders.CountAsync(p => p.AssemblyId == assemblyId && holders.Contains(p.Id), cancellation) != holders.Count)
            problems.Add(new("powerHolderIds", "Choose power-holders of this assembly."));
        if (!await OldCommitments.AreAllHeardAsync(db, assemblyId, [.. commands.SelectMany(c => c.Commitments ?? []).Distinct()], cancellation))
            problems.Add(new("commitments", "Choose commitments of earlier assemblies."));
        return problems;
    }
}
