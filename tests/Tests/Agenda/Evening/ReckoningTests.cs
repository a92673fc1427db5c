using Assemblies.Agenda.Evening.Rules;
using NodaTime;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>live.md, rule 18: drift, projected finish, guests who leave.</summary>
public sealed class ReckoningTests
{
    [Fact]
    public void An_evening_on_time_has_no_drift_and_an_over_run_is_drift()
    {
        var evening = PlayedEvening.Started(300, 600);
        evening.Wait(200);
        Assert.Equal((0, 900), (Drift(evening), Finish(evening)));
        evening.Wait(160);
        Assert.Equal((60, 960), (Drift(evening), Finish(evening)));
        evening.Give(Advanced);
        Assert.Equal((60, 960), (Drift(evening), Finish(evening)));
    }

    [Fact]
    public void An_item_that_was_shorter_wins_time_and_a_longer_length_costs_it_at_once()
    {
        var evening = PlayedEvening.Started(300, 600);
        evening.Wait(100);
        evening.Give(Advanced);
        Assert.Equal((-200, 700), (Drift(evening), Finish(evening)));
        evening.Give(TimeAdded, seconds: 50);
        Assert.Equal((-200, 750), (Drift(evening), Finish(evening)));
    }

    [Fact]
    public void A_late_start_and_an_inserted_item_are_late_and_a_skipped_one_wins_its_length()
    {
        var evening = new PlayedEvening(Instant.FromUtc(2026, 10, 1, 18, 0));
        evening.Wait(120);
        Assert.Equal(120, Reckoning.Drift(EveningLife.New, evening.PlannedStart, evening.Now));
        evening.Give(Started, plan: [PlayedEvening.Item("A", 300), PlayedEvening.Item("B", 300), PlayedEvening.Item("C", 300)]);
        Assert.Equal((120, 1020), (Drift(evening), Finish(evening)));
        evening.Give(Inserted, seconds: 60, text: "x");
        Assert.Equal(1080, Finish(evening));
        evening.Give(Skipped, "B");
        Assert.Equal(780, Finish(evening));
        evening.Wait(300);
        evening.Give(Advanced);
        evening.Wait(60);
        evening.Give(Advanced);
        Assert.Equal(("C", -120), (evening.Life.Now!.Title, Drift(evening)));
    }

    [Fact]
    public void While_the_evening_is_paused_the_finish_moves_with_the_clock()
    {
        var evening = PlayedEvening.Started(300);
        evening.Wait(100);
        evening.Give(Paused);
        evening.Wait(40);
        Assert.Equal((40, 340), (Drift(evening), Finish(evening)));
    }

    [Fact]
    public void After_the_end_drift_stands_still()
    {
        var evening = PlayedEvening.Started(300, 300);
        evening.Wait(400);
        evening.Give(Ended);
        evening.Wait(5_000);
        Assert.Equal((-200, 400), (Drift(evening), Finish(evening)));
    }

    [Fact]
    public void A_guest_who_leaves_is_known_to_be_late_before_it_is_too_late()
    {
        var evening = PlayedEvening.Started(300, 300, 300, 300);
        var mayor = new GuestDeparture(Guid.NewGuid(), "Mayor", evening.PlannedStart + Duration.FromSeconds(900), [evening.Called("A").Id, evening.Called("C").Id]);
        Assert.Equal((evening.Called("C").Id, 600), Reckoning.UntilFree(evening.Life, mayor));
        Assert.Equal(0, Reckoning.LateFor(evening.Life, mayor, evening.PlannedStart, evening.Now));
        evening.Wait(340);
        Assert.Equal(40, Reckoning.LateFor(evening.Life, mayor, evening.PlannedStart, evening.Now));
        evening.Give(Moved, "C");
        Assert.Equal(0, Reckoning.LateFor(evening.Life, mayor, evening.PlannedStart, evening.Now));
        evening.Give(Skipped, "C");
        evening.Give(Advanced);
        Assert.Equal((null, 0), Reckoning.UntilFree(evening.Life, mayor));
    }

    [Fact]
    public void In_the_night_in_which_the_clocks_go_back_two_hours_are_two_hours()
    {
        // Europe/London, 25 October 2026: at 02:00 the clocks go back to 01:00.
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var start = zone.AtLeniently(new LocalDateTime(2026, 10, 25, 0, 30)).ToInstant();
        var evening = new PlayedEvening(start);
        evening.Give(Started, plan: [PlayedEvening.Item("A", 7_200), PlayedEvening.Item("B", 600)]);
        evening.Wait(5_400);
        Assert.Equal(new LocalDateTime(2026, 10, 25, 1, 0), evening.Now.InZone(zone).LocalDateTime);
        Assert.Equal(Duration.FromMinutes(30), evening.Life.Now!.LeftAt(evening.Now));
        Assert.Equal((0, 7_800), (Drift(evening), Finish(evening)));
        Assert.Equal(new LocalDateTime(2026, 10, 25, 1, 40), Reckoning.ProjectedFinish(evening.Life, start, evening.Now).InZone(zone).LocalDateTime);
    }

    private static int Drift(PlayedEvening evening) => Reckoning.Drift(evening.Life, evening.PlannedStart, evening.Now);

    // In seconds since the planned start.
    private static int Finish(PlayedEvening evening) =>
        (int)(Reckoning.ProjectedFinish(evening.Life, evening.PlannedStart, evening.Now) - evening.PlannedStart).TotalSeconds;
}
