using Assemblies.PublicRecord.Entries;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Commitments.Rules;

/// <summary>A status meets its own definition, or it does not stand (record.md, section 3, axis B).</summary>
/// <remarks>The public record checks the same and less: what is in it is for ever, what is here may become stricter.</remarks>
public static class StatusRules
{
    /// <summary>Days between the notice to the office and a status that speaks against it.</summary>
    public const int NoticeDays = 14;

    /// <summary>Days without movement before it may be called stalled.</summary>
    public const int StalledDays = 90;

    private const int LongestText = 500;

    /// <summary>Whether two different organisers have to assess it.</summary>
    public static bool NeedsTwo(DeliveryStatus status) =>
        status is DeliveryStatus.Kept or DeliveryStatus.KeptLate or DeliveryStatus.PartlyKept or DeliveryStatus.NotKept;

    /// <summary>The latest notice that a status is to be published; null where none was given.</summary>
    public static Dated<ContactWords>? LatestNotice(CommitmentLife life) => life.Contacts.LastOrDefault(c => c.Words.Purpose == ContactPurpose.Notice);

    /// <summary>Whether the office has to be told 14 days before.</summary>
    public static bool NeedsNotice(DeliveryStatus status) => status is DeliveryStatus.Stalled or DeliveryStatus.NotKept;

    /// <summary>Whether it needs evidence.</summary>
    public static bool NeedsEvidence(DeliveryStatus status) =>
        status is DeliveryStatus.UnderWay or DeliveryStatus.Kept or DeliveryStatus.KeptLate or DeliveryStatus.Blocked;

    /// <summary>The same with the latest contact and the latest notice that is old enough, where it needs them and names none; and without what it has no use for.</summary>
    public static Assessment Complete(Assessment assessment, CommitmentLife life) => assessment with
    {
        Evidence = assessment.Evidence is { Count: > 0 } evidence ? [.. evidence.Distinct()] : null,
        Contact = assessment.Status == DeliveryStatus.Stalled ? assessment.Contact ?? (life.Contacts.Count > 0 ? life.Contacts[^1].Id : null) : null,
        Notice = NeedsNotice(assessment.Status) ? assessment.Notice ?? Notice(life, assessment.On)?.Id : null,
        Part = assessment.Status == DeliveryStatus.PartlyKept ? assessment.Part : null,
        Who = assessment.Status == DeliveryStatus.Blocked ? assessment.Who : null,
        Link = assessment.Status == DeliveryStatus.Released ? assessment.Link : null,
        MetOn = assessment.Status is DeliveryStatus.Kept or DeliveryStatus.KeptLate ? assessment.MetOn : null,
        OfficeWithdrew = assessment.Status == DeliveryStatus.NotKept && assessment.OfficeWithdrew,
        ReasonCode = SaysWhy(assessment.Status) ? assessment.ReasonCode : null,
    };

    /// <summary>The latest notice that the office had 14 days to reply to; null where there is none.</summary>
    public static Dated<ContactWords>? Notice(CommitmentLife life, LocalDate on) =>
        life.Contacts.LastOrDefault(c => c.Words.Purpose == ContactPurpose.Notice && Timeliness.Between(c.Words.On, on) >= NoticeDays);

    /// <summary>What is missing or contradicts itself; empty when the status may stand.</summary>
    /// <param name="assessment">The status.</param>
    /// <param name="life">The follow-up so far.</param>
    /// <param name="answeredOn">The day of the answer.</param>
    /// <param name="due">The due date that stands.</param>
    /// <param name="today">Today, in the assembly's time zone.</param>
    public static IReadOnlyList<Problem> Check(Assessment assessment, CommitmentLife life, LocalDate answeredOn, LocalDate? due, LocalDate today) =>
        [.. Days(assessment, life, answeredOn, today), .. Basis(assessment, life), .. Words(assessment), .. OfStatus(assessment, life, answeredOn, due)];

    private static IEnumerable<Problem> Days(Assessment a, CommitmentLife life, LocalDate answeredOn, LocalDate today)
    {
        if (a.On > today)
            yield return new("on", "The day that it was checked is still to come.");
        if (a.On < answeredOn)
            yield return new("on", "That is before it was promised.");
        else if (a.On < life.Assessed?.On)
            yield return new("on", "It was checked later than that already: the latest check is what stands.");
        if (a.MetOn > a.On)
            yield return new("metOn", "It cannot have been met after the day that it was checked.");
        if (a.MetOn < answeredOn)
            yield return new("metOn", "That is before it was promised.");
    }

