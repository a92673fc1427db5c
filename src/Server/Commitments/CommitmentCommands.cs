using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>Logs a contact with the office. That it took place is public, the note is not.</summary>
/// <param name="On">When, on the assembly's calendar.</param>
/// <param name="How">How.</param>
/// <param name="Purpose">What for; a notice starts the 14 days that the office has to reply.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What the organisers keep to themselves. Staff only.</param>
/// <param name="NextContact">When to contact them next; null for no plan.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; another number means somebody was faster. Null takes it in any case.</param>
public sealed record ContactCommand(
    LocalDate On, ContactHow How, ContactPurpose Purpose = ContactPurpose.Contact, ContactOutcome? Outcome = null, string? Note = null,
    LocalDate? NextContact = null, int? ExpectedVersion = null);

/// <summary>Adds something that shows a step. Public: give an address, or send the paper itself.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Address">Where it was published, with https.</param>
/// <param name="Archived">Where a copy is archived, with https.</param>
/// <param name="On">When it was published.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Note">Staff only.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record EvidenceCommand(
    string Title, string? Address = null, string? Archived = null, LocalDate? On = null, string? Source = null, string? Note = null, int? ExpectedVersion = null);

/// <summary>Moves the due date. Public; every date stays readable.</summary>
/// <param name="Due">The date from now on; null for none.</param>
/// <param name="Reason">Why.</param>
/// <param name="AgreedByOffice">Whether the office agreed to it.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record DueCommand(string Reason, bool AgreedByOffice, LocalDate? Due = null, int? ExpectedVersion = null);

/// <summary>Assesses whether it was done. kept, kept_late, partly_kept and not_kept are proposals until another organiser agrees.</summary>
/// <param name="Assessment">The status with what its definition asks for. Contact and notice may be left out: then the latest that fit are taken.</param>
/// <param name="Note">Staff only.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record AssessCommand(Assessment Assessment, string? Note = null, int? ExpectedVersion = null);

/// <summary>Agrees to a proposed status.</summary>
/// <param name="Proposal">The step that proposed it, as it was read: another one proposed since is not what was agreed to.</param>
public sealed record AgreeStatusCommand(Guid Proposal);

/// <summary>Refuses a proposed status, or takes it back.</summary>
/// <param name="Proposal">The step that proposed it, as it was read.</param>
/// <param name="Reason">Why the proposed status does not stand. Staff only.</param>
public sealed record RefuseStatusCommand(Guid Proposal, string Reason);

/// <summary>Enters what the office says, verbatim and public at once.</summary>
/// <param name="Reply">Its words.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record ReplyCommand(ReplyWords Reply, int? ExpectedVersion = null);

/// <summary>Notes that somebody else holds the office. Public.</summary>
/// <param name="Holder">Who, since when, why.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record HolderCommand(HolderWords Holder, int? ExpectedVersion = null);

/// <summary>Enters an answer that came in writing after the evening. Public; what was said in the room stays.</summary>
/// <param name="Written">The answer.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record WrittenCommand(WrittenWords Written, int? ExpectedVersion = null);

/// <summary>Takes a counter-offer as a commitment. Public.</summary>
/// <param name="Grounds">Why it is good enough, in a sentence.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record AcceptOfferCommand(string Grounds, int? ExpectedVersion = null);

/// <summary>Starts a "meet within so many days" clock; a meeting that is logged stops it.</summary>
/// <param name="Days">How many days, at most 1,000.</param>
/// <param name="From">Counted from; null for the day of the answer.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record MeetingCommand(int Days, LocalDate? From = null, int? ExpectedVersion = null);

/// <summary>Says who does the work. Staff only; replaces what was said before.</summary>
/// <param name="Assignment">Who, with whom, and when next.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; null takes it in any case.</param>
public sealed record AssignCommand(Assignment Assignment, int? ExpectedVersion = null);

/// <summary>Says for many commitments at once who does the work. What is left out stays as it is.</summary>
/// <param name="Commitments">Which.</param>
/// <param name="Assignment">What to change.</param>
public sealed record AssignManyCommand(IReadOnlyList<CommitmentKey> Commitments, Assignment Assignment);
