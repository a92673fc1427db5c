using Assemblies.Data;
using Assemblies.Record.Disclosures;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Redactions;

/// <summary>Removes what is personal from the public record and keeps the fact: one person proposes, another decides, the record says so (docs/record-format.md).</summary>
/// <remarks>
/// Level 1 deletes disclosures and the keys they are sealed under; level 2 the entry's bytes, and the words that features keep beside it. The leaf's hash stays, so
/// every checkpoint and receipt that somebody holds stays right. Nobody can recall a copy.
/// </remarks>
public sealed class RedactionBook(AssemblyDb db, IEnumerable<IWordsBeside> beside, IClock clock)
{
    /// <summary>All redactions of an assembly, the latest first.</summary>
    public async Task<IReadOnlyList<RedactionRow>> ListAsync(Guid assemblyId, CancellationToken cancellation) =>
        [.. (await db.Redactions.AsNoTracking().Where(r => r.AssemblyId == assemblyId).OrderByDescending(r => r.ProposedAt).ToListAsync(cancellation)).Select(RedactionRow.Of)];

    /// <summary>Proposes one.</summary>
    public async Task<(RedactionRow? Redaction, IReadOnlyList<Problem> Problems)> ProposeAsync(
        Actor actor, Guid assemblyId, RedactionCommand command, CancellationToken cancellation)
    {
        var problems = DecisionText.Need("reason", command.Reason, "Say in a sentence why; it is public, so nothing of what is removed.").ToList();
        var entry = await db.RecordEntries.AsNoTracking().FirstOrDefaultAsync(e => e.AssemblyId == assemblyId && e.Seq == command.Seq, cancellation);
        if (entry is null)
            problems.Add(new("seq", "The record has no entry of that number."));
        else if (await ForbidsAsync(entry, command, cancellation) is { } problem)
            problems.Add(problem);
        if (problems.Count > 0)
            return (null, problems);
        var redaction = new Redaction
        {
            AssemblyId = assemblyId,
            Seq = command.Seq,
            Level = command.Level,
            Ground = command.Ground,
            Reason = command.Reason.Trim(),
            ProposedBy = actor.Id,
            ProposedAt = clock.GetCurrentInstant(),
        };
        db.Redactions.Add(redaction);
        db.Record(actor, assemblyId, ChangeChannel.Record, "redaction.proposed", "A redaction of the public record was proposed.");
        await db.SaveChangesAsync(cancellation);
        return (RedactionRow.Of(redaction), []);
    }

    /// <summary>A second person decides the same: it is removed at once, and the record says so. Neither result where there is no such redaction.</summary>
    public async Task<(RedactionRow? Redaction, Problem? Problem)> MakeAsync(Actor actor, Guid assemblyId, Guid redactionId, CancellationToken cancellation)
    {
        var (redaction, refused) = await UndecidedAsync(actor, assemblyId, redactionId, cancellation);
        if (redaction is null || refused is not null)
            return (null, refused);
        var entry = await db.RecordEntries.SingleAsync(e => e.AssemblyId == assemblyId && e.Seq == redaction.Seq, cancellation);
        if (RedactedEntry.Read(entry) is not { } read)
            return (null, new("", "The entry is withheld already."));
        (redaction.State, redaction.DecidedBy, redaction.DecidedAt) = (RedactionState.Made, actor.Id, clock.GetCurrentInstant());
        db.Log(new(assemblyId, actor.Id, _ => read.Redacted(redaction)));
        await DisclosureSafe.ForgetEntryAsync(db, assemblyId, entry.Seq, cancellation);
        if (redaction.Level == Redaction.WholeEntry)
        {
            entry.Bytes = null;
            foreach (var words in beside.Where(w => w.Types.Contains(entry.Type)))
                await words.EraseAsync(db, entry, cancellation);
        }
        db.Record(actor, assemblyId, ChangeChannel.Record, "redaction.made", "Two people redacted an entry of the public record.");
        return await SaveAsync(redaction, cancellation);
    }

    /// <summary>A second person refuses; nothing is removed. Neither result where there is no such redaction.</summary>
    public async Task<(RedactionRow? Redaction, Problem? Problem)> RefuseAsync(
        Actor actor, Guid assemblyId, Guid redactionId, RefuseRedactionCommand command, CancellationToken cancellation)
    {
        var (redaction, refused) = await UndecidedAsync(actor, assemblyId, redactionId, cancellation);
        if (redaction is null || refused is not null)
            return (null, refused);
        if (DecisionText.Need("refusal", command.Refusal, "Say in a sentence why it is refused.").FirstOrDefault() is { } problem)
            return (null, problem);
        (redaction.State, redaction.DecidedBy, redaction.DecidedAt, redaction.Refusal) =
            (RedactionState.Rejected, actor.Id, clock.GetCurrentInstant(), command.Refusal.Trim());
        db.Record(actor, assemblyId, ChangeChannel.Record, "redaction.refused", "A redaction of the public record was refused.");
        return await SaveAsync(redaction, cancellation);
    }

    private async Task<Problem?> ForbidsAsync(RecordEntry entry, RedactionCommand command, CancellationToken cancellation)
    {
        if (await db.Redactions.AnyAsync(r => r.AssemblyId == entry.AssemblyId && r.Seq == entry.Seq && r.State == RedactionState.Proposed, cancellation))
            return new("seq", "A redaction of this entry is proposed already: decide on that one first.");
        if (RedactedEntry.Read(entry) is not { } read)
            return new("seq", "This entry is withheld already.");
        return command.Level switch
        {
            Redaction.DisclosuresOnly when !read.HasDisclosures => new("level", "This entry has nothing personal outside its words: only the words themselves can be withheld."),
            Redaction.DisclosuresOnly when await db.Redactions.AnyAsync(
                r => r.AssemblyId == entry.AssemblyId && r.Seq == entry.Seq && r.State == RedactionState.Made, cancellation) => new("level", "They are deleted already."),
            Redaction.WholeEntry when !read.CanBeWithheld => new("level", $"An entry of the type {entry.Type} is never withheld: the record could not be checked without it."),
            Redaction.DisclosuresOnly or Redaction.WholeEntry => null,
            _ => new("level", "Choose 1, its disclosures, or 2, its words."),
        };
    }

    private async Task<(Redaction? Redaction, Problem? Problem)> UndecidedAsync(Actor actor, Guid assemblyId, Guid redactionId, CancellationToken cancellation)
    {
        var redaction = await db.Redactions.FirstOrDefaultAsync(r => r.Id == redactionId && r.AssemblyId == assemblyId, cancellation);
        return redaction switch
        {
            null => (null, null),
            { State: not RedactionState.Proposed } => (redaction, new("", "This redaction is decided already.")),
            _ when redaction.ProposedBy == actor.Id => (redaction, new("", "Two people decide: somebody else than who proposed it.")),
            _ => (redaction, null),
        };
    }

    private async Task<(RedactionRow? Redaction, Problem? Problem)> SaveAsync(Redaction redaction, CancellationToken cancellation) =>
        await db.TrySaveAsync("Somebody decided in the same moment: look again.", cancellation) is { } problem ? (null, problem) : (RedactionRow.Of(redaction), null);
}
