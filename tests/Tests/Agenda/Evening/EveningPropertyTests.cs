using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>What holds for every evening, whatever is tapped.</summary>
public sealed class EveningPropertyTests
{
    /// <summary>A tap: what, on which item, how many seconds, and how long before it nothing happens.</summary>
    public sealed record Tap(EveningStepKind Kind, int Item, int Other, int Seconds, EveningClockKind Clock, int Wait);

    [Fact]
    public void The_fold_depends_on_nothing_but_the_steps() => Check(evening =>
    {
        var text = PlayedEvening.Text(evening.Life);
        Assert.Equal(text, PlayedEvening.Text(EveningLife.Of(evening.Steps.Reverse())));
        Assert.Equal(text, PlayedEvening.Text(EveningLife.Of(evening.Steps.OrderBy(s => s.CommandId))));
        Assert.Equal(evening.Steps.Count, evening.Life.Version);
    });

    [Fact]
    public void While_it_runs_one_item_is_now_and_nothing_to_come_lies_before_it() => Check(evening =>
    {
        var life = evening.Life;
        Assert.Equal(life.Stage is EveningStage.Running or EveningStage.Paused ? 1 : 0, life.Items.Count(i => i.Status == ItemStatus.Now));
        Assert.Equal(life.Stage == EveningStage.Running ? 1 : 0, life.Items.Count(i => i.RunningSince is not null));
        if (life.Now is { } now)
            Assert.DoesNotContain(life.Items.Take(life.Items.IndexOf(now)), i => i.Status == ItemStatus.Planned);
        Assert.Equal(life.Items.Count, life.Items.DistinctBy(i => i.Id).Count());
        Assert.All(life.Items, i => Assert.True(i.Seconds > 0 && i.Spent >= Duration.Zero));
    });

    [Fact]
    public void What_is_done_and_taken_back_leaves_everything_as_it_was()
    {
        var undone = 0;
        CheckTaps(taps =>
        {
            var evening = Begin();
            foreach (var tap in taps)
            {
                if (evening.Life.Stage == EveningStage.NotStarted)
                    break;
                var before = PlayedEvening.Text(evening.Life);
                if (!Give(evening, tap) || tap.Kind == Undone || evening.Give(Undone, undoes: evening.Life.Version) is not null)
                    continue;
                undone++;
                Assert.Equal(before, PlayedEvening.Text(evening.Life));
                Give(evening, tap);
            }
        }, evenings: 900);
        // About 3,000 are expected: far enough from the bound that chance does not decide.
        Assert.True(undone > 1_000, $"Only {undone} steps were taken back.");
    }

    [Fact]
    public void An_over_run_moves_the_finish_by_exactly_as_much() => Check(evening =>
    {
        if (evening.Life is not { Stage: EveningStage.Running, Now: { } now })
            return;
        var due = Instant.Max(evening.Now, now.EndsAt!.Value);
        foreach (var seconds in new[] { 1, 17, 3_600 })
        {
            var later = due + Duration.FromSeconds(seconds);
            Assert.Equal(Duration.FromSeconds(seconds),
                Reckoning.ProjectedFinish(evening.Life, evening.PlannedStart, later) - Reckoning.ProjectedFinish(evening.Life, evening.PlannedStart, due));
        }
        Assert.Equal(Reckoning.ProjectedFinish(evening.Life, evening.PlannedStart, evening.Now), Reckoning.ProjectedFinish(evening.Life, evening.PlannedStart, due));
    });

    [Fact]
    public void The_finish_is_what_tablets_reckon_from_the_numbers_they_are_given() => Check(evening =>
    {
        if (evening.Life is not { Now: { } now } life)
            return;
        var reckoned = evening.Now + now.LeftAt(evening.Now) + Duration.FromSeconds(Reckoning.LeftSeconds(life));
        Assert.Equal(Reckoning.ProjectedFinish(life, evening.PlannedStart, evening.Now), reckoned);
    });

