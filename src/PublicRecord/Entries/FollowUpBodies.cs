using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>Whether what was agreed was done (record.md, section 3, axis B).</summary>
public enum DeliveryStatus
{
    NotYetChecked,
    NotDue,
    UnderWay,
    Stalled,
    Kept,
    KeptLate,
    PartlyKept,
    NotKept,
    Blocked,
    Released,
    Untrackable,
}

/// <summary>Why something was not done.</summary>
public enum StatusReason
{
    NotPrioritised,
    ChangedPosition,
    NoMoney,
    NoMajority,
    ThirdParty,
    ConditionUnmet,
    OfficeHolderChanged,
    LegalBlock,
    Unknown,
}

/// <summary>Something that shows a step; the page or paper itself as an attachment.</summary>
public sealed record EvidenceAdded(long Target, string Title) : EntryBody
{
    /// <summary>Where it was published.</summary>
    public string? Address { get; init; }

    /// <summary>Where a copy is archived.</summary>
    public string? Archived { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>Who published it.</summary>
    public string? Source { get; init; }

    public override string Type => "evidence.added";

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).With("title", Title).With("address", Address).With("archived", Archived).With("on", Date(On)).With("source", Source);
}

/// <summary>How an office was contacted.</summary>
public enum ContactHow
{
    Letter,
    Email,
    Phone,
    Meeting,
    Other,
}

/// <summary>What a contact was for. A notice says that a status will be published in 14 days.</summary>
public enum ContactPurpose
{
    Contact,
    Reminder,
    Notice,
}

/// <summary>What came of a contact.</summary>
public enum ContactOutcome
{
    Reached,
    NoReply,
    Refused,
    MeetingSet,
}

/// <summary>The office was contacted. That it was is public; what organisers think of it is not.</summary>
public sealed record ContactLogged(long Target, DateOnly On, ContactHow How, ContactPurpose Purpose, ContactOutcome? Outcome = null) : EntryBody
{
    public override string Type => "contact.logged";

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).With("on", Date(On)).With("how", Code(How)).With("purpose", Code(Purpose)).With("outcome", Code(Outcome));
}

/// <summary>A due date moved; every date stays in the record. It quotes the date that stood.</summary>
public sealed record DueChanged(long Target, DateOnly? Old, DateOnly? New, string Reason, bool AgreedByOffice) : EntryBody
{
    public override string Type => "due.changed";

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).WithAlways("old", Date(Old)).WithAlways("new", Date(New)).With("reason", Reason).With("agreed_by_office", AgreedByOffice);
}

/// <summary>A status was assessed by people. What each status must have is checked when it is appended.</summary>
/// <param name="Target">The answer.</param>
/// <param name="Status">The status from now on.</param>
/// <param name="On">The day that it was checked.</param>
/// <param name="AssessedBy">Role ids; two for kept, kept_late, partly_kept and not_kept.</param>
public sealed record StatusAssessed(long Target, DeliveryStatus Status, DateOnly On, IReadOnlyList<string> AssessedBy) : EntryBody
{
    public StatusReason? ReasonCode { get; init; }
    public string? Reason { get; init; }

    /// <summary>evidence.added entries of the same answer.</summary>
    public IReadOnlyList<long> Evidence { get; init; } = [];

    /// <summary>stalled: the contact that was tried.</summary>
    public long? Contact { get; init; }

    /// <summary>stalled, not_kept: the notice to the office, at least 14 days before.</summary>
    public long? Notice { get; init; }

    /// <summary>partly_kept: which part.</summary>
    public string? Part { get; init; }

    /// <summary>blocked: by whom.</summary>
    public string? Who { get; init; }

    /// <summary>released: the newer ask or the page that says so.</summary>
    public string? Link { get; init; }

    /// <summary>kept, kept_late: the day on which "kept if" was met.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>not_kept before the due date: the office itself withdrew.</summary>
    public bool? OfficeWithdrew { get; init; }

    public override string Type => "status.assessed";

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).With("status", Code(Status)).With("on", Date(On)).With("assessed_by", Items(AssessedBy))
        .With("reason_code", Code(ReasonCode)).With("reason", Reason).With("evidence", Evidence.Count == 0 ? null : Items(Evidence))
        .With("contact", Contact).With("notice", Notice).With("part", Part).With("who", Who).With("link", Link).With("met_on", Date(MetOn))
        .With("office_withdrew", OfficeWithdrew);
}
