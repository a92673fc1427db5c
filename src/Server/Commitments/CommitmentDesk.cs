using Assemblies.Commitments.Evidence;
using Assemblies.Commitments.Rules;
using Assemblies.Data;
using Assemblies.Wire;

namespace Assemblies.Commitments;

/// <summary>What organisers do with a commitment: each command is a step, or a sentence that says why not.</summary>
public sealed class CommitmentDesk(CommitmentBook book, EvidenceFiles files)
{
    /// <summary>Logs a contact, and when the next one is to be.</summary>
    public Task<StepReply> ContactAsync(Actor actor, CommitmentKey key, ContactCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var words = new ContactWords(command.On, command.How, command.Purpose, command.Outcome);
            var contact = new TakenStep(CommitmentStepKind.ContactLogged, new(Contact: words), TypedText.Tidy(command.Note));
            return command.NextContact is { } next
                ? new(StepRules.Contact(c, words), contact, CommitmentBook.Assigned(c.Life.Assignment with { NextContact = next }))
                : new(StepRules.Contact(c, words), contact);
        }, cancellation);

    /// <summary>Adds evidence, with the paper itself where it is given.</summary>
    public async Task<StepReply> EvidenceAsync(Actor actor, CommitmentKey key, EvidenceCommand command, EvidenceUpload? upload, CancellationToken cancellation)
    {
        var (file, unfit) = upload is null ? (null, null) : await files.KeepAsync(key.AssemblyId, upload, cancellation);
        return await book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var words = new EvidenceWords(TypedText.Tidy(command.Title) ?? "", TypedText.Tidy(command.Address), TypedText.Tidy(command.Archived), command.On, TypedText.Tidy(command.Source), file);
            return new([.. unfit is null ? StepRules.Evidence(c, words) : StepRules.Evidence(c, words).Where(p => p.Field != "address"), .. unfit is null ? Array.Empty<Problem>() : [unfit]],
                new TakenStep(CommitmentStepKind.EvidenceAdded, new(Evidence: words), TypedText.Tidy(command.Note)));
        }, cancellation);
    }

    /// <summary>Moves the due date.</summary>
    public Task<StepReply> DueAsync(Actor actor, CommitmentKey key, DueCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var words = new DueWords(c.Due, command.Due, TypedText.Tidy(command.Reason) ?? "", command.AgreedByOffice);
            return new(StepRules.Due(c, words), new TakenStep(CommitmentStepKind.DueChanged, new(Due: words)));
        }, cancellation);

    /// <summary>Assesses a status, or proposes it where two have to.</summary>
    public Task<StepReply> AssessAsync(Actor actor, CommitmentKey key, AssessCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var assessment = StatusRules.Complete(Tidy(command.Assessment), c.Life);
            var problems = StepRules.Promised(c);
            if (problems.Count == 0)
                problems = c.Life.Proposed is null
                    ? Stands(assessment, c)
                    : [new("", "A status is proposed already: agree to that one or refuse it first.")];
            return new(problems, StatusRules.NeedsTwo(assessment.Status)
                ? new TakenStep(CommitmentStepKind.StatusProposed, new(Assessment: assessment), TypedText.Tidy(command.Note))
                : new TakenStep(CommitmentStepKind.StatusAssessed, new(Assessment: assessment, AssessedBy: [actor.Id]), TypedText.Tidy(command.Note)));
        }, cancellation);

    /// <summary>A second organiser agrees: from now on the status stands.</summary>
    public Task<StepReply> AgreeAsync(Actor actor, CommitmentKey key, AgreeStatusCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, null, c => c.Life.Proposed switch
        {
            null => new([new("", "No status is proposed here.")]),
            { Id: var id } when id != command.Proposal => new([CommitmentBook.Faster]),
            { By: var by } when by == actor.Id => new([new("", "Two people assess it: somebody else than who proposed it.")]),
            // What it rests on may have changed since.
            var proposed => new(
                [.. StepRules.Promised(c), .. Stands(proposed.Assessment, c)],
                new TakenStep(CommitmentStepKind.StatusAssessed, new(Assessment: proposed.Assessment, AssessedBy: [proposed.By, actor.Id]))),
        }, cancellation);

    /// <summary>A proposed status does not stand; who proposed it may take it back too.</summary>
    public Task<StepReply> RefuseAsync(Actor actor, CommitmentKey key, RefuseStatusCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, null, c => new(
            c.Life.Proposed is null ? [new("", "No status is proposed here.")]
            : c.Life.Proposed.Id != command.Proposal ? [CommitmentBook.Faster]
            : TypedText.Tidy(command.Reason) is { Length: <= 500 } ? [] : [new("reason", "Say why, in at most 500 characters.")],
            new TakenStep(CommitmentStepKind.StatusRefused, new(Grounds: TypedText.Tidy(command.Reason)))), cancellation);

    /// <summary>Enters what the office says.</summary>
    public Task<StepReply> ReplyAsync(Actor actor, CommitmentKey key, ReplyCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var words = command.Reply with { Office = TypedText.Tidy(command.Reply.Office) ?? "", Text = TypedText.Tidy(command.Reply.Text) ?? "", Person = TypedText.Tidy(command.Reply.Person), Language = TypedText.Tidy(command.Reply.Language) };
            return new(StepRules.Reply(c, words), new TakenStep(CommitmentStepKind.ReplyPublished, new(Reply: words)));
        }, cancellation);

    /// <summary>Notes who holds the office now.</summary>
    public Task<StepReply> HolderAsync(Actor actor, CommitmentKey key, HolderCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var words = command.Holder with { Successor = TypedText.Tidy(command.Holder.Successor) ?? "", Address = TypedText.Tidy(command.Holder.Address) };
            return new(StepRules.Holder(c, words), new TakenStep(CommitmentStepKind.HolderChanged, new(Holder: words)));
        }, cancellation);

    /// <summary>Enters an answer that came in writing, with the date that it names.</summary>
    public Task<StepReply> WrittenAsync(Actor actor, CommitmentKey key, WrittenCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var written = new TakenStep(CommitmentStepKind.AnsweredInWriting, new(Written: command.Written));
            var due = StandingRules.NamedDue(command.Written.Answer, c.Ask.Terms);
            return due == c.LoggedDue
                ? new(StepRules.Written(c, command.Written), written)
                : new(StepRules.Written(c, command.Written), written,
                    new TakenStep(CommitmentStepKind.DueChanged, new(Due: new(c.LoggedDue, due, "The date of the answer in writing.", AgreedByOffice: true))));
        }, cancellation);

    /// <summary>Takes a counter-offer as a commitment.</summary>
    public Task<StepReply> AcceptAsync(Actor actor, CommitmentKey key, AcceptOfferCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c => new(
            StepRules.Offer(c, TypedText.Tidy(command.Grounds) ?? ""), new TakenStep(CommitmentStepKind.OfferAccepted, new(Grounds: TypedText.Tidy(command.Grounds)))), cancellation);

    /// <summary>Starts the clock of a promised meeting.</summary>
    public Task<StepReply> MeetingAsync(Actor actor, CommitmentKey key, MeetingCommand command, CancellationToken cancellation) =>
        book.TakeAsync(actor, key, command.ExpectedVersion, c =>
        {
            var words = new MeetingWords(command.Days, command.From ?? c.Said.On);
            return new(StepRules.Meeting(c, words), new TakenStep(CommitmentStepKind.MeetingAgreed, new(Meeting: words)));
        }, cancellation);

    /// <summary>Says who does the work.</summary>
    public async Task<StepReply> AssignAsync(Actor actor, CommitmentKey key, AssignCommand command, CancellationToken cancellation)
    {
        var assignment = command.Assignment with { Team = TypedText.Tidy(command.Assignment.Team), OfficeContact = TypedText.Tidy(command.Assignment.OfficeContact) };
        var problems = await book.AssignmentProblemsAsync(assignment, cancellation);
        return await book.TakeAsync(actor, key, command.ExpectedVersion, _ => new(problems, CommitmentBook.Assigned(assignment)), cancellation);
    }

    // Nothing is published against an office whose own words lie with us unpublished.
    private static IReadOnlyList<Problem> Stands(Assessment a, Commitment c) =>
    [
        .. StatusRules.Check(a, c.Life, c.Said.On, c.Due, c.Today),
        .. c.WordsWait && StatusRules.NeedsNotice(a.Status)
            ? [new Problem("", "The office sent words that are not in the public record yet, and they come first. Unlock the record: they are published within a minute. Then read them, and send this again if it still fits.")]
            : Array.Empty<Problem>(),
    ];

    private static Assessment Tidy(Assessment a) => a with { Reason = TypedText.Tidy(a.Reason), Part = TypedText.Tidy(a.Part), Who = TypedText.Tidy(a.Who), Link = TypedText.Tidy(a.Link) };
}