    [Fact]
    public void Time_is_won_back_without_touching_what_must_not_be_cut_or_has_begun_and_as_much_as_is_claimed() => Check(evening =>
    {
        var life = evening.Life;
        foreach (var wanted in new[] { 30, 60, 200, 360, 1_000, 3_000 })
        {
            var (isEnough, proposals) = WinBack.Propose(life, wanted);
            foreach (var proposal in proposals)
            {
                Assert.Equal(proposal.WonSeconds, proposal.Cuts.Sum(c => c.Seconds - c.ToSeconds));
                Assert.True(proposal.WonSeconds >= wanted || !isEnough);
                Assert.Equal(proposal.Cuts.Count, proposal.Cuts.DistinctBy(c => c.ItemId).Count());
                foreach (var (cut, item) in proposal.Cuts.Select(c => (c, life.Find(c.ItemId)!)))
                {
                    Assert.True(item is { MustNotCut: false, Status: ItemStatus.Planned, BeganAt: null });
                    Assert.InRange(cut.ToSeconds, 0, item.Seconds - 1);
                    Assert.True(cut.ToSeconds > 0 || item.Kind is AgendaItemKind.Performance or AgendaItemKind.Free or AgendaItemKind.Reflection or AgendaItemKind.Break);
                }
            }
            if (!isEnough)
                Assert.True(proposals.Sum(p => p.WonSeconds) < wanted);
            // Doing what the best proposal says brings the finish forward by what it claims.
            if (proposals.Count > 0)
                Assert.Equal(proposals[0].WonSeconds, Reckoning.LeftSeconds(life) - Reckoning.LeftSeconds(Cut(life, proposals[0])));
        }
    });

    [Fact]
    public void Whatever_the_rules_allow_can_be_folded_and_the_last_step_that_is_offered_for_undo_can_be_taken_back() => Check(evening =>
    {
        if (EveningUndo.Last(evening.Steps) is { } last)
            Assert.Null(evening.Give(Undone, undoes: last.Version));
    });

    private static EveningLife Cut(EveningLife life, WinBackProposal proposal) => life with
    {
        Items = [.. life.Items.Select(i => proposal.Cuts.FirstOrDefault(c => c.ItemId == i.Id) is not { } cut ? i
            : cut.ToSeconds == 0 ? i with { Status = ItemStatus.Skipped } : i with { Seconds = cut.ToSeconds })],
    };

    private static void Check(Action<PlayedEvening> holds) => CheckTaps(taps =>
    {
        var evening = Begin();
        foreach (var tap in taps)
            Give(evening, tap);
        holds(evening);
    });

    private static void CheckTaps(Action<List<Tap>> holds, int evenings = 300)
    {
        var tap =
            from kind in Gen.Frequency(
                (6, Gen.Constant(Advanced)), (3, Gen.Constant(Undone)), (1, Gen.Constant(Ended)),
                (20, Gen.Elements(Enum.GetValues<EveningStepKind>().Where(k => k is not (Started or Ended or RollCallStarted)).ToArray())))
            from item in Gen.Choose(0, 9)
            from other in Gen.Choose(0, 9)
            from seconds in Gen.Choose(-200, 900)
            from clock in Gen.Elements(Enum.GetValues<EveningClockKind>())
            from wait in Gen.Choose(0, 400)
            select new Tap(kind, item, other, seconds, clock, wait);
        Prop.ForAll(Arb.From(Gen.ListOf(tap).Select(t => t.ToList())), taps => { holds(taps); return true; })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(evenings).WithEndSize(60));
    }

    private static PlayedEvening Begin() => PlayedEvening.Started(Plan());

    private static PlannedItem[] Plan() => [.. Enum.GetValues<AgendaItemKind>().Select((kind, i) => PlayedEvening.Item($"{i}", 90 + 130 * i, kind, mustNotCut: i % 4 == 3))];

    private static bool Give(PlayedEvening evening, Tap tap)
    {
        evening.Wait(tap.Wait);
        // Even the start can be taken back.
        if (evening.Life.Stage == EveningStage.NotStarted)
            evening.Give(Started, plan: Plan());
        var version = evening.Life.Version;
        evening.Give(
            tap.Kind, tap.Kind == Advanced && tap.Item > 3 || tap.Kind == Inserted ? null : Title(evening, tap.Item), tap.Other > 6 ? null : Title(evening, tap.Other),
            tap.Seconds, tap.Kind == Inserted ? $"x{version}" : "words", tap.Clock, undoes: Math.Max(1, version - tap.Item));
        return evening.Life.Version > version;
    }

    private static string Title(PlayedEvening evening, int item) => evening.Life.Items[item % evening.Life.Items.Count].Title;
}
