using Assemblies.PublicRecord.Entries;
using Assemblies.Record;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>A contact with the office. All dates here are calendar dates in the assembly's time zone.</summary>
/// <param name="On">When.</param>
/// <param name="How">How.</param>
/// <param name="Purpose">What for. A notice says that a status will be published after 14 days.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ContactWords(LocalDate On, ContactHow How, ContactPurpose Purpose = ContactPurpose.Contact, ContactOutcome? Outcome = null);

/// <summary>Something that shows a step of the office.</summary>
/// <param name="Title">What it is: "Budget 2027, page 14".</param>
/// <param name="Address">Where it was published, with https.</param>
/// <param name="Archived">Where a copy is archived, with https.</param>
/// <param name="On">When it was published.</param>
/// <param name="Source">Who published it.</param>
/// <param name="File">The paper itself.</param>
public sealed record EvidenceWords(
    string Title, string? Address = null, string? Archived = null, LocalDate? On = null, string? Source = null, EvidenceFileWords? File = null);

/// <summary>A file that the record commits to by its hash.</summary>
/// <param name="Sha256">As sha256sum prints it.</param>
/// <param name="Media">Its media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsPublic">Whether everybody may download it; otherwise only its hash is public.</param>
public sealed record EvidenceFileWords(string Sha256, string Media, long Size, bool IsPublic);

/// <summary>A due date moved.</summary>
/// <param name="Old">The date that stood; null for none.</param>
/// <param name="New">The date from now on; null for none.</param>
/// <param name="Reason">Public. Why.</param>
/// <param name="AgreedByOffice">Whether the office agreed to it.</param>
public sealed record DueWords(LocalDate? Old, LocalDate? New, string Reason, bool AgreedByOffice);

/// <summary>A status with what its definition asks for; <see cref="Rules.StatusRules"/> says which status must have what.</summary>
/// <param name="Status">Whether it was done.</param>
/// <param name="On">The day that it was checked.</param>
/// <param name="ReasonCode">Why it was not done.</param>
/// <param name="Reason">The same in a sentence.</param>
/// <param name="Evidence">Steps that added evidence.</param>
/// <param name="Contact">stalled: the step of the contact that was tried.</param>
/// <param name="Notice">stalled, not_kept: the step of the notice.</param>
/// <param name="Part">partly_kept: which part.</param>
/// <param name="Who">blocked: by whom or by what.</param>
/// <param name="Link">released: the newer ask, or the page that says so.</param>
/// <param name="MetOn">kept, kept_late: the day on which "kept if" was met.</param>
/// <param name="OfficeWithdrew">not_kept before the due date: the office itself took it back.</param>
public sealed record Assessment(
    DeliveryStatus Status,
    LocalDate On,
    StatusReason? ReasonCode = null,
    string? Reason = null,
    IReadOnlyList<Guid>? Evidence = null,
    Guid? Contact = null,
    Guid? Notice = null,
    string? Part = null,
    string? Who = null,
    string? Link = null,
    LocalDate? MetOn = null,
    bool OfficeWithdrew = false);

/// <summary>What the office says to it, verbatim.</summary>
/// <param name="Office">Who replies.</param>
/// <param name="Text">The reply.</param>
/// <param name="Person">Who signed it, an official.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="OwnStatus">The office's own status.</param>
/// <param name="To">The step that it replies to; null for the answer itself.</param>
public sealed record ReplyWords(string Office, string Text, string? Person = null, string? Language = null, DeliveryStatus? OwnStatus = null, Guid? To = null);

/// <summary>Why somebody else holds an office.</summary>
public enum HolderChange
{
    /// <summary>An election was lost.</summary>
    LostElection,

    /// <summary>They did not stand again, or the term ended.</summary>
    TermEnded,

    /// <summary>They resigned or were dismissed.</summary>
    LeftOffice,

    /// <summary>The office itself was merged or renamed.</summary>
    OfficeChanged,
}

/// <summary>Somebody else holds the office.</summary>
/// <param name="Successor">Who holds it now.</param>
/// <param name="On">Since when.</param>
/// <param name="Because">Why.</param>
/// <param name="Address">Where that was published.</param>
public sealed record HolderWords(string Successor, LocalDate On, HolderChange Because, string? Address = null);

/// <summary>An answer that came in writing after the evening.</summary>
/// <param name="Answer">What it says, in the vocabulary of answers, with its words verbatim.</param>
/// <param name="On">When it was written.</param>
public sealed record WrittenWords(AnswerWords Answer, LocalDate On);

/// <summary>A meeting promised within so many days.</summary>
/// <param name="Days">How many.</param>
/// <param name="From">Counted from.</param>
public sealed record MeetingWords(int Days, LocalDate From)
{
    /// <summary>The last day on which it keeps the promise.</summary>
    public LocalDate By => From.PlusDays(Days);
}

/// <summary>Who does the work. Nothing of it is public.</summary>
/// <param name="OwnerId">The organiser who follows it up.</param>
/// <param name="Team">The team on the alliance's side, by role.</param>
/// <param name="InstitutionId">The institution whose leaders follow it up.</param>
/// <param name="OfficeContact">Who answers for it at the office, by role.</param>
/// <param name="NextContact">When the office is contacted next.</param>
public sealed record Assignment(
    Guid? OwnerId = null, string? Team = null, Guid? InstitutionId = null, string? OfficeContact = null, LocalDate? NextContact = null)
{
    public static Assignment None { get; } = new();
}
