using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Corrections;

/// <summary>What offices say against the record, and what two people decide about it.</summary>
public sealed class DisputeBook(AssemblyDb db, IClock clock)
{
    private const int LongestOffice = 200;
    private const int LongestWords = 2_000;

    /// <summary>All disputes of an assembly, the latest first.</summary>
    public async Task<IReadOnlyList<DisputeRow>> ListAsync(Guid assemblyId, CancellationToken cancellation) =>
        [.. (await db.Disputes.AsNoTracking().Where(d => d.AssemblyId == assemblyId).OrderByDescending(d => d.RaisedAt).ToListAsync(cancellation))
            .Select(DisputeRow.Of)];

    /// <summary>Enters a dispute; it is public at once.</summary>
    public async Task<(DisputeRow? Dispute, IReadOnlyList<Problem> Problems)> RaiseAsync(
        Actor actor, Guid assemblyId, DisputeCommand command, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        if ((command.RaisedBy ?? "").Trim().Length is 0 or > LongestOffice)
            problems.Add(new("raisedBy", $"Say which office disputes it, in at most {LongestOffice} characters."));
        if ((command.Words ?? "").Trim().Length is 0 or > LongestWords)
            problems.Add(new("words", $"Write down what they say, verbatim, in at most {LongestWords:N0} characters."));
        var steps = await db.AnswerSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId && s.AskId == command.AskId
            && s.PowerHolderId == command.PowerHolderId).ToListAsync(cancellation);
        if (AnswerLife.Of(steps).Revealed is null)
            problems.Add(new("", "Nothing was revealed here: there is nothing to dispute."));
        if (problems.Count > 0)
            return (null, problems);
        var dispute = new Dispute
        {
            AssemblyId = assemblyId,
            AskId = command.AskId,
            PowerHolderId = command.PowerHolderId,
            RaisedBy = command.RaisedBy!.Trim(),
            Words = command.Words!.Trim(),
            RaisedAt = clock.GetCurrentInstant(),
            EnteredBy = actor.Id,
        };
        db.Disputes.Add(dispute);
        db.Log(new(assemblyId, actor.Id, index => index.AnswerAt(dispute.AskId, dispute.PowerHolderId) is { } target
            ? new AnswerDisputed(target, RecordWords.Text(dispute.RaisedBy), RecordWords.Text(dispute.Words))
            : null) { AskId = dispute.AskId, PowerHolderId = dispute.PowerHolderId });
        db.Record(actor, assemblyId, ChangeChannel.Record, "answer.disputed", "An office disputes an answer.");
        return await db.TrySaveAsync(null, cancellation) is { } refused ? (null, [refused]) : (DisputeRow.Of(dispute), []);
    }

    /// <summary>
    /// One of the two decisions. The first is a proposal; the same outcome with the same grounds by another person decides, because both are published
    /// as what two people decided. Anything else is a new proposal.
    /// Neither result where there is no such dispute.
    /// </summary>
    public async Task<(DisputeRow? Dispute, Problem? Problem)> DecideAsync(
        Actor actor, Guid assemblyId, Guid disputeId, DecideDisputeCommand command, CancellationToken cancellation)
    {
        var dispute = await db.Disputes.FirstOrDefaultAsync(d => d.Id == disputeId && d.AssemblyId == assemblyId, cancellation);
        if (dispute is null)
            return (null, null);
        if (dispute.Outcome is not null)
            return (null, new("", "This dispute is decided already."));
        var grounds = TypedText.Tidy(command.Grounds);
        if (grounds is not { Length: <= LongestWords })
            return (null, new("grounds", $"Say in a sentence why, in at most {LongestWords:N0} characters."));
        var same = dispute.Proposed == command.Outcome && dispute.Grounds == grounds;
        if (same && dispute.ProposedBy == actor.Id)
            return (null, new("", "Two people decide: somebody else has to decide the same."));
        if (same)
            (dispute.Outcome, dispute.DecidedBy, dispute.DecidedAt) = (command.Outcome, actor.Id, clock.GetCurrentInstant());
        else
            (dispute.Proposed, dispute.Grounds, dispute.ProposedBy) = (command.Outcome, grounds, actor.Id);
        db.Record(actor, assemblyId, ChangeChannel.Record, same ? "dispute.decided" : "dispute.proposed",
            same ? "Two people decided a dispute." : "One of two people decided about a dispute.");
        return await db.TrySaveAsync("Somebody else decided about it in the same moment: look again.", cancellation) is { } problem
            ? (null, problem)
            : (DisputeRow.Of(dispute), null);
    }
}
