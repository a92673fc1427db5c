using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Evaluation.Notes;

/// <summary>The leaders' evaluation notes: written, changed without losing what stood before, carried to the next assembly while steps are open.</summary>
public sealed class EvaluationNotes(AssemblyDb db, IClock clock)
{
    /// <summary>The notes that stand, by topic and in the order in which they were written.</summary>
    public async Task<IReadOnlyList<EvaluationNoteRow>> ListAsync(Guid assemblyId, CancellationToken cancellation) =>
        [.. Latest(await db.EvaluationNotes.AsNoTracking().Where(n => n.AssemblyId == assemblyId).ToListAsync(cancellation))
            .Where(n => n.State != EvaluationNoteState.Withdrawn).OrderBy(n => n.Topic).ThenBy(n => n.NoteId).Select(EvaluationNoteRow.Of)];

    /// <summary>All versions of a note, the latest first; empty where there is none.</summary>
    public async Task<IReadOnlyList<EvaluationNoteRow>> HistoryAsync(Guid assemblyId, Guid noteId, CancellationToken cancellation) =>
        [.. (await db.EvaluationNotes.AsNoTracking().Where(n => n.AssemblyId == assemblyId && n.NoteId == noteId).OrderByDescending(n => n.Version).ToListAsync(cancellation))
            .Select(EvaluationNoteRow.Of)];

    /// <summary>Next steps of assemblies before this one that are still open, the earliest date first.</summary>
    public async Task<IReadOnlyList<OpenStep>> CarriedAsync(AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        var earlier = (await db.Assemblies.AsNoTracking().Where(a => a.Id != assembly.Id).ToListAsync(cancellation))
            .Where(a => a.Doors < assembly.Doors).ToDictionary(a => a.Id, a => a.Title);
        var notes = await db.EvaluationNotes.AsNoTracking().Where(n => earlier.Keys.Contains(n.AssemblyId)).ToListAsync(cancellation);
        return [.. Latest(notes).Where(n => n is { Kind: EvaluationNoteKind.NextStep, State: EvaluationNoteState.Open })
            .OrderBy(n => n.DueOn).ThenBy(n => n.NoteId).Select(n => new OpenStep(n.AssemblyId, earlier[n.AssemblyId], EvaluationNoteRow.Of(n)))];
    }

    /// <summary>Writes a new note.</summary>
    public Task<(EvaluationNoteRow? Note, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, AccountabilityAssembly assembly, EvaluationNoteCommand command, CancellationToken cancellation) =>
        WriteAsync(actor, assembly, Guid.CreateVersion7(), 1, null, command, cancellation);

    /// <summary>Writes the next version of a note. Neither result where there is no such note.</summary>
    public async Task<(EvaluationNoteRow? Note, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, AccountabilityAssembly assembly, Guid noteId, EvaluationNoteCommand command, CancellationToken cancellation)
    {
        if (await HistoryAsync(assembly.Id, noteId, cancellation) is not [var present, ..])
            return (null, []);
        if (present.Version != command.Version)
            return (null, [Faster]);
        return await WriteAsync(actor, assembly, noteId, present.Version + 1, present.SaidOn, command, cancellation);
    }

    private static Problem Faster => new("", "Somebody else changed this note since you opened it: read what stands now, then save yours again.");

    private static IEnumerable<EvaluationNote> Latest(IEnumerable<EvaluationNote> versions) => versions.GroupBy(n => n.NoteId).Select(g => g.MaxBy(n => n.Version)!);

    private async Task<(EvaluationNoteRow? Note, IReadOnlyList<Problem> Problems)> WriteAsync(
        Actor actor, AccountabilityAssembly assembly, Guid noteId, int version, LocalDate? saidBefore, EvaluationNoteCommand command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var dated = command with { SaidOn = command.SaidOn ?? saidBefore ?? now.InZone(DateTimeZoneProviders.Tzdb[assembly.TimeZone]).Date };
        if (EvaluationNoteRules.Check(dated) is { Count: > 0 } problems)
            return (null, problems);
        var note = NewVersion(actor, assembly.Id, noteId, version, now, dated);
        db.EvaluationNotes.Add(note);
        db.Record(actor, assembly.Id, ChangeChannel.Evaluation, version == 1 ? "evaluation.noted" : "evaluation.changed",
            version == 1 ? "A note of the evaluation was written." : "A note of the evaluation was changed; what stood before is kept.");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return (EvaluationNoteRow.Of(note), []);
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            return (null, [Faster]);
        }
    }

    private static EvaluationNote NewVersion(Actor actor, Guid assemblyId, Guid noteId, int version, Instant now, EvaluationNoteCommand command) => new()
    {
        NoteId = noteId,
        Version = version,
        AssemblyId = assemblyId,
        Topic = command.Topic,
        Kind = command.Kind,
        Text = command.Text!.Trim(),
        Role = command.Role!.Trim(),
        SaidOn = command.SaidOn!.Value,
        Owner = command.Kind == EvaluationNoteKind.NextStep ? command.Owner!.Trim() : null,
        DueOn = command.Kind == EvaluationNoteKind.NextStep ? command.DueOn : null,
        State = command.State,
        At = now,
        By = actor.Id,
    };
}
