using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Writes the running order as planned. Every change of it goes through here.</summary>
/// <remarks>Places are numbered anew at every change of them: two people who move items at once cannot leave a gap for long.</remarks>
public sealed class RunningOrderEditor(AssemblyDb db)
{
    /// <summary>Adds an item, at the end or where it is wanted.</summary>
    public async Task<(Guid? ItemId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, AgendaItemCommand command, CancellationToken cancellation)
    {
        var items = await OrderedAsync(assemblyId, cancellation);
        var problems = RunningOrderRules.Problems(command).ToList();
        problems.AddRange(await LinkProblemsAsync(assemblyId, [command], cancellation));
        problems.AddRange(PlaceProblems(command.Position, items.Count + 1));
        if (items.Count >= RunningOrderRules.MostItems)
            problems.Add(TooMany);
        if (problems.Count > 0)
            return (null, problems);
        var item = Add(assemblyId, command);
        items.Add(item);
        Place(items, items.Count - 1, command.Position);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.added", $"An item was added to the running order at place {item.Order}.");
        await db.SaveChangesAsync(cancellation);
        return (item.Id, []);
    }

    /// <summary>Changes an item. Neither result for one that does not exist.</summary>
    public async Task<(Guid? ItemId, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, Guid assemblyId, Guid itemId, AgendaItemCommand command, CancellationToken cancellation)
    {
        var items = await OrderedAsync(assemblyId, cancellation);
        var at = items.FindIndex(i => i.Id == itemId);
        if (at < 0)
            return (null, []);
        var problems = RunningOrderRules.Problems(command).ToList();
        problems.AddRange(await LinkProblemsAsync(assemblyId, [command], cancellation));
        problems.AddRange(PlaceProblems(command.Position, items.Count));
        if (problems.Count > 0)
            return (null, problems);
        Write(items[at], command);
        await RelinkAsync(itemId, command, cancellation);
        Place(items, at, command.Position);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.changed", "An item of the running order was changed.");
        await db.SaveChangesAsync(cancellation);
        return (itemId, []);
    }

    /// <summary>Moves an item. Neither result for one that does not exist.</summary>
    public async Task<(Guid? ItemId, Problem? Problem)> MoveAsync(
        Actor actor, Guid assemblyId, Guid itemId, AgendaItemMove move, CancellationToken cancellation)
    {
        var items = await OrderedAsync(assemblyId, cancellation);
        var at = items.FindIndex(i => i.Id == itemId);
        if (at < 0)
            return (null, null);
        if ((move.Position is null) == (move.Direction is null))
            return (null, new("position", "Say the new position, or whether it goes one place up or down."));
        if (PlaceProblems(move.Position, items.Count) is [var problem])
            return (null, problem);
        var to = move.Position ?? Math.Clamp(at + 1 + (move.Direction == Direction.Up ? -1 : 1), 1, items.Count);
        Place(items, at, to);
        if (to != at + 1)
            db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.moved", $"An item of the running order was moved from place {at + 1} to {to}.");
        else
            db.ChangeTracker.Clear();
        await db.SaveChangesAsync(cancellation);
        return (itemId, null);
    }

    /// <summary>Removes an item with its links. False when there is no such item.</summary>
    public async Task<bool> RemoveAsync(Actor actor, Guid assemblyId, Guid itemId, CancellationToken cancellation)
    {
        var items = await OrderedAsync(assemblyId, cancellation);
        if (items.Find(i => i.Id == itemId) is not { } item)
            return false;
        await RemoveAsync([item], cancellation);
        items.Remove(item);
        Renumber(items);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.removed", "An item was removed from the running order.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Adds many items at once, after those that are there or in their place: from a template, another assembly or a file.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="assemblyId">Whose running order it is.</param>
    /// <param name="commands">The items; rules and links are checked here, places are those of the list.</param>
    /// <param name="mode">Needed where there are items already: nothing is thrown away because somebody did not think of it.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<IReadOnlyList<Problem>> FillAsync(
        Actor actor, Guid assemblyId, IReadOnlyList<AgendaItemCommand> commands, FillMode? mode, CancellationToken cancellation)
    {
        var items = await OrderedAsync(assemblyId, cancellation);
        var problems = commands.SelectMany(RunningOrderRules.Problems).ToList();
        problems.AddRange(await LinkProblemsAsync(assemblyId, commands, cancellation));
        if (items.Count > 0 && mode is null)
            problems.Add(new("mode", $"There are {items.Count} items already: say whether the new ones come after them or take their place."));
        if ((mode == FillMode.Append ? items.Count : 0) + commands.Count > RunningOrderRules.MostItems)
            problems.Add(TooMany);
        if (problems.Count > 0)
            return problems;
        if (mode == FillMode.Replace)
        {
            await RemoveAsync(items, cancellation);
            items.Clear();
        }
        items.AddRange(commands.Select(command => Add(assemblyId, command)));
        Renumber(items);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "running_order.filled", $"{commands.Count} items were put into the running order.");
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    private static Problem TooMany => new("", $"A running order has at most {RunningOrderRules.MostItems} items.");

    private async Task<List<AgendaItem>> OrderedAsync(Guid assemblyId, CancellationToken cancellation) =>
        await db.AgendaItems.Where(i => i.AssemblyId == assemblyId).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation);

    private static IReadOnlyList<Problem> PlaceProblems(int? position, int last) =>
        position < 1 || position > last ? [new("position", $"Choose a place from 1 to {last}.")] : [];

    private static void Place(List<AgendaItem> items, int from, int? position)
    {
        RunningOrderRules.Move(items, from, (position ?? from + 1) - 1);
        Renumber(items);
    }

    private static void Renumber(List<AgendaItem> items)
    {
        foreach (var (index, item) in items.Index())
            item.Order = index + 1;
    }

    private AgendaItem Add(Guid assemblyId, AgendaItemCommand command)
    {
        var item = new AgendaItem
        {
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
        return item;
    }

    private static void Write(AgendaItem item, AgendaItemCommand command)
    {
        item.Kind = command.Kind!.Value;
        item.Title = command.Title!.Trim();
        item.Owner = RunningOrderRules.Tidy(command.Owner);
        item.PlannedSeconds = command.PlannedSeconds!.Value;
        item.MustNotCut = command.MustNotCut;
        // Compared by content, because the database compares these values as objects.
        if (command.RequiredWords is { } words && RunningOrderRules.Lines(string.Join('\n', words)) is var lines && !lines.SequenceEqual(item.RequiredWords))
            item.RequiredWords = lines;
        if (command.Notes is { } notes)
            item.Notes = RunningOrderRules.Tidy(notes);
    }

    private async Task RelinkAsync(Guid itemId, AgendaItemCommand command, CancellationToken cancellation)
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
    }

    private async Task RemoveAsync(IReadOnlyList<AgendaItem> items, CancellationToken cancellation)
    {
        var ids = items.Select(i => i.Id).ToList();
        db.RemoveRange(await db.AgendaItemSpeakers.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(await db.AgendaItemAsks.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(await db.AgendaItemPowerHolders.Where(l => ids.Contains(l.ItemId)).ToListAsync(cancellation));
        db.RemoveRange(items);
    }

    private async Task<IReadOnlyList<Problem>> LinkProblemsAsync(
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
        return problems;
    }
}
