using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Commitments.Rules;

/// <summary>A step that others point at.</summary>
/// <param name="Id">The step.</param>
/// <param name="Day">The day that it was taken, in the assembly's time zone.</param>
/// <param name="Words">What it says.</param>
public sealed record Dated<T>(Guid Id, LocalDate Day, T Words);

/// <summary>A status that waits for a second organiser.</summary>
/// <param name="Id">The step.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Assessment">What they propose.</param>
public sealed record Proposal(Guid Id, string By, Assessment Assessment);

/// <summary>Where the follow-up of one commitment stands, folded from its steps.</summary>
public sealed record CommitmentLife
{
    public static CommitmentLife New { get; } = new();

    /// <summary>How many steps were taken.</summary>
    public int Version { get; init; }

    /// <summary>The status that stands, with what it rests on; null until somebody looked.</summary>
    public Assessment? Assessed { get; init; }

    /// <summary>The step that assessed it; null for a status that came by itself.</summary>
    public Guid? AssessedStep { get; init; }

    /// <summary>Who assessed it.</summary>
    public IReadOnlyList<string> AssessedBy { get; init; } = [];

    public Proposal? Proposed { get; init; }

    /// <summary>The organisation took the counter-offer.</summary>
    public bool OfferAccepted { get; init; }

    public IReadOnlyList<Dated<ContactWords>> Contacts { get; init; } = [];
    public IReadOnlyList<Dated<EvidenceWords>> Evidence { get; init; } = [];
    public IReadOnlyList<Dated<DueWords>> DueDates { get; init; } = [];
    public IReadOnlyList<Dated<ReplyWords>> Replies { get; init; } = [];
    public IReadOnlyList<Dated<HolderWords>> Holders { get; init; } = [];

    /// <summary>The latest answer in writing.</summary>
    public WrittenWords? Written { get; init; }

    /// <summary>The latest promise to meet, until they met.</summary>
    public MeetingWords? Meeting { get; init; }

    public Assignment Assignment { get; init; } = Assignment.None;

    /// <summary>The last day on which anything was done: a contact, evidence, a date, a status, a reply. Assigning work is not doing it.</summary>
    public LocalDate? ActiveOn { get; init; }

    /// <summary>Whether it was done, as it stands.</summary>
    public DeliveryStatus Status => Assessed?.Status ?? DeliveryStatus.NotYetChecked;

    /// <summary>Whether it needs no more work: what became of it is known.</summary>
    public bool IsSettled => Status is DeliveryStatus.Kept or DeliveryStatus.KeptLate or DeliveryStatus.NotKept or DeliveryStatus.Released or DeliveryStatus.Untrackable;

    /// <summary>Folds the steps of one commitment, in the order of their versions.</summary>
    /// <param name="steps">Its steps.</param>
    /// <param name="zone">The assembly's time zone, in which days are counted.</param>
    public static CommitmentLife Of(IEnumerable<CommitmentStep> steps, DateTimeZone zone) =>
        steps.OrderBy(s => s.Version).Aggregate(New, (life, step) => life.After(step, step.At.InZone(zone).Date));

    /// <summary>The life after one more step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="day">The day that it is taken.</param>
    public CommitmentLife After(CommitmentStep step, LocalDate day)
    {
        var said = step.Details;
        var next = this with { Version = step.Version };
        return step.Kind switch
        {
            CommitmentStepKind.ContactLogged => next.Contacted(Of(said.Contact!)),
            CommitmentStepKind.EvidenceAdded => next with { Evidence = [.. Evidence, Of(said.Evidence!)], ActiveOn = Latest(day) },
            CommitmentStepKind.DueChanged => next with { DueDates = [.. DueDates, Of(said.Due!)], ActiveOn = Latest(day) },
            CommitmentStepKind.StatusProposed => next with { Proposed = new(step.Id, step.By, said.Assessment!) },
            CommitmentStepKind.StatusRefused => next with { Proposed = null },
            CommitmentStepKind.StatusAssessed => next with { Assessed = said.Assessment, AssessedStep = step.Id, AssessedBy = said.AssessedBy!, Proposed = null, ActiveOn = Latest(day) },
            CommitmentStepKind.ReplyPublished => next with { Replies = [.. Replies, Of(said.Reply!)], ActiveOn = Latest(day) },
            CommitmentStepKind.HolderChanged => next with { Holders = [.. Holders, Of(said.Holder!)], ActiveOn = Latest(day) },
            // What was assessed was another promise, or none.
            CommitmentStepKind.AnsweredInWriting => next with { Written = said.Written, Assessed = null, AssessedStep = null, AssessedBy = [], Proposed = null, ActiveOn = Latest(day) },
            CommitmentStepKind.OfferAccepted => next with { OfferAccepted = true, ActiveOn = Latest(day) },
            CommitmentStepKind.MeetingAgreed => next with { Meeting = said.Meeting },
            CommitmentStepKind.Assigned => next with { Assignment = said.Assignment! },
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };

        Dated<T> Of<T>(T words) => new(step.Id, day, words);
    }

    private CommitmentLife Contacted(Dated<ContactWords> contact)
    {
        var on = contact.Words.On;
        var met = contact.Words is { How: ContactHow.Meeting, Outcome: null or ContactOutcome.Reached } && on >= Meeting?.From;
        return this with
        {
            Contacts = [.. Contacts, contact],
            ActiveOn = Latest(on),
            Meeting = met ? null : Meeting,
            Assignment = Assignment.NextContact <= on ? Assignment with { NextContact = null } : Assignment,
        };
    }

    private LocalDate Latest(LocalDate day) => ActiveOn is { } before && before > day ? before : day;
}
