using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Floor;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>
/// An organiser's edits once the evening has begun: lengths, order, new and skipped items are steps that the chair sees and can take back; words, notes,
/// links and what must not be cut are written to the item as before.
/// </summary>
public sealed class LivedOrderEditor(AssemblyDb db, AgendaItemWriter writer, EveningBook book)
{
    public Task<bool> HasBegunAsync(Guid assemblyId, CancellationToken cancellation) => book.HasBegunAsync(assemblyId, cancellation);

    /// <summary>Inserts an item among those to come, at the end or where it is wanted.</summary>
    internal async Task<(Guid? ItemId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, AgendaItemCommand command, CancellationToken cancellation)
    {
        while (true)
        {
            var life = await EveningReader.LifeAsync(db, assemblyId, cancellation);
            if (life.Find(command.Id) is { } present)
                return (present.Id, []);
            var problems = RunningOrderRules.Problems(command).ToList();
            problems.AddRange(await writer.LinkProblemsAsync(assemblyId, [command], cancellation));
            problems.AddRange(await writer.IdProblemsAsync(command, cancellation));
            problems.AddRange(PlaceProblems(life, command.Position, life.Items.Count + 1));
            if (life.Items.Count >= RunningOrderRules.MostItems)
                problems.Add(RunningOrderRules.TooMany);
            if (problems.Count > 0)
                return (null, problems);
            var item = await WriteNewAsync(assemblyId, command, null, cancellation);
            var after = life.Items[(command.Position ?? life.Items.Count + 1) - 2].Id;
            var step = Command(life, EveningStepKind.Inserted, item.Id) with
            {
                AfterItemId = after, Seconds = command.PlannedSeconds, Text = item.Title, ItemKind = item.Kind,
            };
            if (await book.AddAsync(actor, null, assemblyId, step, cancellation) is { } reply)
                return (null, Refused(reply));
            db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.added", "An item was added to the running order of the evening.");
            if (await book.SaveAsync(cancellation))
                return (item.Id, []);
        }
    }

    /// <summary>Changes an item. Neither result for one that is not of this evening.</summary>
    internal async Task<(Guid? ItemId, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, Guid assemblyId, Guid itemId, AgendaItemCommand command, CancellationToken cancellation)
    {
        while (true)
        {
            var steps = await EveningReader.StepsAsync(db, assemblyId, cancellation);
            var life = EveningLife.Of(steps);
            if (life.Find(itemId) is not { } item)
                return (null, []);
            var seen = command.ExpectedVersion is { } version ? EveningLife.Of(steps.Where(s => s.Version <= version)) : life;
            var changes = Changes(seen, life, item, command);
            var problems = RunningOrderRules.Problems(command).ToList();
            problems.AddRange(await writer.LinkProblemsAsync(assemblyId, [command], cancellation));
            if (command.Kind is { } kind && kind != item.Kind)
                problems.Add(new("kind", "The evening has begun: what happens in an item stays. Skip it and add another."));
            if (changes.Any(c => c.Step == EveningStepKind.Moved))
                problems.AddRange(PlaceProblems(life, command.Position, life.Items.Count));
            if (problems.Count > 0)
                return (null, problems);
            await WriteAsync(assemblyId, itemId, command, cancellation);
            foreach (var change in changes.Select(c => c.Step == EveningStepKind.Moved ? c with { AfterItemId = After(life, itemId, command.Position!.Value) } : c))
                if (await book.AddAsync(actor, null, assemblyId, change, cancellation) is { } reply)
                    return (null, Refused(reply, change.Step == EveningStepKind.Moved ? "position" : "plannedSeconds"));
            // The same edit once more changes nothing, and nobody is told of it.
            if (!db.ChangeTracker.HasChanges())
                return (itemId, []);
            db.Record(actor, assemblyId, ChangeChannel.Agenda, "agenda_item.changed", "An item of the running order was changed.");
            if (await book.SaveAsync(cancellation))
                return (itemId, []);
        }
    }

    /// <summary>Moves an item among those to come. Neither result for one that is not of this evening.</summary>
    internal async Task<(Guid? ItemId, Problem? Problem)> MoveAsync(
        Actor actor, Guid assemblyId, Guid itemId, AgendaItemMove move, CancellationToken cancellation)
    {
        while (true)
        {
            var life = await EveningReader.LifeAsync(db, assemblyId, cancellation);
            var place = life.Items.FindIndex(i => i.Id == itemId) + 1;
            if (place == 0)
                return (null, null);
            var first = FirstPlace(life);
            var to = move.Position ?? Math.Clamp(place + (move.Direction == Direction.Up ? -1 : 1), first, Math.Max(first, life.Items.Count));
            if (to == place)
                return (itemId, null);
            if (PlaceProblems(life, to, life.Items.Count) is [var problem])
                return (null, problem);
            var step = Command(life, EveningStepKind.Moved, itemId) with { AfterItemId = After(life, itemId, to) };
            if (await book.AddAsync(actor, null, assemblyId, step, cancellation) is { } reply)
                return (null, Refused(reply, "position")[0]);
            if (await book.SaveAsync(cancellation))
                return (itemId, null);
        }
    }

