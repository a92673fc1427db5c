using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Rehearsal;
using Assemblies.Testimony;
using Assemblies.Wire.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Assemblies.Tests.Agenda.RunningOrder;

/// <summary>What needs no server: times along the clock, places, lengths, templates.</summary>
public sealed class RunningOrderRulesTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void Moving_an_item_changes_no_item_and_no_order_among_the_others() => Prop.ForAll(
        Arb.From(from count in Gen.Choose(1, 40) from a in Gen.Choose(0, count - 1) from b in Gen.Choose(0, count - 1) select (count, a, b)),
        move =>
        {
            var items = Enumerable.Range(0, move.count).ToList();
            RunningOrderRules.Move(items, move.a, move.b);
            return items[move.b] == move.a && items.Where(i => i != move.a).SequenceEqual(Enumerable.Range(0, move.count).Where(i => i != move.a));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_item_starts_when_the_one_before_it_ends_and_the_last_ends_with_the_total() => Prop.ForAll(
        Arb.From(Gen.NonEmptyListOf(Gen.Choose(1, PlannedLength.Longest)).Select(l => l.ToList())),
        lengths =>
        {
            var table = Timetable.Of(London, new LocalDateTime(2026, 10, 1, 19, 0), new LocalDateTime(2026, 10, 1, 20, 45), lengths);
            return table.Times[0].Start == table.Start && table.Times[^1].End == table.Finish && table.Planned == Duration.FromSeconds(lengths.Sum())
                && table.Times.Zip(table.Times.Skip(1)).All(pair => pair.First.Start < pair.Second.Start && pair.First.End == pair.Second.Start);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void On_the_night_the_clocks_go_back_an_hour_is_two()
    {
        // 00:30 BST to 02:30 GMT: three hours pass though the wall clock says two.
        var table = Timetable.Of(London, new LocalDateTime(2026, 10, 25, 0, 30), new LocalDateTime(2026, 10, 25, 2, 30), [3_600, 3_600, 1_800]);
        Assert.Equal(
            [new LocalTime(0, 30), new LocalTime(1, 30), new LocalTime(1, 30)],
            table.Times.Select(t => t.Start.InZone(London).TimeOfDay));
        Assert.Equal(Duration.FromMinutes(30), table.Spare);
    }

    [Fact]
    public void On_the_night_the_clocks_go_forward_an_hour_is_missing()
    {
        var table = Timetable.Of(London, new LocalDateTime(2027, 3, 28, 0, 30), new LocalDateTime(2027, 3, 28, 2, 30), [3_600]);
        Assert.Equal(new LocalTime(2, 30), table.Finish.InZone(London).TimeOfDay);
        Assert.Equal(Duration.Zero, table.Spare);
    }

    [Fact]
    public void Whoever_leaves_before_the_end_of_an_item_they_are_needed_for_is_named_and_nobody_else()
    {
        var table = Timetable.Of(London, new LocalDateTime(2026, 10, 1, 19, 0), new LocalDateTime(2026, 10, 1, 20, 45), [600, 600, 600]);
        var during = new Departure("A. Mayor", table.Start + Duration.FromMinutes(15), 2);
        var before = new Departure("B. Leader", table.Start + Duration.FromMinutes(20), 3);
        var found = Departures.TooEarly(table, [before, during, new("C. Minister", table.Start + Duration.FromMinutes(20), 2)]);
        Assert.Equal([during, before], found);
        Assert.Equal([false, true], found.Select(d => d.IsBeforeStart(table)));
    }

    [Theory]
    [InlineData("5", 300), InlineData(" 5:30 ", 330), InlineData("5 min", 300), InlineData("5min", 300), InlineData("5 min 30 s", 330), InlineData("90 s", 90)]
    [InlineData("1:05:00", 3_900), InlineData("240", 14_400), InlineData("05:30", 330), InlineData("1 minute", 60), InlineData("0:45", 45)]
    public void A_length_is_read_as_people_write_it(string text, int seconds) => Assert.Equal(seconds, PlannedLength.Read(text));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("0"), InlineData("-5"), InlineData("241"), InlineData("5:75"), InlineData("five"), InlineData("5 h"), InlineData("5.5"), InlineData("min")]
    public void What_is_no_length_is_not_guessed(string? text) => Assert.Null(PlannedLength.Read(text));

    [Fact]
    public void A_length_is_read_back_from_a_cell_as_it_was_written() => Prop.ForAll(
        Arb.From(Gen.Choose(1, PlannedLength.Longest)),
        seconds => PlannedLength.Read(PlannedLength.ForCell(seconds)) == seconds && PlannedLength.Read(PlannedLength.InWords(seconds)) == seconds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("=1+1"), InlineData("+44 20"), InlineData("-"), InlineData("@home"), InlineData("'=quoted"), InlineData("''-"), InlineData("'tis"), InlineData("plain")]
    public void A_text_that_begins_like_a_formula_is_guarded_and_comes_back_as_it_was(string text)
    {
        var cell = System.Text.Encoding.UTF8.GetString(SpreadsheetFile.Write([[text]])).TrimStart('\uFEFF').TrimEnd();
        Assert.DoesNotMatch("^[=+@-]", cell);
        Assert.Equal(text, SpreadsheetFile.Unguard(cell));
    }

    [Theory, InlineData(RunningOrderTemplate.Small, 14, 90), InlineData(RunningOrderTemplate.Medium, 28, 105), InlineData(RunningOrderTemplate.VeryLarge, 45, 120)]
    public void A_template_for_an_assembly_without_asks_is_its_reference_evening(RunningOrderTemplate template, int items, int minutes)
    {
        var built = RunningOrderTemplates.Build(template, new Linkable([], [], [], []));
        Assert.Equal((items, minutes * 60), (built.Count, built.Sum(i => i.PlannedSeconds!.Value)));
        Assert.All(built, item => Assert.Empty(RunningOrderRules.Problems(item)));
    }

    [Theory, InlineData(RunningOrderTemplate.Small), InlineData(RunningOrderTemplate.Medium), InlineData(RunningOrderTemplate.VeryLarge)]
    public void A_template_is_about_the_asks_and_speakers_of_the_assembly(RunningOrderTemplate template)
    {
        var holders = new[] { new PowerHolderRow(Guid.NewGuid(), "A. Mayor", "Mayor", 1, Invitation.None, null, null), new PowerHolderRow(Guid.NewGuid(), "B. Leader", "Leader", 2, Invitation.None, null, null) };
        var asks = new[]
        {
            new AskRow(Guid.NewGuid(), 1, "Homes", "Will you?", 1, [holders[0].Id, holders[1].Id], [], null, null, AskTerms.None, AskState.Draft, null, null, []),
            new AskRow(Guid.NewGuid(), 2, null, "Will you too?", 1, [holders[1].Id], [], null, null, AskTerms.None, AskState.Draft, null, null, []),
        };
        var speaker = new SpeakerRow(Guid.NewGuid(), Guid.NewGuid(), "St Mary's", "Grace O.", asks[1].Id, 2, null, null, null, null, null, null, null, 100, null, null, null, [], []);
        var built = RunningOrderTemplates.Build(template, new Linkable(asks, holders, [speaker], []));

        Assert.Equal([AgendaItemKind.Ask, AgendaItemKind.Answer, AgendaItemKind.Testimony, AgendaItemKind.Ask, AgendaItemKind.Answer],
            built.Where(i => i.Kind is AgendaItemKind.Testimony or AgendaItemKind.Ask or AgendaItemKind.Answer).Select(i => i.Kind!.Value));
        var testimony = built.Single(i => i.Kind == AgendaItemKind.Testimony);
        Assert.Equal([speaker.Id], testimony.SpeakerIds!);
        Assert.Equal([asks[1].Id], testimony.AskIds!);
        Assert.All(built.Where(i => i.AskIds is [var id] && id == asks[1].Id && i.Kind != AgendaItemKind.Testimony), i => Assert.Equal([holders[1].Id], i.PowerHolderIds!));
        Assert.Equal(RunningOrderTemplates.Minutes(template) * 60, built.Sum(i => i.PlannedSeconds));
        // The title may be shown to the hall; a speaker's name needs consent.
        Assert.DoesNotContain(built, i => i.Title!.Contains("Grace", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_rehearsed_evenings_are_valid_and_the_medium_one_is_28_items_in_105_minutes()
    {
        Assert.Equal((28, 105), (InventedOrder.Medium.Count, InventedOrder.Medium.Sum(i => i.Minutes)));
        Assert.Equal(3, InventedOrder.Medium.Count(i => i.Kind == AgendaItemKind.Testimony));
        foreach (var order in new[] { InventedOrder.Medium, InventedOrder.Build2018 })
        {
            Assert.Equal(Enumerable.Range(1, 6), order.Where(i => i.Kind == AgendaItemKind.Ask).Select(i => i.Ask!.Value));
            Assert.Equal(Enumerable.Range(1, 6), order.Where(i => i.Kind == AgendaItemKind.Answer).Select(i => i.Ask!.Value));
            Assert.All(order, i => Assert.Empty(RunningOrderRules.Problems(new AgendaItemCommand(
                i.Kind, i.Title, i.Minutes * 60, i.Owner, i.MustNotCut, null, i.Words, i.Notes))));
        }
    }
}
