using Assemblies.Agenda.RunningOrder;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>
/// Ways to win time back (live.md, rule 18). Only what is to come, has not begun and may be cut is touched. A performance, a break, a reflection or a free item
/// may be skipped; everything else is shortened to half at most: nobody's story and no ask is dropped by a proposal.
/// </summary>
public static class WinBack
{
    private const int Step = 30;
    private const int MostProposals = 3;

    /// <summary>The best first: fewest cuts, then the least valuable kinds. When there is not enough, the one that wins the most, which may be none.</summary>
    public static (bool IsEnough, IReadOnlyList<WinBackProposal> Proposals) Propose(EveningLife life, int seconds)
    {
        var may = life.Remainder.Where(i => i is { Status: ItemStatus.Planned, MustNotCut: false, BeganAt: null } && Most(i) > 0).ToList();
        if (may.Sum(Most) < seconds)
            return (false, may.Count == 0 ? [] : [Proposal(may.Select(i => (i, Most(i))), life)]);
        // For every kind that is spared: the fewest cuts among the kinds of less value.
        return (true,
        [
            .. may.Select(i => Value(i.Kind)).Distinct().Order()
                .Select(value => Fewest([.. may.Where(i => Value(i.Kind) <= value)], seconds))
                .Where(cuts => cuts is not null)
                .OrderBy(cuts => cuts!.Count).ThenBy(cuts => cuts!.Max(c => Value(c.Item.Kind)))
                .Select(cuts => Proposal(cuts!, life))
                .DistinctBy(p => string.Join(',', p.Cuts.Select(c => (c.ItemId, c.ToSeconds))))
                .Take(MostProposals),
        ]);
    }

    /// <summary>The answer in a sentence.</summary>
    public static string InWords(EveningLife life, int seconds, bool isEnough, IReadOnlyList<WinBackProposal> proposals) => life.Stage switch
    {
        EveningStage.NotStarted => "The evening has not begun: change the running order instead.",
        EveningStage.Ended => "The evening is over.",
        _ when proposals.Count == 0 => "Nothing can be won back: what is to come must not be cut.",
        _ when !isEnough => $"{Minutes(seconds)} cannot be won back without what must not be cut: {Minutes(proposals[0].WonSeconds)} at most.",
        _ => $"{Minutes(proposals[0].WonSeconds)} with {(proposals[0].Cuts.Count == 1 ? "one cut" : $"{proposals[0].Cuts.Count} cuts")}.",
    };

    private static string Minutes(int seconds) => seconds % 60 == 0 ? $"{seconds / 60} min" : $"{seconds / 60}:{seconds % 60:00} min";

    /// <summary>The most that may be taken from an item.</summary>
    internal static int Most(EveningItem item) => MayBeSkipped(item.Kind) ? item.Seconds : MostShortened(item);

    private static List<(EveningItem Item, int Won)>? Fewest(List<EveningItem> may, int seconds)
    {
        var (cuts, missing) = (new List<(EveningItem, int)>(), seconds);
        while (missing > 0 && may.Count > 0)
        {
            // The last cut takes the least valuable item that is enough and no more than is needed; one before it takes all it can.
            var last = may.Where(i => Most(i) >= missing).OrderBy(i => Value(i.Kind)).ThenBy(i => Won(i, missing)).FirstOrDefault();
            var cut = last ?? may.OrderByDescending(Most).ThenBy(i => Value(i.Kind)).First();
            var won = last is null ? Most(cut) : Won(cut, missing);
            cuts.Add((cut, won));
            may.Remove(cut);
            missing -= won;
        }
        return missing > 0 ? null : cuts;
    }

    // In half minutes, so that a chair can say it; a skip only where a shorter item would not do.
    private static int Won(EveningItem item, int missing) =>
        (missing + Step - 1) / Step * Step is var rounded && rounded <= MostShortened(item) ? rounded : Most(item);

    private static int MostShortened(EveningItem item) => item.Seconds / 2 / Step * Step;

    private static WinBackProposal Proposal(IEnumerable<(EveningItem Item, int Won)> cuts, EveningLife life)
    {
        var ordered = cuts.OrderBy(c => life.Items.IndexOf(c.Item)).Select(c => new WinBackCut(c.Item.Id, c.Item.Title, c.Item.Seconds, c.Item.Seconds - c.Won)).ToList();
        return new(ordered.Sum(c => c.Seconds - c.ToSeconds), ordered);
    }

    private static bool MayBeSkipped(AgendaItemKind kind) => Value(kind) <= Value(AgendaItemKind.Break);

    private static int Value(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Performance => 0,
        AgendaItemKind.Free => 1,
        AgendaItemKind.Reflection => 2,
        AgendaItemKind.Break => 3,
        AgendaItemKind.Welcome => 4,
        AgendaItemKind.RollCall => 5,
        AgendaItemKind.ReportBack => 6,
        AgendaItemKind.Testimony => 7,
        AgendaItemKind.Ask => 8,
        AgendaItemKind.Answer => 9,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