    private static IEnumerable<Problem> Basis(Assessment a, CommitmentLife life)
    {
        if (a.Evidence?.Any(e => life.Evidence.All(known => known.Id != e)) == true)
            yield return new("evidence", "Choose evidence of this commitment.");
        else if (NeedsEvidence(a.Status) && a.Evidence is not { Count: > 0 })
            yield return new("evidence", life.Evidence.Count == 0 ? "Add the evidence first, then choose it here." : "Choose the evidence that shows it.");
        if (a.Contact is { } contact && life.Contacts.All(c => c.Id != contact))
            yield return new("contact", "Choose a contact of this commitment.");
        else if (a.Status == DeliveryStatus.Stalled && a.Contact is null)
            yield return new("contact", "Contact the office first, and log it.");
        if (a.Notice is { } notice)
        {
            if (life.Contacts.FirstOrDefault(c => c.Id == notice) is not { Words: { Purpose: ContactPurpose.Notice } given })
                yield return new("notice", "Choose a notice that was given to the office.");
            else if (Timeliness.Between(given.On, a.On) < NoticeDays)
                yield return new("notice", $"The office has {NoticeDays} days to reply: wait until {Day(given.On.PlusDays(NoticeDays))}.");
        }
        else if (NeedsNotice(a.Status))
            yield return new("notice", LatestNotice(life) is { } early
                ? $"The office has {NoticeDays} days to reply to the notice of {Day(early.Words.On)}: wait until {Day(early.Words.On.PlusDays(NoticeDays))}."
                : $"Give the office notice first: log a contact with the purpose “notice”. After {NoticeDays} days this status may stand.");
    }

    private static IEnumerable<Problem> OfStatus(Assessment a, CommitmentLife life, LocalDate answeredOn, LocalDate? due)
    {
        switch (a.Status)
        {
            case DeliveryStatus.NotDue when due is null:
                yield return new("status", "It has no due date: “not due” needs one. Choose “not yet checked”, or set a date.");
                break;
            case DeliveryStatus.NotDue when due < a.On:
                yield return new("status", $"It was due on {Day(due.Value)}.");
                break;
            case DeliveryStatus.Stalled when Movement(life, answeredOn) is var moved && Timeliness.Between(moved, a.On) < StalledDays:
                yield return new("status", $"Something moved on {Day(moved)}. It may be called stalled after {StalledDays} days without movement.");
                break;
            case DeliveryStatus.Kept or DeliveryStatus.KeptLate when a.MetOn is null:
                yield return new("metOn", "Say on which day “kept if” was met.");
                break;
            case DeliveryStatus.Kept when a.MetOn > due:
                yield return new("status", $"It was due on {Day(due.Value)}: choose “kept late”.");
                break;
            case DeliveryStatus.KeptLate when due is null || a.MetOn <= due:
                yield return new("status", due is null ? "It had no due date: choose “kept”." : "It was met in time: choose “kept”.");
                break;
            case DeliveryStatus.NotKept when !a.OfficeWithdrew && due is null:
                yield return new("status", "It has no due date: it is not kept only where the office itself withdrew. Set a date, or say so.");
                break;
            case DeliveryStatus.NotKept when !a.OfficeWithdrew && due >= a.On:
                yield return new("status", $"It is due on {Day(due.Value)}: before the day after it is not kept only where the office itself withdrew.");
                break;
        }
    }

    private static IEnumerable<Problem> Words(Assessment a)
    {
        if (a.Status == DeliveryStatus.PartlyKept && Missing(a.Part))
            yield return new("part", "Name the part that was kept.");
        if (a.Status == DeliveryStatus.Blocked && Missing(a.Who))
            yield return new("who", "Say who or what prevents it.");
        if (a.Status == DeliveryStatus.Released && Missing(a.Link))
            yield return new("link", "Name the newer ask, or the page that says that it was released.");
        if (a.Status is DeliveryStatus.Released or DeliveryStatus.Untrackable && Missing(a.Reason))
            yield return new("reason", "Say why, in a sentence.");
        if (a.Status is DeliveryStatus.Stalled or DeliveryStatus.NotKept or DeliveryStatus.Blocked && a.ReasonCode is null)
            yield return new("reasonCode", "Say why it was not done; “unknown” is an answer too.");
        foreach (var (field, text) in new[] { ("reason", a.Reason), ("part", a.Part), ("who", a.Who), ("link", a.Link) })
            if (text?.Length > LongestText)
                yield return new(field, $"At most {LongestText} characters.");
    }

    private static LocalDate Movement(CommitmentLife life, LocalDate answeredOn) =>
        life.Evidence.Select(e => e.Words.On is { } on && on > answeredOn ? on : e.Day).Append(answeredOn).Max();

    private static bool SaysWhy(DeliveryStatus status) =>
        status is DeliveryStatus.Stalled or DeliveryStatus.KeptLate or DeliveryStatus.PartlyKept or DeliveryStatus.NotKept or DeliveryStatus.Blocked or DeliveryStatus.Released;

    private static bool Missing(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Day(LocalDate day) => Agenda.WallClock.Day(day);
}
