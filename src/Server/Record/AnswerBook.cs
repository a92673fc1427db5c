using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Floor;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record;

/// <summary>Takes the steps of answers: each command is one transaction, harmless when repeated, refused when somebody was faster.</summary>
public sealed class AnswerBook(AssemblyDb db, StageDirection stage, IClock clock)
{
    /// <summary>The ask is read to power-holders; the projector shows it.</summary>
    public Task<FloorReply> PutAsync(Actor actor, Guid assemblyId, PutCommand command, CancellationToken cancellation) =>
        AnswerRules.CheckAskedAs(command.AskedAs) is { } problem
            ? Task.FromResult(FloorReply.Refused(problem))
            : StepAsync(actor, assemblyId, command.CommandId, command.Cells, new(AnswerStepKind.Put, AskedAs: TypedText.Tidy(command.AskedAs)), cancellation);

    /// <summary>The scribe writes an answer down.</summary>
    public Task<FloorReply> RecordAsync(Actor actor, Guid assemblyId, RecordCommand command, CancellationToken cancellation)
    {
        var problems = AnswerRules.Check(command.Answer).ToList();
        if (AnswerRules.CheckAskedAs(command.AskedAs) is { } problem)
            problems.Add(problem);
        return problems.Count > 0
            ? Task.FromResult(FloorReply.Refused(problems))
            : StepAsync(actor, assemblyId, command.CommandId, [command.Cell],
                new(AnswerStepKind.Recorded, command.Answer, TypedText.Tidy(command.AskedAs)), cancellation);
    }

    /// <summary>The chair rules on the recorded answer.</summary>
    public Task<FloorReply> RuleAsync(Actor actor, Guid assemblyId, RuleCommand command, CancellationToken cancellation)
    {
        if (command.Ruling != Ruling.Amend)
            return StepAsync(actor, assemblyId, command.CommandId, [command.Cell],
                command.Ruling == Ruling.Confirm ? new(AnswerStepKind.Confirmed, Recording: command.Recording) : new(AnswerStepKind.ReAsked), cancellation);
        var problems = command.Answer is { } answer ? AnswerRules.Check(answer) : [new("answer", "Write the whole answer as it is to stand.")];
        return problems.Count > 0
            ? Task.FromResult(FloorReply.Refused(problems))
            : StepAsync(actor, assemblyId, command.CommandId, [command.Cell], new(AnswerStepKind.Amended, command.Answer), cancellation);
    }

    /// <summary>Confirmed answers are shown to the hall, all at once.</summary>
    public Task<FloorReply> RevealAsync(Actor actor, Guid assemblyId, RevealCommand command, CancellationToken cancellation) =>
        StepAsync(actor, assemblyId, command.CommandId, command.Cells, new(AnswerStepKind.Revealed), cancellation);

    /// <summary>A revealed answer is read back, objected to or acknowledged.</summary>
    public Task<FloorReply> ReadBackAsync(Actor actor, Guid assemblyId, ReadBackCommand command, CancellationToken cancellation) =>
        command.Step == ReadBackStep.Objection && AnswerRules.CheckObjection(command.Objection) is { } problem
            ? Task.FromResult(FloorReply.Refused(problem))
            : StepAsync(actor, assemblyId, command.CommandId, [command.Cell], command.Step switch
            {
                ReadBackStep.ReadBack => new(AnswerStepKind.ReadBack),
                ReadBackStep.Objection => new(AnswerStepKind.Objected, Objection: TypedText.Tidy(command.Objection)),
                ReadBackStep.Acknowledgement => new(AnswerStepKind.Acknowledged),
                _ => throw new ArgumentOutOfRangeException(nameof(command)),
            }, cancellation);

