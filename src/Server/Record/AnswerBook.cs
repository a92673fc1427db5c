using Assemblies.Floor;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record;

/// <summary>Takes the steps of answers: each command is one transaction, harmless when repeated, refused when somebody was faster.</summary>
public sealed class AnswerBook(AssemblyDb db, StageDirection stage, IClock clock)
{
    /// <summary>The ask is read to power-holders; the projector shows it.</summary>
    public Task<FloorReply> PutAsync(Actor actor, Guid assemblyId, PutCommand command, CancellationToken cancellation) =>
        StepAsync(actor, assemblyId, command.CommandId, command.Cells, AnswerStepKind.Put, null, cancellation);

    /// <summary>The scribe writes an answer down.</summary>
    public Task<FloorReply> RecordAsync(Actor actor, Guid assemblyId, RecordCommand command, CancellationToken cancellation) =>
        AnswerRules.Check(command.Answer) is { Count: > 0 } problems
            ? Task.FromResult(FloorReply.Refused(problems))
            : StepAsync(actor, assemblyId, command.CommandId, [command.Cell], AnswerStepKind.Recorded, command.Answer, cancellation);

    /// <summary>The chair rules on the recorded answer.</summary>
    public Task<FloorReply> RuleAsync(Actor actor, Guid assemblyId, RuleCommand command, CancellationToken cancellation) =>
        StepAsync(actor, assemblyId, command.CommandId, [command.Cell],
            command.Ruling == Ruling.Confirm ? AnswerStepKind.Confirmed : AnswerStepKind.ReAsked, null, cancellation);

    /// <summary>Confirmed answers are shown to the hall, all at once.</summary>
    public Task<FloorReply> RevealAsync(Actor actor, Guid assemblyId, RevealCommand command, CancellationToken cancellation) =>
        StepAsync(actor, assemblyId, command.CommandId, command.Cells, AnswerStepKind.Revealed, null, cancellation);

    private async Task<FloorReply> StepAsync(
        Actor actor, Guid assemblyId, Guid commandId, IReadOnlyList<CellRef> cells, AnswerStepKind kind, AnswerWords? answer,
        CancellationToken cancellation)
    {
        if (commandId == Guid.Empty)
            return FloorReply.Refused(new Problem("commandId", "Give every command an id of its own."));
        if (cells.Count == 0 || cells.Any(c => c is null) || cells.Select(c => c.AskId).Distinct().Count() != 1 || cells.Select(c => c.PowerHolderId).Distinct().Count() != cells.Count)
            return FloorReply.Refused(new Problem("cells", "Name at least one power-holder, each once, all of the same ask."));
        var askId = cells[0].AskId;
        if (await db.AnswerSteps.AnyAsync(s => s.CommandId == commandId && s.AskId == askId, cancellation))
            return FloorReply.Done;
        if (await ClosedAsync(assemblyId, cancellation) is { } closed)
            return FloorReply.Refused(closed);
        var ask = await db.Asks.AsNoTracking().FirstOrDefaultAsync(a => a.Id == askId && a.AssemblyId == assemblyId, cancellation);
        var targets = await db.AskTargets.Where(t => t.AskId == askId).Select(t => t.PowerHolderId).ToListAsync(cancellation);
        if (ask is null || !cells.All(c => targets.Contains(c.PowerHolderId)))
            return FloorReply.Refused(new Problem("cells", "This ask is not put to that power-holder at this assembly."));

        var steps = await db.AnswerSteps.AsNoTracking().Where(s => s.AskId == askId).ToListAsync(cancellation);
        foreach (var cell in cells)
        {
            var life = AnswerLife.Of(steps.Where(s => s.PowerHolderId == cell.PowerHolderId));
            if (life.Version != cell.ExpectedVersion)
                return FloorReply.Stale;
            if (life.Forbids(kind, answer) is { } problem)
                return FloorReply.Refused(problem);
            db.AnswerSteps.Add(new AnswerStep
            {
                AssemblyId = assemblyId,
                AskId = askId,
                PowerHolderId = cell.PowerHolderId,
                Version = life.Version + 1,
                CommandId = commandId,
                Kind = kind,
                At = clock.GetCurrentInstant(),
                By = actor.Id,
                // The round's own version: an ask amended after it was put does not change what was answered.
                AskVersion = kind == AnswerStepKind.Put ? ask.Version : life.AskVersion ?? ask.Version,
                Answer = answer,
            });
        }
        db.Record(actor, assemblyId, ChangeChannel.Record, $"answer.{WireFormat.Word(kind)}", $"Ask {ask.Number}: {cells.Count} answer(s) {WireFormat.Word(kind)}.");
        if (kind is AnswerStepKind.Put or AnswerStepKind.Revealed)
            await stage.CueAsync(actor, assemblyId, new ShowCommand(commandId, Scene.Answer, askId), cancellation);
        return await SaveAsync(commandId, cancellation);
    }

    // What is answered stands in the record for good: a practice the day before, or a tap the day after, must not.
    private async Task<Problem?> ClosedAsync(Guid assemblyId, CancellationToken cancellation) =>
        AssemblyLife.NotOpen(await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.State).SingleAsync(cancellation));

    private async Task<FloorReply> SaveAsync(Guid commandId, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return FloorReply.Done;
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            // The unique index decided a race: either our own command arrived twice, or somebody took this step first.
            db.ChangeTracker.Clear();
            return await db.AnswerSteps.AnyAsync(s => s.CommandId == commandId, cancellation) ? FloorReply.Done : FloorReply.Stale;
        }
    }
}
