using Assemblies.Data;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Corrections;

/// <summary>Puts revealed answers right: one person proposes, another approves, and nothing is overwritten.</summary>
/// <remarks>Possible while the assembly is open and for years after it: the record outlives the evening.</remarks>
public sealed class CorrectionBook(AssemblyDb db, IClock clock)
{
    /// <summary>All corrections of an assembly, the latest first.</summary>
    public async Task<IReadOnlyList<CorrectionRow>> ListAsync(Guid assemblyId, CancellationToken cancellation) =>
        [.. (await db.Corrections.AsNoTracking().Where(c => c.AssemblyId == assemblyId).OrderByDescending(c => c.ProposedAt).ToListAsync(cancellation))
            .Select(CorrectionRow.Of)];

    /// <summary>Proposes a correction.</summary>
    public async Task<(CorrectionRow? Correction, IReadOnlyList<Problem> Problems)> ProposeAsync(
        Actor actor, Guid assemblyId, CorrectionCommand command, CancellationToken cancellation)
    {
        var problems = AnswerRules.Check(command.Answer).ToList();
        problems.AddRange(DecisionText.Need("grounds", command.Grounds, "Say in a sentence why it is corrected."));
        problems.AddRange(DecisionText.Need("requestedBy", command.RequestedBy, "Say who asked for it, by office or role."));
        var life = await LifeAsync(assemblyId, command.AskId, command.PowerHolderId, cancellation);
        if (life.StandingVersion is null)
            problems.Add(new("", "Nothing was revealed here: there is nothing to correct."));
        else if (life.Revealed == command.Answer)
            problems.Add(new("", "That is what stands already: change what is to be corrected."));
        if (await db.Corrections.AnyAsync(c => c.AskId == command.AskId && c.PowerHolderId == command.PowerHolderId
            && c.State == CorrectionState.Proposed, cancellation))
            problems.Add(new("", "A correction of this answer is proposed already: decide on that one first."));
        if (problems.Count > 0)
            return (null, problems);
        var correction = new Correction
        {
            AssemblyId = assemblyId,
            AskId = command.AskId,
            PowerHolderId = command.PowerHolderId,
            TargetVersion = life.StandingVersion!.Value,
            Class = command.Class,
            Answer = command.Answer,
            Grounds = command.Grounds.Trim(),
            RequestedBy = command.RequestedBy.Trim(),
            ProposedBy = actor.Id,
            ProposedAt = clock.GetCurrentInstant(),
        };
        db.Corrections.Add(correction);
        db.Record(actor, assemblyId, ChangeChannel.Record, "correction.proposed", "A correction of an answer was proposed.");
        await db.SaveChangesAsync(cancellation);
        return (CorrectionRow.Of(correction), []);
    }

    /// <summary>A second person approves: from now on it stands. Neither result where there is no such correction.</summary>
    public async Task<(CorrectionRow? Correction, Problem? Problem)> ApproveAsync(
        Actor actor, Guid assemblyId, Guid correctionId, CancellationToken cancellation)
    {
        var (correction, refused) = await UndecidedAsync(actor, assemblyId, correctionId, cancellation);
        if (correction is null || refused is not null)
            return (null, refused);
        var life = await LifeAsync(assemblyId, correction.AskId, correction.PowerHolderId, cancellation);
        if (life.StandingVersion != correction.TargetVersion)
            return (null, new("", "Another answer was revealed since: this correction no longer fits. Refuse it, and propose it anew if it is still needed."));
        var now = clock.GetCurrentInstant();
        (correction.State, correction.DecidedBy, correction.DecidedAt) = (CorrectionState.Approved, actor.Id, now);
        db.AnswerSteps.Add(new AnswerStep
        {
            AssemblyId = assemblyId,
            AskId = correction.AskId,
            PowerHolderId = correction.PowerHolderId,
            Version = life.Version + 1,
            CommandId = correction.Id,
            Kind = AnswerStepKind.Corrected,
            At = now,
            By = actor.Id,
            AskVersion = life.RevealedAskVersion!.Value,
            Answer = correction.Answer,
            CorrectionId = correction.Id,
        });
        db.Log(new(assemblyId, actor.Id, index => index.AnswerAt(correction.AskId, correction.PowerHolderId) is { } target
            ? RecordWords.Corrected(target, life.Revealed!, correction)
            : null) { AskId = correction.AskId, PowerHolderId = correction.PowerHolderId });
        db.Record(actor, assemblyId, ChangeChannel.Record, "answer.corrected", "Two people corrected an answer.");
        return await SaveAsync(correction, cancellation);
    }

    /// <summary>A second person refuses; what was revealed stands. Neither result where there is no such correction.</summary>
    public async Task<(CorrectionRow? Correction, Problem? Problem)> RefuseAsync(
        Actor actor, Guid assemblyId, Guid correctionId, RefuseCorrectionCommand command, CancellationToken cancellation)
    {
        var (correction, refused) = await UndecidedAsync(actor, assemblyId, correctionId, cancellation);
        if (correction is null || refused is not null)
            return (null, refused);
        if (DecisionText.Need("refusal", command.Refusal, "Say in a sentence why it is refused.").FirstOrDefault() is { } problem)
            return (null, problem);
        (correction.State, correction.DecidedBy, correction.DecidedAt, correction.Refusal) =
            (CorrectionState.Rejected, actor.Id, clock.GetCurrentInstant(), command.Refusal.Trim());
        db.Record(actor, assemblyId, ChangeChannel.Record, "correction.refused", "A correction of an answer was refused.");
        return await SaveAsync(correction, cancellation);
    }

    private async Task<(Correction? Correction, Problem? Problem)> UndecidedAsync(
        Actor actor, Guid assemblyId, Guid correctionId, CancellationToken cancellation)
    {
        var correction = await db.Corrections.FirstOrDefaultAsync(c => c.Id == correctionId && c.AssemblyId == assemblyId, cancellation);
        return correction switch
        {
            null => (null, null),
            { State: not CorrectionState.Proposed } => (correction, new("", "This correction is decided already.")),
            _ when correction.ProposedBy == actor.Id => (correction, new("", "Two people decide: somebody else than who proposed it.")),
            _ => (correction, null),
        };
    }

    private async Task<AnswerLife> LifeAsync(Guid assemblyId, Guid askId, Guid powerHolderId, CancellationToken cancellation) =>
        AnswerLife.Of(await db.AnswerSteps.AsNoTracking()
            .Where(s => s.AssemblyId == assemblyId && s.AskId == askId && s.PowerHolderId == powerHolderId).ToListAsync(cancellation));

    private async Task<(CorrectionRow? Correction, Problem? Problem)> SaveAsync(Correction correction, CancellationToken cancellation) =>
        // The next step of this answer may be taken in the same moment, by the floor or by another organiser.
        await db.TrySaveAsync("Somebody was faster: look at the answer again, then decide.", cancellation) is { } problem ? (null, problem) : (CorrectionRow.Of(correction), null);
}
