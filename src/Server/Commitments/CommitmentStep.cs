using NodaTime;

namespace Assemblies.Commitments;

/// <summary>What can happen to a commitment after it was made (record.md, section 3).</summary>
public enum CommitmentStepKind
{
    /// <summary>The organisation takes a counter-offer as a commitment.</summary>
    OfferAccepted,

    /// <summary>The office was contacted.</summary>
    ContactLogged,

    /// <summary>Something shows a step of the office.</summary>
    EvidenceAdded,

    /// <summary>The due date moved; every date stays.</summary>
    DueChanged,

    /// <summary>One organiser proposes a status that two have to assess. Staff only.</summary>
    StatusProposed,

    /// <summary>Another organiser does not agree with it. Staff only.</summary>
    StatusRefused,

    /// <summary>A status was assessed: from now on it stands.</summary>
    StatusAssessed,

    /// <summary>The office replied; its words are printed verbatim beside ours.</summary>
    ReplyPublished,

    /// <summary>Somebody else holds the office now. The commitment stays with the office and with who gave it.</summary>
    HolderChanged,

    /// <summary>The office answered after the evening, in writing. What was said in the room stands beside it.</summary>
    AnsweredInWriting,

    /// <summary>A meeting was promised within so many days. Staff only.</summary>
    MeetingAgreed,

    /// <summary>Who follows it up, who answers for it at the office, and when they are contacted next. Staff only.</summary>
    Assigned,
}

/// <summary>One append-only step of one commitment (ask × power-holder). Rows are never changed or deleted; the commitment is their fold.</summary>
public sealed class CommitmentStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>1, 2, 3 … within the commitment. Unique there, so two organisers cannot both take the next step.</summary>
    public required int Version { get; init; }

    public required CommitmentStepKind Kind { get; init; }
    public required Instant At { get; init; }

    /// <summary>The organiser who took the step; a kind and an id, never a name.</summary>
    public required string By { get; init; }

    public CommitmentDetails Details { get; init; } = new();

    /// <summary>What the organisers keep to themselves. In no entry of the record; it may be erased.</summary>
    public string? Note { get; set; }
}

/// <summary>What a step says beside its kind: one member, by the kind.</summary>
/// <param name="Contact">contact_logged.</param>
/// <param name="Evidence">evidence_added.</param>
/// <param name="Due">due_changed.</param>
/// <param name="Assessment">status_proposed, status_assessed.</param>
/// <param name="AssessedBy">status_assessed: who assessed it, the first first.</param>
/// <param name="Reply">reply_published.</param>
/// <param name="Holder">holder_changed.</param>
/// <param name="Written">answered_in_writing.</param>
/// <param name="Meeting">meeting_agreed.</param>
/// <param name="Assignment">assigned.</param>
/// <param name="Grounds">offer_accepted, status_refused: why, in a sentence.</param>
public sealed record CommitmentDetails(
    ContactWords? Contact = null,
    EvidenceWords? Evidence = null,
    DueWords? Due = null,
    Assessment? Assessment = null,
    IReadOnlyList<string>? AssessedBy = null,
    ReplyWords? Reply = null,
    HolderWords? Holder = null,
    WrittenWords? Written = null,
    MeetingWords? Meeting = null,
    Assignment? Assignment = null,
    string? Grounds = null);