    private async Task<FloorReply> StepAsync(
        Actor actor, Guid assemblyId, Guid commandId, IReadOnlyList<CellRef> cells, Taken taken, CancellationToken cancellation)
    {
        if (commandId == Guid.Empty)
            return FloorReply.Refused(FloorSaving.NeedsItsOwnId);
        if (cells.Count == 0 || cells.Any(c => c is null) || cells.Select(c => c.AskId).Distinct().Count() != 1 || cells.Select(c => c.PowerHolderId).Distinct().Count() != cells.Count)
            return FloorReply.Refused(new Problem("cells", "Name at least one power-holder, each once, all of the same ask."));
        var askId = cells[0].AskId;
        if (await db.AnswerSteps.AnyAsync(s => s.CommandId == commandId && s.AskId == askId, cancellation))
            return FloorReply.Done;
        if (await ClosedAsync(assemblyId, cancellation) is { } closed)
            return FloorReply.Refused(closed);
        var ask = await db.Asks.FirstOrDefaultAsync(a => a.Id == askId && a.AssemblyId == assemblyId, cancellation);
        var targets = await db.AskTargets.Where(t => t.AskId == askId).Select(t => t.PowerHolderId).ToListAsync(cancellation);
        if (ask is null || !cells.All(c => targets.Contains(c.PowerHolderId)))
            return FloorReply.Refused(new Problem("cells", "This ask is not put to that power-holder at this assembly."));

        if (ask.WithdrawnAt is not null)
            return FloorReply.Refused(new Problem("cells", $"Ask {ask.Number} was withdrawn. What is asked after all is a new ask."));

        var steps = await db.AnswerSteps.AsNoTracking().Where(s => s.AskId == askId).ToListAsync(cancellation);
        foreach (var cell in cells)
        {
            var life = AnswerLife.Of(steps.Where(s => s.PowerHolderId == cell.PowerHolderId));
            // Between the two readings the same command may have arrived by another way: then it is done, not late.
            if (life.Version != cell.ExpectedVersion)
                return await TakenBy(commandId).DoneOrStaleAsync(cancellation);
            var step = new AnswerStep
            {
                AssemblyId = assemblyId,
                AskId = askId,
                PowerHolderId = cell.PowerHolderId,
                Version = life.Version + 1,
                CommandId = commandId,
                Kind = taken.Kind,
                At = clock.GetCurrentInstant(),
                By = actor.Id,
                // The round's own version: an ask amended after it was put does not change what was answered.
                AskVersion = taken.Kind == AnswerStepKind.Put ? ask.Version : life.AskVersion ?? ask.Version,
                AskedAs = taken.AskedAs,
                Answer = taken.Answer,
                Recording = taken.Recording,
                Objection = taken.Objection,
            };
            if (life.Forbids(step) is { } problem)
                return FloorReply.Refused(problem);
            db.AnswerSteps.Add(step);
        }
        // The hall hears it: from then on everybody may read it.
        if (taken.Kind == AnswerStepKind.Put)
            await AskPublication.PublishAsync(db, ask, clock.GetCurrentInstant(), actor, cancellation);
        await AnswerEntries.LogAsync(db, actor, ask, [.. steps, .. db.AnswerSteps.Local], cells, taken.Kind, cancellation);
        var kind = WireFormat.Word(taken.Kind);
        db.Record(actor, assemblyId, ChangeChannel.Record, $"answer.{kind}", $"Ask {ask.Number}: {cells.Count} answer(s) {kind}.");
        if (taken.Kind is AnswerStepKind.Put or AnswerStepKind.Revealed)
            await stage.CueAsync(actor, assemblyId, commandId, new ShownScene(Scene.Answer, askId), cancellation);
        return await db.SaveStepsAsync(TakenBy(commandId), cancellation);
    }

    // What is answered stands in the record for good: a practice the day before, or a tap the day after, must not.
    private async Task<Problem?> ClosedAsync(Guid assemblyId, CancellationToken cancellation) =>
        AssemblyLife.NotOpen(await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.State).SingleAsync(cancellation))
        ?? (await db.IsRecordClosedAsync(assemblyId, cancellation)
            ? new("", "The record of this evening is closed: nothing more is put or answered in it.")
            : null);

    private IQueryable<AnswerStep> TakenBy(Guid commandId) => db.AnswerSteps.Where(s => s.CommandId == commandId);

    /// <summary>What a command adds to the life of each of its cells.</summary>
    private sealed record Taken(
        AnswerStepKind Kind, AnswerWords? Answer = null, string? AskedAs = null, int? Recording = null, string? Objection = null);
}
