using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>Which steps in the life of an answer enter the public record: what the hall saw, and what was said to it. Nothing provisional.</summary>
internal static class AnswerEntries
{
    /// <summary>Adds the entries of a step that is about to be saved.</summary>
    /// <param name="db">What the step is saved with.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="ask">The ask.</param>
    /// <param name="steps">All steps of the ask, those about to be saved included.</param>
    /// <param name="cells">The cells it is taken in.</param>
    /// <param name="kind">The step.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task LogAsync(
        AssemblyDb db, Actor actor, Ask ask, IReadOnlyList<AnswerStep> steps, IReadOnlyList<CellRef> cells, AnswerStepKind kind, CancellationToken cancellation)
    {
        if (kind is not (AnswerStepKind.Revealed or AnswerStepKind.Objected or AnswerStepKind.Acknowledged))
            return;
        if (kind == AnswerStepKind.Revealed)
            db.Log(new(ask.AssemblyId, actor.Id, index => index.Has("session.opened") ? null : new SessionOpened()));
        // An absent one is answered for without a put: then this is the first the record hears of the ask.
        if (ask.PublishedVersion is null)
            await AskPublication.PublishAsync(db, ask, steps[^1].At, actor, cancellation);
        var ids = cells.Select(c => c.PowerHolderId).ToList();
        foreach (var of in await db.PowerHolders.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Order).ToListAsync(cancellation))
            foreach (var body in Bodies(ask, of, [.. steps.Where(s => s.PowerHolderId == of.Id).OrderBy(s => s.Version)], kind))
                db.Log(new(ask.AssemblyId, actor.Id, body) { AskId = ask.Id, PowerHolderId = of.Id });
    }

    private static IEnumerable<Func<RecordIndex, EntryBody?>> Bodies(Ask ask, PowerHolder of, IReadOnlyList<AnswerStep> steps, AnswerStepKind kind)
    {
        if (kind == AnswerStepKind.Revealed)
        {
            yield return index => RecordWords.Answer(ask, of, steps, index);
            yield break;
        }
        var readBack = AnswerLife.Of(steps.Take(steps.Count - 1)).ReadBackAt is not null;
        if (readBack)
            yield return About(target => new AnswerReadback(target, kind == AnswerStepKind.Objected ? ReadbackResult.Objected : ReadbackResult.Confirmed));
        if (kind == AnswerStepKind.Acknowledged)
            yield return About(target => new AnswerAcknowledged(target, AcknowledgedHow.InRoom, RecordWords.Text(of.Office)) { Person = RecordWords.Text(of.Name) });

        Func<RecordIndex, EntryBody?> About(Func<long, EntryBody> body) =>
            index => index.AnswerAt(ask.Id, of.Id) is { } target ? body(target) : null;
    }
}
