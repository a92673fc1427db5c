using Assemblies.Agenda;
using Assemblies.Agenda.Evening.Minutes;
using Assemblies.Evaluation.Notes;
using Assemblies.Turnout;
using NodaTime;
using static Assemblies.Evaluation.ReviewWords;

namespace Assemblies.Evaluation;

/// <summary>What the numbers propose to talk about. Pure: the same numbers give the same sentences, and ordinary numbers give none.</summary>
internal static class ProposalRules
{
    // An evening's usual numbers (product.md, section 1): what lies well beyond them is worth a sentence.
    private const double ManyWalkUps = 0.2;
    private const double ManyLate = 0.1;
    private const double MissedForecast = 0.1;
    private const double BrokenPledge = 0.6;
    private const double FastestLane = 7;
    private const int LongOffline = 5;
    private const int MostNamed = 6;
    private const int MostItems = 3;

    public static IReadOnlyList<Proposal> Of(AccountabilityAssembly assembly, AssemblyReview review) =>
        [.. Turnout(review), .. Doors(assembly, review), .. Programme(review.Time), .. Asks(review.Answers)];

    private static IEnumerable<Proposal> Turnout(AssemblyReview review)
    {
        var all = review.Turnout;
        if (all.Arrived == 0)
            yield break;
        if (Names(review.Institutions.Where(i => i.NoneCame)) is { } absent)
            yield return new(EvaluationTopic.Turnout, $"Promised people and nobody came: {absent}. Visit them before anything else.");
        if (Names(review.Institutions.Where(FellFromItsOwn)) is { } fell)
            yield return new(EvaluationTopic.Turnout, $"Kept less than 60 % of the pledge, and more of it at their last assembly: {fell}. Ask what changed.");
        if (Names(review.Institutions.Where(i => i is { InstitutionId: not null, Outcome: { Pledged: 0, Arrived: > 0 } })) is { } unasked)
            yield return new(EvaluationTopic.Turnout, $"Came without a pledge: {unasked}. Ask them for one next time.");
        if (all.Forecast > 0 && Math.Abs(all.Arrived - all.Forecast) > MissedForecast * all.Forecast)
            yield return new(EvaluationTopic.Turnout, $"The forecast was {Number(all.Forecast)}; {Number(all.Arrived)} came.");
        if (all.WalkUps > ManyWalkUps * all.Arrived)
            yield return new(EvaluationTopic.Turnout, $"Came without a pass: {Part(all.WalkUps, all.Arrived)}. Every one of them stood longer at the door, and nobody knows whose people they are.");
    }

    private static IEnumerable<Proposal> Doors(AccountabilityAssembly assembly, AssemblyReview review)
    {
        var (doors, all) = (review.Doors, review.Turnout);
        if (all.Late > ManyLate * all.Arrived)
            yield return new(EvaluationTopic.Doors, $"Came after the evening was to start: {Part(all.Late, all.Arrived)}. Ask for coaches earlier, or put the roll call later.");
        if (doors.Peak15 is { } peak && (double)peak.Arrived / peak.Minutes / peak.Devices > FastestLane)
            yield return new(EvaluationTopic.Doors,
                $"From {assembly.Time(peak.From)} {Number(peak.Arrived)} people came within {peak.Minutes} minutes through {peak.Devices} {(peak.Devices == 1 ? "device" : "devices")}: "
                + "more than a lane does well. Open more lanes for that time.");
        if (doors.Offline is [var stretch, ..] && stretch.To - stretch.From >= Duration.FromMinutes(LongOffline))
            yield return new(EvaluationTopic.Doors,
                $"{stretch.Device}{(stretch.Door is null ? "" : $", {stretch.Door},")} decided by itself from {assembly.Time(stretch.From)} to {assembly.Time(stretch.To)}: try the network in a full room.");
        if (doors.Ways.FirstOrDefault(w => w.Method == ScanMethod.Paper) is { } paper)
            yield return new(EvaluationTopic.Doors, $"Counted on paper: {Part(paper.Arrived, all.Arrived)}. Ask the stewards why.");
    }

    private static IEnumerable<Proposal> Programme(TimeReview time)
    {
        if (time.EndedLate is > 60)
            yield return new(EvaluationTopic.Programme, $"It ended {SecondsWords.Late(time.EndedLate.Value)}.");
        var over = time.Items.Where(i => i.BeganAt is not null && i.ActualSeconds - i.PlannedSeconds >= Math.Max(120, i.PlannedSeconds / 5))
            .OrderByDescending(i => i.ActualSeconds - i.PlannedSeconds).Take(MostItems).ToList();
        if (over.Count > 0)
            yield return new(EvaluationTopic.Programme,
                $"Took longer than planned: {string.Join(", ", over.Select(i => $"{i.Title} ({SecondsWords.Difference(i.ActualSeconds - i.PlannedSeconds)})"))}.");
        if (time.Speeches.Where(s => s.Over * 2 > s.Count && s.Count > 1).ToList() is { Count: > 0 } speeches)
            yield return new(EvaluationTopic.Testimony,
                $"More than half took more time than they were given: {string.Join(", ", speeches.Select(s => $"{EvaluationWords.Clock(s.Clock).ToLowerInvariant()} {s.Over} of {s.Count}"))}.");
    }

    private static IEnumerable<Proposal> Asks(AnswerReview answers)
    {
        if (answers.Put > 0 && answers.Put < answers.Asks)
            yield return new(EvaluationTopic.Asks, $"Put: {answers.Put} of {answers.Asks} asks. What is to become of the others?");
        if (answers.Undated > 0)
            yield return new(EvaluationTopic.FollowUp,
                $"{answers.Undated} {(answers.Undated == 1 ? "promise names" : "promises name")} no date: ask for one within two weeks, while the evening is remembered.");
    }

    private static bool FellFromItsOwn(InstitutionReview i) =>
        i.Outcome is { Pledged: > 0, Arrived: > 0 } o && o.Arrived < BrokenPledge * o.Pledged
        && i.Earlier.FirstOrDefault(e => e.Pledged > 0) is { } last && (double)last.Arrived / last.Pledged > (double)o.Arrived / o.Pledged;

    private static string? Names(IEnumerable<InstitutionReview> institutions)
    {
        var names = institutions.Select(i => i.Institution).ToList();
        return names.Count == 0 ? null
            : names.Count <= MostNamed ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more";
    }
}
