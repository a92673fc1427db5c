using Assemblies.Agenda.Evening;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Log;

/// <param name="NotAskedReason">Public: why asks that were published were not put to everybody; null while every ask was.</param>
public sealed record CloseRecordCommand(string? NotAskedReason = null);

/// <summary>Closes the session in the public record: from then on every published ask has exactly one answer of everybody it was put to, and no other is added.</summary>
/// <remarks>record.md, section 2, COMPLETE. The doors close apart from it; what follows belongs to the follow-up.</remarks>
public sealed class RecordClosing(AssemblyDb db, IClock clock)
{
    private const int LongestReason = 500;

    /// <summary>What keeps the record from closing, a sentence for each answer; empty when it can close.</summary>
    /// <param name="sheet">The score sheet.</param>
    /// <param name="reasonGiven">Whether asks that were never put are answered for by a reason.</param>
    internal static IReadOnlyList<Problem> Missing(ScoreSheet sheet, bool reasonGiven) =>
        [.. Standing(sheet).Where(p => p.Cell.Life.Revealed is null && !(reasonGiven && WasNeverPut(p.Cell))).Select(p => new Problem(
            WasNeverPut(p.Cell) ? "notAskedReason" : "",
            $"Ask {p.Ask.Number}, {p.Cell.PowerHolder.Name}: {(WasNeverPut(p.Cell) ? "was not put. Say why." : "was put, and no answer is revealed. Reveal it on the chair's tablet.")}"))];

    /// <summary>Closes it. Problems name every answer that is missing; then nothing is changed.</summary>
    public async Task<IReadOnlyList<Problem>> CloseAsync(Actor actor, Guid assemblyId, CloseRecordCommand command, CancellationToken cancellation)
    {
        if (await db.IsRecordClosedAsync(assemblyId, cancellation))
            return [new("", "The record of this evening is closed already.")];
        var reason = TypedText.Tidy(command.NotAskedReason);
        if (reason?.Length > LongestReason)
            return [new("notAskedReason", $"At most {LongestReason} characters.")];
        var sheet = await ScoreSheet.ReadAsync(db, assemblyId, cancellation);
        if (Missing(sheet, reason is not null) is { Count: > 0 } missing)
            return missing;
        db.Log(new(assemblyId, actor.Id, index => index.Has("session.opened") ? null : new SessionOpened()));
        foreach (var (ask, cell) in Standing(sheet))
        {
            if (cell.Life.Revealed is null)
                await AnswerForAsync(actor, assemblyId, ask, cell, reason!, cancellation);
            else if (cell.Life.Stage == AnswerStage.ReadBack)
                db.Log(new(assemblyId, actor.Id, index => index.AnswerAt(ask.Id, cell.PowerHolder.Id) is { } target ? new AnswerReadback(target, ReadbackResult.Silent) : null));
        }
        // What could not be written while the record was locked.
        await HeardTestimonies.LogAsync(db, actor, assemblyId, await EveningReader.LifeAsync(db, assemblyId, cancellation), cancellation);
        db.Log(new(assemblyId, actor.Id, index => new SessionClosed(index.Size + 1)));
        db.Record(actor, assemblyId, ChangeChannel.Record, "record.closed", "The session was closed in the public record.");
        return await db.TrySaveAsync("An answer was given in the same moment. Look again, then close.", cancellation) is { } problem ? [problem] : [];
    }

    private static IEnumerable<(SheetAsk Ask, SheetCell Cell)> Standing(ScoreSheet sheet) =>
        sheet.Asks.Where(a => a.PublishedText is not null && a.WithdrawnReason is null).SelectMany(a => a.Cells.Select(c => (a, c)));

    private static bool WasNeverPut(SheetCell cell) => cell.Life is { TimesPut: 0, Stage: AnswerStage.Waiting };

    private async Task AnswerForAsync(Actor actor, Guid assemblyId, SheetAsk sheetAsk, SheetCell cell, string reason, CancellationToken cancellation)
    {
        var ask = await db.Asks.SingleAsync(a => a.Id == sheetAsk.Id, cancellation);
        var words = new AnswerWords(AnswerCode.NotAsked, Reason: reason);
        AnswerStepKind[] kinds = [AnswerStepKind.Recorded, AnswerStepKind.Confirmed, AnswerStepKind.Revealed];
        var steps = kinds.Select((kind, i) => new AnswerStep
        {
            AssemblyId = assemblyId,
            AskId = ask.Id,
            PowerHolderId = cell.PowerHolder.Id,
            Version = cell.Life.Version + 1 + i,
            CommandId = Guid.CreateVersion7(),
            Kind = kind,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
            AskVersion = ask.PublishedVersion!.Value,
            Answer = kind == AnswerStepKind.Recorded ? words : null,
        }).ToList();
        db.AnswerSteps.AddRange(steps);
        await AnswerEntries.LogAsync(db, actor, ask, steps, [new CellRef(ask.Id, cell.PowerHolder.Id, cell.Life.Version)], AnswerStepKind.Revealed, cancellation);
    }
}
