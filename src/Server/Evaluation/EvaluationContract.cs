using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Minutes;
using Assemblies.Evaluation.Notes;
using Assemblies.Institutions;
using Assemblies.Record;
using Assemblies.Turnout;
using Assemblies.Turnout.Numbers;
using NodaTime;

namespace Assemblies.Evaluation;

/// <summary>The evening looked back on, for organisers and leaders alone: never a public table, and never a ranking of institutions.</summary>
/// <param name="AsOf">When it was read.</param>
/// <param name="Turnout">Of all institutions and of people without one.</param>
/// <param name="Institutions">By name; people without an institution last.</param>
/// <param name="Chapters">By name.</param>
/// <param name="Doors">How the doors did.</param>
/// <param name="Time">Planned against actual.</param>
/// <param name="Answers">Asks and answers in numbers.</param>
/// <param name="Proposals">What the numbers propose to talk about; what to do is for the leaders to say.</param>
/// <param name="Notes">The leaders' own notes.</param>
/// <param name="OpenSteps">Next steps of earlier evaluations that nobody has marked as done.</param>
public sealed record AssemblyReview(
    Instant AsOf,
    TurnoutOutcome Turnout,
    IReadOnlyList<InstitutionReview> Institutions,
    IReadOnlyList<ChapterReview> Chapters,
    DoorReview Doors,
    TimeReview Time,
    AnswerReview Answers,
    IReadOnlyList<Proposal> Proposals,
    IReadOnlyList<EvaluationNoteRow> Notes,
    IReadOnlyList<OpenStep> OpenSteps);

/// <summary>What was promised and what came.</summary>
/// <param name="Pledged">Promised by the institution's own leaders.</param>
/// <param name="Goal">Needed; null where nobody said.</param>
/// <param name="Forecast">Predicted from pledges and history.</param>
/// <param name="Registered">Named beforehand, those whose names have been erased since included.</param>
/// <param name="RegisteredCame">Of those named, how many came with their own pass: about half is usual.</param>
/// <param name="Arrived">Counted at the doors, under-18s included.</param>
/// <param name="Under18s">Of those arrived under 18.</param>
/// <param name="WalkUps">Of those arrived without a pass, one by one.</param>
/// <param name="Late">Of those arrived after the evening was to start.</param>
public sealed record TurnoutOutcome(
    int Pledged, int? Goal, int Forecast, int Registered, int RegisteredCame, int Arrived, int Under18s, int WalkUps, int Late)
{
    internal static TurnoutOutcome Sum(IReadOnlyCollection<TurnoutOutcome> all) => new(
        all.Sum(o => o.Pledged), all.Any(o => o.Goal is not null) ? all.Sum(o => o.Goal ?? 0) : null, all.Sum(o => o.Forecast),
        all.Sum(o => o.Registered), all.Sum(o => o.RegisteredCame), all.Sum(o => o.Arrived), all.Sum(o => o.Under18s), all.Sum(o => o.WalkUps), all.Sum(o => o.Late));
}

/// <summary>One institution beside its own pledge, size and earlier assemblies.</summary>
/// <param name="InstitutionId">The institution; null for people who named none.</param>
/// <param name="Institution">Its name.</param>
/// <param name="Chapter">Its chapter.</param>
/// <param name="Membership">Whether it belongs to the alliance; null for people who named none.</param>
/// <param name="Size">How many people belong to it; null where nobody said.</param>
/// <param name="Outcome">What it promised and brought.</param>
/// <param name="Earlier">Its closed assemblies before this one, the latest first.</param>
/// <param name="Comparison">How it stands to its own history, in words.</param>
/// <param name="IsFirstTime">People of it came, and to no earlier assembly that is on record; false while there is none on record at all.</param>
public sealed record InstitutionReview(
    Guid? InstitutionId, string Institution, string? Chapter, Membership? Membership, int? Size, TurnoutOutcome Outcome,
    IReadOnlyList<PastTurnout> Earlier, string Comparison, bool IsFirstTime)
{
    /// <summary>It promised people and none of them came.</summary>
    public bool NoneCame => Outcome is { Pledged: > 0, Arrived: 0 };
}

/// <param name="Chapter">The chapter; null for institutions without one.</param>
/// <param name="Institutions">How many of its institutions came or promised to.</param>
/// <param name="Outcome">Their sums.</param>
public sealed record ChapterReview(string? Chapter, int Institutions, TurnoutOutcome Outcome);

