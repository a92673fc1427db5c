using Assemblies.Agenda;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;

namespace Assemblies.Commitments;

/// <summary>How commitments are worded on everything that people read.</summary>
public static class CommitmentWording
{
    /// <summary>The name of a status.</summary>
    public static string Status(DeliveryStatus status) => status switch
    {
        DeliveryStatus.NotYetChecked => "Not yet checked",
        DeliveryStatus.NotDue => "Not due",
        DeliveryStatus.UnderWay => "Under way",
        DeliveryStatus.Stalled => "Stalled",
        DeliveryStatus.Kept => "Kept",
        DeliveryStatus.KeptLate => "Kept late",
        DeliveryStatus.PartlyKept => "Partly kept",
        DeliveryStatus.NotKept => "Not kept",
        DeliveryStatus.Blocked => "Blocked",
        DeliveryStatus.Released => "Released",
        DeliveryStatus.Untrackable => "Cannot be tested",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a status means; it stands beside every badge.</summary>
    public static string Definition(DeliveryStatus status) => status switch
    {
        DeliveryStatus.NotYetChecked => "Nobody of us has looked yet; this says nothing about the office.",
        DeliveryStatus.NotDue => "We looked: nothing is needed by now.",
        DeliveryStatus.UnderWay => "A step was taken, and there is evidence of it.",
        DeliveryStatus.Stalled => "No movement for at least 90 days, though the office was contacted.",
        DeliveryStatus.Kept => "What we said beforehand would count as keeping it is met, in time.",
        DeliveryStatus.KeptLate => "What we said beforehand would count as keeping it is met, after the date.",
        DeliveryStatus.PartlyKept => "A substantial part is done, or a lesser thing that serves the goal.",
        DeliveryStatus.NotKept => "The date has passed, or the office withdrew, and it was not done.",
        DeliveryStatus.Blocked => "The office acted; somebody else or an unmet condition prevents it.",
        DeliveryStatus.Released => "We released the office from it, or a newer ask replaced it.",
        DeliveryStatus.Untrackable => "The wording gives no test that could decide it.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Why something was not done.</summary>
    public static string Reason(StatusReason reason) => reason switch
    {
        StatusReason.NotPrioritised => "other things came first",
        StatusReason.ChangedPosition => "the office changed its position",
        StatusReason.NoMoney => "no money",
        StatusReason.NoMajority => "no majority",
        StatusReason.ThirdParty => "somebody else did not act",
        StatusReason.ConditionUnmet => "the condition was not met",
        StatusReason.OfficeHolderChanged => "somebody else holds the office",
        StatusReason.LegalBlock => "the law or a court forbids it",
        StatusReason.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>How it stands to its date, for example <c>overdue by 12 days</c>.</summary>
    public static string Timeliness(Timeliness time) => time.Kind switch
    {
        TimelinessKind.NoDate => "no date given",
        TimelinessKind.DueIn => $"due in {Days(time.Days)}",
        TimelinessKind.DueToday => "due today",
        TimelinessKind.Overdue => $"overdue by {Days(time.Days)}",
        TimelinessKind.LongOverdue => $"long overdue, by {Days(time.Days)}",
        TimelinessKind.MetOn => time.Days == 0 ? $"met on {WallClock.Day(time.MetOn!.Value)}" : $"met on {WallClock.Day(time.MetOn!.Value)}, {Days(time.Days)} late",
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>Why it needs somebody, for example <c>Nothing was done for 63 days</c>.</summary>
    public static string Need(Need need) => need.Kind switch
    {
        NeedKind.Decide => "A status waits for your agreement",
        NeedKind.WordsWait => "The office’s words wait to be published: close or unlock the public record",
        NeedKind.Overdue => $"Overdue by {Days(need.Days)}",
        NeedKind.DueToday => "Due today",
        NeedKind.NoticeOver => need.Days == 0 ? "The notice ends today: decide on a status" : $"The notice ended {Days(need.Days)} ago: decide on a status",
        NeedKind.MeetingOverdue => $"They promised to meet {Days(need.Days)} ago",
        NeedKind.NextContact => need.Days == 0 ? "Contact them today" : $"Contact them, {Days(need.Days)} late",
        NeedKind.PartDue => need.Days switch { < 0 => $"A part is due in {Days(-need.Days)}", 0 => "A part is due today", _ => $"A part was due {Days(need.Days)} ago" },
        NeedKind.DueSoon => $"Due in {Days(need.Days)}",
        NeedKind.MeetingSoon => need.Days == 0 ? "They promised to meet by today" : $"They promised to meet within {Days(need.Days)}",
        NeedKind.NoActivity => $"Nothing was done for {Days(need.Days)}",
        NeedKind.OfferOpen => "Their other offer waits: take it or let it go",
        NeedKind.NoOwner => "Nobody follows it up",
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    /// <summary>That somebody else holds the office, in a sentence.</summary>
    public static string Holder(HolderWords holder, string office) =>
        $"{holder.Successor} holds the office {office} since {WallClock.Day(holder.On)}, {Because(holder.Because)}.";

    /// <summary>Why somebody else holds the office.</summary>
    public static string Because(HolderChange change) => change switch
    {
        HolderChange.LostElection => "after an election that was lost",
        HolderChange.TermEnded => "after the end of the term",
        HolderChange.LeftOffice => "after the office was left",
        HolderChange.OfficeChanged => "after the office was changed",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>A flag as a badge says it.</summary>
    public static string Flag(FlagKind flag) => flag switch
    {
        FlagKind.Conditional => "conditional",
        FlagKind.Corrected => "answer corrected",
        FlagKind.Disputed => "disputed",
        FlagKind.ReplyAvailable => "the office replied",
        FlagKind.UnderReview => "status under review",
        FlagKind.Redacted => "something is withheld",
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };

    /// <summary>What became of the promise itself.</summary>
    public static string Standing(CommitmentStanding standing) => standing switch
    {
        CommitmentStanding.Made => "promised",
        CommitmentStanding.Offered => "offered, not taken yet",
        CommitmentStanding.Ended => "ended: another answer stands",
        CommitmentStanding.None => "nothing was promised",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    private static string Days(int days) => days == 1 ? "1 day" : $"{days:N0} days";
}