    /// <summary>Skips an item to come: it stays in the evening's history, and can be taken back in.</summary>
    internal Task<(bool IsFound, Problem? Problem)> SkipAsync(Actor actor, Guid assemblyId, Guid itemId, CancellationToken cancellation) =>
        TurnAsync(actor, assemblyId, itemId, EveningStepKind.Skipped, item => item.Status == ItemStatus.Skipped, cancellation);

    internal Task<(bool IsFound, Problem? Problem)> RestoreAsync(Actor actor, Guid assemblyId, Guid itemId, CancellationToken cancellation) =>
        TurnAsync(actor, assemblyId, itemId, EveningStepKind.Restored, item => item.Status != ItemStatus.Skipped, cancellation);

    /// <summary>The first place of those that have not begun; one after the last when there is none.</summary>
    internal static int FirstPlace(EveningLife life) => life.Stage == EveningStage.Ended ? life.Items.Count + 1 : life.NowIndex + 2;

    private async Task<(bool IsFound, Problem? Problem)> TurnAsync(
        Actor actor, Guid assemblyId, Guid itemId, EveningStepKind step, Func<EveningItem, bool> isDone, CancellationToken cancellation)
    {
        while (true)
        {
            var life = await EveningReader.LifeAsync(db, assemblyId, cancellation);
            if (life.Find(itemId) is not { } item)
                return (false, null);
            if (isDone(item))
                return (true, null);
            if (await book.AddAsync(actor, null, assemblyId, Command(life, step, itemId), cancellation) is { } reply)
                return (true, Refused(reply)[0]);
            if (await book.SaveAsync(cancellation))
                return (true, null);
        }
    }

    // What the sender saw and left alone is none of their doing, whatever became of it since; what is so already needs no step.
    private static List<RunCommand> Changes(EveningLife seen, EveningLife life, EveningItem item, AgendaItemCommand command)
    {
        var changes = new List<RunCommand>();
        if (command.PlannedSeconds is { } seconds && seconds != item.Seconds && seconds != seen.Find(item.Id)?.Seconds)
            changes.Add(Command(seen, EveningStepKind.LengthChanged, item.Id) with { Seconds = seconds });
        if (command.Position is { } place && place != Place(life, item.Id) && place != Place(seen, item.Id))
            changes.Add(Command(seen, EveningStepKind.Moved, item.Id));
        return changes;
    }

    private static RunCommand Command(EveningLife seen, EveningStepKind step, Guid itemId) => new(Guid.NewGuid(), seen.Version, step, itemId);

    private static int Place(EveningLife life, Guid itemId) => life.Items.FindIndex(i => i.Id == itemId) + 1;

    private static Guid After(EveningLife life, Guid itemId, int place) => life.Items.RemoveAll(i => i.Id == itemId)[place - 2].Id;

    private static IReadOnlyList<Problem> PlaceProblems(EveningLife life, int? place, int last) => (place, FirstPlace(life)) switch
    {
        (null, _) => [],
        // The refusal of the step itself says more about an evening that is over.
        (>= 2, _) when life.Stage == EveningStage.Ended && place <= last => [],
        (_, var first) when first > last => [new("position", "Nothing is to come any more: what has begun keeps its place.")],
        (var wanted, var first) when wanted < first || wanted > last => [new("position", $"Choose a place from {first} to {last}: what has begun keeps its place.")],
        _ => [],
    };

    // An item that a chair inserted has no row before an organiser writes to it.
    private async Task WriteAsync(Guid assemblyId, Guid itemId, AgendaItemCommand command, CancellationToken cancellation)
    {
        if (await db.AgendaItems.FirstOrDefaultAsync(i => i.Id == itemId && i.AssemblyId == assemblyId, cancellation) is not { } row)
        {
            await WriteNewAsync(assemblyId, command, itemId, cancellation);
            return;
        }
        AgendaItemWriter.Write(row, command with { PlannedSeconds = row.PlannedSeconds });
        await writer.RelinkAsync(itemId, command, cancellation);
    }

    private async Task<AgendaItem> WriteNewAsync(Guid assemblyId, AgendaItemCommand command, Guid? id, CancellationToken cancellation)
    {
        var last = await db.AgendaItems.Where(i => i.AssemblyId == assemblyId).MaxAsync(i => (int?)i.Order, cancellation) ?? 0;
        var item = writer.Add(assemblyId, command, id);
        item.Order = last + 1;
        return item;
    }

    private IReadOnlyList<Problem> Refused(FloorReply reply, string field = "")
    {
        db.ChangeTracker.Clear();
        return reply.Outcome == FloorOutcome.Stale
            ? [new(field, "Somebody has changed this since you opened the page. Look at the evening as it is now, and save again if it still has to be.")]
            : [.. reply.Problems.Select(p => new Problem(field, p.Fix))];
    }
}