/// <summary>How the doors did.</summary>
/// <param name="Peak15">The most who arrived within 15 minutes; null where nobody did.</param>
/// <param name="Peak30">The most who arrived within 30 minutes.</param>
/// <param name="BeforeStart30">Arrived in the last 30 minutes before the evening was to start.</param>
/// <param name="Ways">How people came in, in the order of the methods.</param>
/// <param name="Offline">Stretches in which a device decided by itself, the longest first.</param>
/// <param name="OfflineArrived">People let in by devices that decided by themselves.</param>
/// <param name="Refusals">Scans that were sent away, by reason, the most frequent first.</param>
/// <param name="Overruled">Let in by a person against the rules.</param>
/// <param name="TakenBack">Scans that were taken back.</param>
/// <param name="Devices">Devices that let somebody in.</param>
public sealed record DoorReview(
    ArrivalPeak? Peak15,
    ArrivalPeak? Peak30,
    int BeforeStart30,
    IReadOnlyList<WayIn> Ways,
    IReadOnlyList<OfflineStretch> Offline,
    int OfflineArrived,
    IReadOnlyList<RefusalCount> Refusals,
    int Overruled,
    int TakenBack,
    int Devices);

/// <param name="From">The first instant of the span.</param>
/// <param name="Minutes">How long it is.</param>
/// <param name="Arrived">People, under-18s included.</param>
/// <param name="Devices">Devices that let somebody in within it.</param>
public sealed record ArrivalPeak(Instant From, int Minutes, int Arrived, int Devices);

/// <param name="Method">How their scan was made.</param>
/// <param name="Arrived">People, under-18s included.</param>
public sealed record WayIn(ScanMethod Method, int Arrived);

/// <param name="Device">What people call the device.</param>
/// <param name="Door">Where it stood, if at a door.</param>
/// <param name="From">The first scan it decided by itself.</param>
/// <param name="To">When the last of them reached the server.</param>
/// <param name="Scans">How many it decided by itself.</param>
public sealed record OfflineStretch(string Device, string? Door, Instant From, Instant To, int Scans);

/// <param name="Outcome">Why they were sent away.</param>
/// <param name="Scans">How often.</param>
public sealed record RefusalCount(ScanOutcome Outcome, int Scans);

/// <summary>Planned against actual, in seconds.</summary>
/// <param name="StartedLate">How much later than planned it started; less than 0 is earlier. Null where it was not started on the tablets.</param>
/// <param name="EndedLate">How much later than planned it ended. Null before the end.</param>
/// <param name="PlannedSeconds">The lengths of the items that took place, as planned.</param>
/// <param name="ActualSeconds">The lengths that they had.</param>
/// <param name="Items">Item by item, in the order in which it happened.</param>
/// <param name="Speeches">The clocks of speakers, answers and explanations.</param>
public sealed record TimeReview(
    int? StartedLate, int? EndedLate, int PlannedSeconds, int ActualSeconds, IReadOnlyList<MinutesItem> Items, IReadOnlyList<SpeechReview> Speeches);

/// <param name="Clock">Which clock.</param>
/// <param name="Count">How many spoke against it.</param>
/// <param name="Over">How many of them took more than they were given.</param>
/// <param name="PlannedSeconds">What was given in all.</param>
/// <param name="ActualSeconds">What was taken in all.</param>
public sealed record SpeechReview(EveningClockKind Clock, int Count, int Over, int PlannedSeconds, int ActualSeconds);

/// <summary>Asks and answers in numbers: counts of answers, never of power-holders against each other.</summary>
/// <param name="Asks">Asks that were not withdrawn.</param>
/// <param name="Put">Of them put to somebody.</param>
/// <param name="Cells">Asks × the power-holders whom they were for.</param>
/// <param name="Answers">Answers that the hall was shown, by category.</param>
/// <param name="Undated">Answers that promise something and name no date.</param>
/// <param name="Corrections">Corrections that two people approved.</param>
/// <param name="Disputes">Answers that an office disputes, decided or not.</param>
public sealed record AnswerReview(
    int Asks, int Put, int Cells, IReadOnlyList<AnswerCount> Answers, int Undated, int Corrections, int Disputes);

/// <param name="Code">The category.</param>
/// <param name="Count">How often.</param>
public sealed record AnswerCount(AnswerCode Code, int Count);

/// <summary>Something that the numbers propose to talk about.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">A sentence with its numbers.</param>
public sealed record Proposal(EvaluationTopic Topic, string Text);
