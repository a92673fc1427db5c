using Assemblies.Data;
using NodaTime;

namespace Assemblies.Commitments.Rules;

/// <summary>Why a commitment needs an organiser today; the most urgent first.</summary>
public enum NeedKind
{
    /// <summary>A status that another organiser proposed waits for a second one.</summary>
    Decide,

    /// <summary>The office sent words that the public record could not take yet.</summary>
    WordsWait,

    /// <summary>Its date has passed.</summary>
    Overdue,

    /// <summary>It is due today.</summary>
    DueToday,

    /// <summary>The days that the office had to reply to a notice are over.</summary>
    NoticeOver,

    /// <summary>The meeting that was promised did not take place in time.</summary>
    MeetingOverdue,

    /// <summary>The office was to be contacted by today.</summary>
    NextContact,

    /// <summary>A dated part of it is due within the week, or was.</summary>
    PartDue,

    /// <summary>It is due within the month.</summary>
    DueSoon,

    /// <summary>The promised meeting has to take place within the fortnight.</summary>
    MeetingSoon,

    /// <summary>Nothing was done for sixty days.</summary>
    NoActivity,

    /// <summary>Something else was offered, and nobody has taken it or let it go.</summary>
    OfferOpen,

    /// <summary>Nobody follows it up.</summary>
    NoOwner,
}

/// <param name="Kind">Why.</param>
/// <param name="Days">How many days it is about.</param>
public sealed record Need(NeedKind Kind, int Days = 0);

/// <summary>Which commitments need somebody, and why: what a busy organiser works through in ten minutes a week.</summary>
public static class WorkRules
{
    /// <summary>Days after which silence is a reason.</summary>
    public const int SilentDays = 60;

    /// <summary>Days of quiet after something was done: nobody is nagged about what they just did.</summary>
    public const int QuietDays = 14;

    private const int SoonDays = 30;
    private const int PartDays = 7;
    private const int MeetingDays = 14;

    /// <summary>Whether somebody follows it up.</summary>
    public static bool IsOf(Commitment commitment, Actor who) => commitment.Life.Assignment.OwnerId is { } owner && Actor.Organiser(owner) == who;

    /// <summary>The reasons, the most urgent first; empty when it can wait.</summary>
    /// <param name="commitment">The commitment, as it is today.</param>
    /// <param name="me">The organiser who asks, as the journal names actors.</param>
    public static IReadOnlyList<Need> Needs(Commitment commitment, string me) => [.. All(commitment, me).OrderBy(n => n.Kind)];

    /// <summary>Those that need somebody, the most urgent first.</summary>
    public static IReadOnlyList<(Commitment Commitment, IReadOnlyList<Need> Needs)> Urgent(IEnumerable<Commitment> commitments, string me) =>
    [
        .. commitments.Select(c => (Commitment: c, Needs: Needs(c, me))).Where(c => c.Needs.Count > 0)
            .OrderBy(c => c.Needs[0].Kind).ThenByDescending(c => c.Needs[0].Days).ThenBy(c => c.Commitment.Assembly.Start)
            .ThenBy(c => c.Commitment.Ask.Number).ThenBy(c => c.Commitment.Given.Order),
    ];

    private static IEnumerable<Need> All(Commitment c, string me)
    {
        var (life, today) = (c.Life, c.Today);
        if (life.Proposed is { } proposed && proposed.By != me)
            yield return new(NeedKind.Decide);
        if (c.WordsWait)
            yield return new(NeedKind.WordsWait);
        if (life.Assignment.NextContact is { } next && next <= today && c.Standing != CommitmentStanding.Ended)
            yield return new(NeedKind.NextContact, Timeliness.Between(next, today));
        if (c.Standing == CommitmentStanding.Offered)
            yield return new(NeedKind.OfferOpen, Timeliness.Between(c.Said.On, today));
        if (!c.IsOpen)
            yield break;
        if (NoticeOver(life, today) is { } over)
            yield return new(NeedKind.NoticeOver, over);
        if (life.Assignment is { OwnerId: null, Team: null, InstitutionId: null } && c.Ask.Owner is null)
            yield return new(NeedKind.NoOwner);
        if (Timeliness.Between(c.ActiveOn, today) >= SilentDays)
            yield return new(NeedKind.NoActivity, Timeliness.Between(c.ActiveOn, today));
        // Of what was done a moment ago nobody is reminded, except of what was decided to be done next.
        if (life.ActiveOn is { } active && Timeliness.Between(active, today) < QuietDays)
            yield break;
        foreach (var need in Dates(c))
            yield return need;
    }

    private static IEnumerable<Need> Dates(Commitment c)
    {
        if (c.Timeliness is { Kind: TimelinessKind.Overdue or TimelinessKind.LongOverdue, Days: var late })
            yield return new(NeedKind.Overdue, late);
        if (c.Timeliness.Kind == TimelinessKind.DueToday)
            yield return new(NeedKind.DueToday);
        if (c.Timeliness is { Kind: TimelinessKind.DueIn, Days: <= SoonDays and var left })
            yield return new(NeedKind.DueSoon, left);
        if (c.Life.Meeting is { } meeting)
        {
            var days = Timeliness.Between(meeting.By, c.Today);
            if (days > 0)
                yield return new(NeedKind.MeetingOverdue, days);
            else if (-days <= MeetingDays)
                yield return new(NeedKind.MeetingSoon, -days);
        }
        if (c.Ask.Terms.Parts.Where(p => p.Due != c.Due).Select(p => p.Due).OfType<LocalDate>().Select(d => Timeliness.Between(d, c.Today))
            .Where(days => Math.Abs(days) <= PartDays).OrderBy(Math.Abs).Cast<int?>().FirstOrDefault() is { } part)
            yield return new(NeedKind.PartDue, part);
    }

    private static int? NoticeOver(CommitmentLife life, LocalDate today) =>
        StatusRules.Notice(life, today) is { Words.On: var given } && life.Proposed is null && !(life.Assessed?.On >= given)
            ? Timeliness.Between(given, today) - StatusRules.NoticeDays
            : null;
}
