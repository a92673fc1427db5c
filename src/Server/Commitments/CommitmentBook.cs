using Assemblies.Commitments.Rules;
using Assemblies.Data;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>What became of a step: the commitment with it, or what is wrong; neither where there is no such commitment.</summary>
public sealed record StepReply(Commitment? Commitment, IReadOnlyList<Problem> Problems);

/// <summary>A step that is to be taken, or what is wrong with it.</summary>
internal sealed record Taking(IReadOnlyList<Problem> Problems, params IReadOnlyList<TakenStep> Steps);

/// <summary>One of the steps that are taken together.</summary>
internal sealed record TakenStep(CommitmentStepKind Kind, CommitmentDetails Details, string? Note = null);

/// <summary>Takes the steps of commitments: append-only, each public one with its entry in the record in the same transaction.</summary>
public sealed class CommitmentBook(AssemblyDb db, CommitmentReader reader, IClock clock)
{
    /// <summary>Takes steps; refuses with sentences, changes nothing then.</summary>
    /// <param name="actor">Who takes them.</param>
    /// <param name="key">Of which commitment.</param>
    /// <param name="expectedVersion">How many steps they have seen; null for any.</param>
    /// <param name="take">Decides, given the commitment as it is now.</param>
    /// <param name="cancellation">Stops reading.</param>
    internal async Task<StepReply> TakeAsync(
        Actor actor, CommitmentKey key, int? expectedVersion, Func<Commitment, Taking> take, CancellationToken cancellation)
    {
        if (await reader.FindAsync(key, cancellation) is not { } commitment)
            return new(null, []);
        if (expectedVersion is { } expected && expected != commitment.Life.Version)
            return new(commitment, [Faster]);
        var taking = take(commitment);
        IReadOnlyList<Problem> problems = [.. taking.Problems, .. taking.Steps.SelectMany(s => StepRules.Note(s.Note))];
        if (problems.Count == 0 && taking.Steps.Any(s => CommitmentEntries.IsPublic(s.Kind)) && await NotClosedAsync(key.AssemblyId, cancellation) is { } open)
            problems = [open];
        if (problems.Count > 0)
            return new(commitment, problems);
        Add(actor, commitment, [.. Implied(commitment, taking.Steps), .. taking.Steps]);
        return await SaveAsync(cancellation) is { } refused ? new(commitment, [refused]) : new(await reader.FindAsync(key, cancellation), []);
    }

    /// <summary>Says for many who does the work; all or none.</summary>
    public async Task<IReadOnlyList<Problem>> AssignManyAsync(Actor actor, AssignManyCommand command, CancellationToken cancellation)
    {
        var keys = command.Commitments.ToHashSet();
        var known = (await reader.AllAsync(cancellation)).Where(c => keys.Contains(c.Key)).ToList();
        var problems = (await AssignmentProblemsAsync(command.Assignment, cancellation)).ToList();
        if (keys.Count == 0)
            problems.Add(new("commitments", "Choose at least one commitment."));
        else if (known.Count < keys.Count)
            problems.Add(new("commitments", "One of these commitments does not exist any more: look again."));
        if (command.Assignment == Assignment.None)
            problems.Add(new("assignment", "Say what to change: the owner, the team, the institution, the office's contact or the next contact."));
        if (problems.Count > 0)
            return problems;
        foreach (var commitment in known)
            Add(actor, commitment, [Assigned(Merged(commitment.Life.Assignment, command.Assignment))]);
        return await SaveAsync(cancellation) is { } refused ? [refused] : [];
    }

    /// <summary>Writes assignments that were read from a file; all or none. Those that are as they were are left alone.</summary>
    internal async Task<Problem?> AssignAllAsync(Actor actor, IReadOnlyList<(Commitment Commitment, Assignment Assignment)> rows, CancellationToken cancellation)
    {
        foreach (var (commitment, assignment) in rows.Where(r => r.Assignment != r.Commitment.Life.Assignment))
            Add(actor, commitment, [Assigned(assignment)]);
        return await SaveAsync(cancellation);
    }

    /// <summary>What is wrong with an assignment, owner and institution included.</summary>
    internal async Task<IReadOnlyList<Problem>> AssignmentProblemsAsync(Assignment assignment, CancellationToken cancellation)
    {
        var problems = StepRules.Assigned(assignment).ToList();
        if (assignment.OwnerId is { } owner && !await db.Users.AnyAsync(u => u.Id == owner, cancellation))
            problems.Add(new("ownerId", "There is no such organiser."));
        if (assignment.InstitutionId is { } institution && !await db.Institutions.AnyAsync(i => i.Id == institution, cancellation))
            problems.Add(new("institutionId", "There is no such institution."));
        return problems;
    }

    internal static TakenStep Assigned(Assignment assignment) => new(CommitmentStepKind.Assigned, new(Assignment: assignment));

    private static Assignment Merged(Assignment old, Assignment changes) => new(
        changes.OwnerId ?? old.OwnerId, changes.Team ?? old.Team, changes.InstitutionId ?? old.InstitutionId,
        changes.OfficeContact ?? old.OfficeContact, changes.NextContact ?? old.NextContact);

    // A yes agrees to the date that the ask names, and "will answer by" names one: the record learns of it before the first thing that rests on it.
    private static IEnumerable<TakenStep> Implied(Commitment c, IReadOnlyList<TakenStep> steps)
    {
        if (!steps.Any(s => CommitmentEntries.IsPublic(s.Kind)) || steps.Any(s => s.Kind == CommitmentStepKind.AnsweredInWriting)
            || c.Standing != CommitmentStanding.Made || c.Due == c.LoggedDue)
            yield break;
        var reason = c.Stands.Code == Record.AnswerCode.Deferred ? "The date by which they promised to answer." : "The date that the ask itself names; the answer named no other.";
        yield return new(CommitmentStepKind.DueChanged, new(Due: new(c.LoggedDue, c.Due, reason, AgreedByOffice: true)));
    }

    private void Add(Actor actor, Commitment commitment, IReadOnlyList<TakenStep> steps)
    {
        foreach (var (index, taken) in steps.Index())
        {
            var step = new CommitmentStep
            {
                AssemblyId = commitment.Key.AssemblyId,
                AskId = commitment.Key.AskId,
                PowerHolderId = commitment.Key.PowerHolderId,
                Version = commitment.Life.Version + 1 + index,
                Kind = taken.Kind,
                At = clock.GetCurrentInstant(),
                By = actor.Id,
                Details = taken.Details,
                Note = taken.Note,
            };
            db.CommitmentSteps.Add(step);
            CommitmentEntries.Log(db, step, commitment);
            db.Record(actor, commitment.Key.AssemblyId, ChangeChannel.Commitments, $"commitment.{WireFormat.Word(taken.Kind)}",
                $"Ask {commitment.Ask.Number}: {WireFormat.Word(taken.Kind).Replace('_', ' ')}.");
        }
    }

    // Whatever has an index below that of the close was said in the room (docs/record-format.md): follow-up must not.
    private async Task<Problem?> NotClosedAsync(Guid assemblyId, CancellationToken cancellation) =>
        await db.IsRecordClosedAsync(assemblyId, cancellation)
            ? null
            : new("", "The record of the evening is still open, and what is in it counts as said in the room: close it first, on the page “Public record”. Then send this again.");

    private Task<Problem?> SaveAsync(CancellationToken cancellation) => db.TrySaveAsync(Faster.Fix, cancellation);

    /// <summary>What was sent is about something that is not there any more.</summary>
    internal static Problem Faster { get; } = new("", "Somebody was faster: look at what changed, then send it again if it still fits.");
}
