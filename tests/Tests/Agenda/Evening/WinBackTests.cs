using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>live.md, rule 18: proposals that spare what must not be cut.</summary>
public sealed class WinBackTests
{
    [Fact]
    public void One_cut_of_the_least_valuable_item_that_is_enough_comes_first()
    {
        var evening = PlayedEvening.Started(
        [
            PlayedEvening.Item("Welcome", 600, AgendaItemKind.Welcome),
            PlayedEvening.Item("Story", 1_200, AgendaItemKind.Testimony),
            PlayedEvening.Item("Choir", 300, AgendaItemKind.Performance),
            PlayedEvening.Item("Break", 900, AgendaItemKind.Break),
        ]);
        var (isEnough, proposals) = WinBack.Propose(evening.Life, 360);
        Assert.True(isEnough);
        var cut = Assert.Single(proposals[0].Cuts);
        Assert.Equal(("Break", 900, 540), (cut.Title, cut.Seconds, cut.ToSeconds));
        Assert.Equal(["Choir"], WinBack.Propose(evening.Life, 240).Proposals[0].Cuts.Select(c => c.Title));
    }

    [Fact]
    public void A_story_is_shortened_to_half_at_most_and_an_ask_that_must_not_be_cut_is_left_alone()
    {
        var evening = PlayedEvening.Started(
        [
            PlayedEvening.Item("Welcome", 600, AgendaItemKind.Welcome),
            PlayedEvening.Item("Story", 1_200, AgendaItemKind.Testimony),
            PlayedEvening.Item("Last ask", 1_200, AgendaItemKind.Ask, mustNotCut: true),
        ]);
        var (isEnough, proposals) = WinBack.Propose(evening.Life, 900);
        Assert.False(isEnough);
        Assert.Equal([("Story", 600)], proposals.Single().Cuts.Select(c => (c.Title, c.ToSeconds)));
        Assert.Equal("15 min cannot be won back without what must not be cut: 10 min at most.", WinBack.InWords(evening.Life, 900, isEnough, proposals));
    }

    [Fact]
    public void When_nothing_may_be_cut_it_says_so()
    {
        var evening = PlayedEvening.Started([PlayedEvening.Item("Welcome", 600), PlayedEvening.Item("Ask", 600, AgendaItemKind.Ask, mustNotCut: true)]);
        var (isEnough, proposals) = WinBack.Propose(evening.Life, 60);
        Assert.Equal((false, 0), (isEnough, proposals.Count));
        Assert.StartsWith("Nothing can be won back", WinBack.InWords(evening.Life, 60, isEnough, proposals), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_begun_is_left_alone_even_when_the_evening_went_back()
    {
        var evening = PlayedEvening.Started(600, 600, 600);
        evening.Give(Advanced);
        evening.Give(Returned);
        Assert.Equal(["C"], WinBack.Propose(evening.Life, 60).Proposals.SelectMany(p => p.Cuts).Select(c => c.Title).Distinct());
    }
}
