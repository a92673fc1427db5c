using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Every change of the running order goes through here: of the plan itself, and from the start of the evening on by <see cref="LivedOrderEditor"/>.</summary>
/// <remarks>Places are numbered anew at every change of them: two people who move items at once cannot leave a gap for long.</remarks>
public sealed class RunningOrderEditor(AssemblyDb db, AgendaItemWriter writer, LivedOrderEditor lived)
{
    /// <summary>Adds an item, at the end or where it is wanted.</summary>
    public async Task<(Guid? ItemId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, AgendaItemCommand command, CancellationToken cancellation)
    {
        if (await lived.HasBegunAsync(assemblyId, cancellation))
            return await lived.AddAsync(actor, assemblyId, command, cancellation);
        var items = await OrderedAsync(assemblyId, cancellation);
        if (items.Any(i => i.Id == command.Id))
            return (command.Id, []);
        var problems = RunningOrderRules.Problems(command).ToList();
        problems.AddRange(await writer.LinkProblemsAsync(assemblyId, [command], cancellation));
        problems.AddRange(PlaceProblems(command.Position, items.Count + 1));
        problems.AddRange(await writer.IdProblemsAsync(command, cancellation));
        if (items.Count >= RunningOrderRules.MostItems)
            problems.Add(RunningOrderRules.TooMany);
        if (problems.Count > 0)
            return (null, problems);
        var item = writer.Add(assemblyId, command);
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
        if (await lived.HasBegunAsync(assemblyId, cancellation))
            return await lived.ChangeAsync(actor, assemblyId, itemId, command, cancellation);
        var items = await OrderedAsync(assemblyId, cancellation);
        var at = items.FindIndex(i => i.Id == itemId);
        if (at < 0)
            return (null, []);
        var problems = RunningOrderRules.Problems(command).ToList();
        problems.AddRange(await writer.LinkProblemsAsync(assemblyId, [command], cancellation));
        problems.AddRange(PlaceProblems(command.Position, items.Count));
        if (problems.Count > 0)
            return (null, problems);
        AgendaItemWriter.Write(items[at], command);
        await writer.RelinkAsync(itemId, command, cancellation);
        Place(items, at, command.Position);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.changed", "An item of the running order was changed.");
        await db.SaveChangesAsync(cancellation);
        return (itemId, []);
    }

    /// <summary>Moves an item. Neither result for one that does not exist.</summary>
    public async Task<(Guid? ItemId, Problem? Problem)> MoveAsync(
        Actor actor, Guid assemblyId, Guid itemId, AgendaItemMove move, CancellationToken cancellation)
    {
        if ((move.Position is null) == (move.Direction is null))
            return (null, new("position", "Say the new position, or whether it goes one place up or down."));
        if (await lived.HasBegunAsync(assemblyId, cancellation))
            return await lived.MoveAsync(actor, assemblyId, itemId, move, cancellation);
        var items = await OrderedAsync(assemblyId, cancellation);
        var at = items.FindIndex(i => i.Id == itemId);
        if (at < 0)
            return (null, null);
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

    /// <summary>Removes an item with its links; once the evening has begun it is skipped. Not found, or why it cannot be.</summary>
    public async Task<(bool IsFound, Problem? Problem)> RemoveAsync(Actor actor, Guid assemblyId, Guid itemId, CancellationToken cancellation)
    {
        if (await lived.HasBegunAsync(assemblyId, cancellation))
            return await lived.SkipAsync(actor, assemblyId, itemId, cancellation);
        var items = await OrderedAsync(assemblyId, cancellation);
        if (items.Find(i => i.Id == itemId) is not { } item)
            return (false, null);
        await writer.RemoveAsync([item], cancellation);
        items.Remove(item);
        Renumber(items);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.removed", "An item was removed from the running order.");
        await db.SaveChangesAsync(cancellation);
        return (true, null);
    }

    /// <summary>Takes an item back in that was skipped. Not found, or why it cannot be.</summary>
    public async Task<(bool IsFound, Problem? Problem)> RestoreAsync(Actor actor, Guid assemblyId, Guid itemId, CancellationToken cancellation) =>
        await lived.HasBegunAsync(assemblyId, cancellation)
            ? await lived.RestoreAsync(actor, assemblyId, itemId, cancellation)
            // Nothing of a plan is skipped: what is in it is in it.
            : (await db.AgendaItems.AnyAsync(i => i.Id == itemId && i.AssemblyId == assemblyId, cancellation), null);

    /// <summary>Adds many items at once, after those that are there or in their place: from a template, another assembly or a file.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="assemblyId">Whose running order it is.</param>
    /// <param name="commands">The items; rules and links are checked here, places are those of the list.</param>
    /// <param name="mode">Needed where there are items already: nothing is thrown away because somebody did not think of it.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<IReadOnlyList<Problem>> FillAsync(
        Actor actor, Guid assemblyId, IReadOnlyList<AgendaItemCommand> commands, FillMode? mode, CancellationToken cancellation)
    {
        if (await lived.HasBegunAsync(assemblyId, cancellation))
            return [new("", "The evening has begun: its order is no longer filled from a template, a copy or a file. Add items one by one.")];
        var items = await OrderedAsync(assemblyId, cancellation);
        var problems = commands.SelectMany(RunningOrderRules.Problems).ToList();
        problems.AddRange(await writer.LinkProblemsAsync(assemblyId, commands, cancellation));
        if (items.Count > 0 && mode is null)
            problems.Add(new("mode", $"There are {items.Count} items already: say whether the new ones come after them or take their place."));
        if ((mode == FillMode.Append ? items.Count : 0) + commands.Count > RunningOrderRules.MostItems)
            problems.Add(RunningOrderRules.TooMany);
        if (problems.Count > 0)
            return problems;
        if (mode == FillMode.Replace)
        {
            await writer.RemoveAsync(items, cancellation);
            items.Clear();
        }
        items.AddRange(commands.Select(command => writer.Add(assemblyId, command)));
        Renumber(items);
        db.Record(actor, assemblyId, ChangeChannel.Agenda, "running_order.filled", $"{commands.Count} items were put into the running order.");
        await db.SaveChangesAsync(cancellation);
        return [];
    }

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
}
