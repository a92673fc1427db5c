using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Record.Redactions;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments;

/// <summary>What a step of follow-up says: of a withheld one stay its kind, its dates and its codes, and no word, and its file is no longer handed out.</summary>
internal sealed class CommitmentWordsBeside : IWordsBeside
{
    public IReadOnlyCollection<string> Types => ["evidence.added", "contact.logged", "due.changed", "status.assessed", "reply.published"];

    public async Task EraseAsync(AssemblyDb db, RecordEntry entry, CancellationToken cancellation)
    {
        if (await db.CommitmentSteps.FirstOrDefaultAsync(s => s.Id == entry.StepId, cancellation) is not { } step)
            return;
        if (step.Details.Evidence?.File is { } file)
            foreach (var paper in await db.EvidenceFiles.Where(f => f.AssemblyId == entry.AssemblyId && f.Sha256 == file.Sha256).ToListAsync(cancellation))
                paper.IsPublic = false;
        Reduce(db, step);
        // What two assessed says word for word what one of them proposed.
        if (step is { Kind: CommitmentStepKind.StatusAssessed, Details.AssessedBy.Count: > 1 } && await ProposalAsync(db, step, cancellation) is { } proposal)
            Reduce(db, proposal);
    }

    private static Task<CommitmentStep?> ProposalAsync(AssemblyDb db, CommitmentStep assessed, CancellationToken cancellation) => db.CommitmentSteps
        .Where(s => s.AssemblyId == assessed.AssemblyId && s.AskId == assessed.AskId && s.PowerHolderId == assessed.PowerHolderId
            && s.Kind == CommitmentStepKind.StatusProposed && s.Version < assessed.Version)
        .OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellation);

    private static void Reduce(AssemblyDb db, CommitmentStep step)
    {
        db.Entry(step).Property(s => s.Details).CurrentValue = Reduced(step.Details);
        step.Note = null;
    }

    private static CommitmentDetails Reduced(CommitmentDetails said) => said with
    {
        Evidence = said.Evidence is { } e ? new EvidenceWords(RedactionWording.Withheld, On: e.On, File: e.File is { } file ? file with { IsPublic = false } : null) : null,
        Due = said.Due is { } due ? due with { Reason = RedactionWording.Withheld } : null,
        Assessment = said.Assessment is { } a
            ? a with { Reason = Or(a.Reason), Part = Or(a.Part), Who = Or(a.Who), Link = Or(a.Link) }
            : null,
        Reply = said.Reply is { } reply ? reply with { Text = RedactionWording.Withheld, Person = null } : null,
        Holder = said.Holder is { } holder ? holder with { Successor = RedactionWording.Withheld, Address = null } : null,
        Written = said.Written is { } written ? written with { Answer = new AnswerWords(written.Answer.Code, RedactionWording.Withheld) } : null,
        Grounds = Or(said.Grounds),
    };

    private static string? Or(string? words) => words is null ? null : RedactionWording.Withheld;
}
