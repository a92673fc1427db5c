using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Devices;
using NodaTime;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>live.md, rules 14 to 19, as pure functions.</summary>
public sealed class EveningRulesTests
{
    [Fact]
    public void The_first_item_runs_from_the_start_and_the_second_is_next()
    {
        var evening = PlayedEvening.Started(300, 600);
        evening.Wait(60);
        Assert.Equal(("A", "B"), (evening.Life.Now!.Title, evening.Life.Next!.Title));
        Assert.Equal(Duration.FromMinutes(5), evening.Life.Now.EndsAt!.Value - evening.PlannedStart);
        Assert.Equal(Duration.FromSeconds(60), evening.Life.Now.SpentAt(evening.Now));
    }

    [Fact]
    public void An_item_that_is_named_comes_before_what_was_to_be_next_and_nothing_is_lost()
    {
        var evening = PlayedEvening.Started(60, 60, 60, 60);
        Assert.Null(evening.Give(Advanced, "C"));
        Assert.Equal("ACBD", evening.Titles);
        Assert.Equal(("C", "B"), (evening.Life.Now!.Title, evening.Life.Next!.Title));
        Assert.Equal(ItemStatus.Planned, evening.Called("B").Status);
    }

    [Fact]
    public void Going_back_lets_the_clock_of_the_item_before_go_on_where_it_stood()
    {
        var evening = PlayedEvening.Started(300, 300);
        evening.Wait(200);
        evening.Give(Advanced);
        evening.Wait(30);
        Assert.Null(evening.Give(Returned));
        evening.Wait(10);
        Assert.Equal(Duration.FromSeconds(210), evening.Life.Now!.SpentAt(evening.Now));
        Assert.Equal((ItemStatus.Planned, Duration.FromSeconds(30)), (evening.Called("B").Status, evening.Called("B").Spent));
        Assert.Equal("", Assert.IsType<Assemblies.Wire.Problem>(evening.Give(Returned)).Field);
    }

    [Fact]
    public void A_pause_stops_every_clock_and_the_paused_one_stays_so_when_the_evening_goes_on()
    {
        var evening = PlayedEvening.Started(600);
        evening.Give(ClockStarted, seconds: 120, clock: EveningClockKind.Speaker);
        evening.Give(ClockStarted, seconds: 60, clock: EveningClockKind.Explanation);
        evening.Wait(20);
        evening.Give(ClockPaused, clock: EveningClockKind.Explanation);
        evening.Wait(10);
        evening.Give(Paused);
        evening.Wait(500);
        evening.Give(Resumed);
        evening.Wait(5);
        Assert.Equal(Duration.FromSeconds(35), evening.Life.Now!.SpentAt(evening.Now));
        Assert.Equal(evening.Now + Duration.FromSeconds(120 - 35), evening.Life.Clocks[EveningClockKind.Speaker].EndsAt);
        Assert.Null(evening.Life.Clocks[EveningClockKind.Explanation].EndsAt);
        Assert.Equal(Duration.FromSeconds(20), evening.Life.Clocks[EveningClockKind.Explanation].Spent);
    }

    [Fact]
    public void Time_is_added_to_a_speech_that_runs_and_taken_from_it_and_the_item_keeps_its_own()
    {
        var evening = PlayedEvening.Started(600);
        evening.Give(ClockStarted, seconds: 120, clock: EveningClockKind.Speaker);
        evening.Wait(100);
        evening.Give(ClockExtended, seconds: 60, clock: EveningClockKind.Speaker);
        evening.Give(ClockExtended, seconds: -30, clock: EveningClockKind.Speaker);
        Assert.Equal(evening.Now + Duration.FromSeconds(50), evening.Life.Clocks[EveningClockKind.Speaker].EndsAt);
        Assert.Equal(evening.Now + Duration.FromSeconds(500), evening.Life.Now!.EndsAt);
        Assert.Equal("seconds", evening.Give(ClockExtended, seconds: -150, clock: EveningClockKind.Speaker)!.Field);
    }

    [Fact]
    public void The_separate_clocks_end_with_the_item_and_a_new_speech_ends_the_one_before()
    {
        var evening = PlayedEvening.Started(600, 600);
        evening.Give(ClockStarted, seconds: 120, clock: EveningClockKind.Speaker);
        evening.Wait(130);
        evening.Give(ClockStarted, seconds: 100, clock: EveningClockKind.Speaker);
        evening.Wait(40);
        evening.Give(Advanced);
        Assert.Empty(evening.Life.Clocks);
        Assert.Equal([(120, 130), (100, 40)], evening.Life.Speeches.Select(s => (s.PlannedSeconds, (int)s.Spent.TotalSeconds)));
        Assert.Equal("clock", evening.Give(ClockStopped, clock: EveningClockKind.Speaker)!.Field);
    }

    [Fact]
    public void A_skipped_item_that_was_passed_comes_next_when_it_is_taken_back_in()
    {
        var evening = PlayedEvening.Started(60, 60, 60, 60);
        evening.Give(Skipped, "B");
        evening.Give(Advanced);
        Assert.Equal("C", evening.Life.Now!.Title);
        Assert.Null(evening.Give(Restored, "B"));
        Assert.Equal(("ACBD", "B"), (evening.Titles, evening.Life.Next!.Title));
    }

    [Fact]
    public void Only_what_is_to_come_can_be_skipped_or_moved()
    {
        var evening = PlayedEvening.Started(60, 60, 60);
        evening.Give(Advanced);
        Assert.Equal("itemId", evening.Give(Skipped, "A")!.Field);
        Assert.Equal("itemId", evening.Give(Skipped, "B")!.Field);
        Assert.Equal("itemId", evening.Give(Moved, "B", after: "C")!.Field);
        Assert.Equal("afterItemId", evening.Give(Moved, "C", after: "A")!.Field);
    }

    [Fact]
    public void An_item_is_inserted_after_the_one_that_runs_unless_another_is_named()
    {
        var evening = PlayedEvening.Started(60, 60);
        Assert.Null(evening.Give(Inserted, seconds: 30, text: "x"));
        Assert.Null(evening.Give(Inserted, after: "B", seconds: 30, text: "y"));
        Assert.Equal("AxBy", evening.Titles);
        Assert.Equal((0, 30, true), (evening.Called("x").PlannedSeconds, evening.Called("x").Seconds, evening.Called("x").IsInserted));
    }

    [Fact]
    public void Nothing_but_taking_control_or_starting_is_done_before_the_start_and_nothing_after_the_end()
    {
        var evening = new PlayedEvening(Instant.FromUtc(2026, 10, 1, 18, 0));
        Assert.NotNull(evening.Give(Advanced));
        Assert.NotNull(evening.Give(Started, plan: []));
        Assert.Null(evening.Give(ControlTaken));
        Assert.Null(evening.Give(Started, plan: [PlayedEvening.Item("A", 60)]));
        Assert.Equal("That was the last item: end the evening.", evening.Give(Advanced)!.Fix);
        Assert.Null(evening.Give(Ended));
        Assert.NotNull(evening.Give(TimeAdded, "A", seconds: 60));
        Assert.NotNull(evening.Give(Started, plan: [PlayedEvening.Item("A", 60)]));
    }

    [Fact]
    public void What_two_tablets_do_at_once_is_stale_only_where_one_rests_on_the_other()
    {
        var evening = PlayedEvening.Started(600, 600, 600);
        var seen = evening.Life.Version;
        evening.Give(TimeAdded, seconds: 60);
        evening.Give(ClockStarted, seconds: 60, clock: EveningClockKind.Speaker);
        Assert.False(evening.IsStale(seen, Advanced));
        Assert.False(evening.IsStale(seen, TimeAdded, seconds: 60));
        Assert.True(evening.IsStale(seen, ClockStarted, seconds: 60, clock: EveningClockKind.Speaker));
        Assert.False(evening.IsStale(seen, ClockStarted, seconds: 60, clock: EveningClockKind.Answer));
        Assert.True(evening.IsStale(seen, LengthChanged, "A", seconds: 60));
        Assert.False(evening.IsStale(seen, LengthChanged, "B", seconds: 60));
        seen = evening.Life.Version;
        evening.Give(Advanced);
        Assert.True(evening.IsStale(seen, Advanced));
        Assert.True(evening.IsStale(seen, TimeAdded, seconds: 60));
        Assert.False(evening.IsStale(seen, TimeAdded, "A", seconds: 60));
        Assert.True(evening.IsStale(seen + 5, Advanced));
    }

    [Fact]
    public void A_step_on_which_a_later_one_rests_is_not_taken_back_and_the_refusal_says_why()
    {
        var evening = PlayedEvening.Started(600, 600, 600);
        evening.Give(Advanced);
        evening.Give(ClockStarted, seconds: 60, clock: EveningClockKind.Speaker);
        Assert.Equal("Since then: the speaker clock was started. Take that back first.", evening.Give(Undone, undoes: 2)!.Fix);
        Assert.Null(evening.Give(Undone, undoes: 3));
        Assert.Null(evening.Give(Undone, undoes: 2));
        Assert.Equal("A", evening.Life.Now!.Title);
        Assert.Equal("It has been taken back already.", evening.Give(Undone, undoes: 2)!.Fix);
    }

    [Fact]
    public void An_inserted_item_that_was_used_cannot_be_taken_back_and_control_is_not_given_back()
    {
        var evening = PlayedEvening.Started(600, 600);
        evening.Give(Inserted, seconds: 30, text: "x");
        evening.Give(TimeAdded, "x", seconds: 30);
        Assert.Contains("time was added", evening.Give(Undone, undoes: 2)!.Fix, StringComparison.Ordinal);
        evening.Give(RollCallStarted, figures: new Dictionary<Guid, int>());
        Assert.Contains("frozen", evening.Give(Undone, undoes: 4)!.Fix, StringComparison.Ordinal);
        Assert.Equal(3, EveningUndo.Last(evening.Steps)!.Version);
    }

    [Fact]
    public void An_institution_is_called_once_and_can_be_taken_back()
    {
        var church = Guid.NewGuid();
        var evening = PlayedEvening.Started(600);
        Assert.NotNull(evening.Give(InstitutionCalled, subject: church));
        evening.Give(RollCallStarted, figures: new Dictionary<Guid, int> { [church] = 40 });
        Assert.Null(evening.Give(InstitutionCalled, subject: church));
        Assert.Equal("It has been called.", evening.Give(InstitutionCalled, subject: church)!.Fix);
        Assert.Null(evening.Give(InstitutionUncalled, subject: church));
        Assert.Empty(evening.Life.RollCall!.Called);
        Assert.Equal("subjectId", evening.Give(InstitutionCalled, subject: Guid.NewGuid())!.Field);
    }

    [Fact]
    public void A_message_takes_the_place_of_the_one_before_it_and_clearing_all_clears_every_timer()
    {
        var evening = PlayedEvening.Started(600);
        evening.Give(MessageShown, text: "Wrap up");
        evening.Give(MessageShown, text: "Stop");
        Assert.Equal(["Stop"], evening.Life.Messages.Select(m => m.Text));
        evening.Give(MessageCleared);
        Assert.Empty(evening.Life.Messages);
    }

    [Theory]
    [InlineData(DeviceRole.Timekeeper, "length_changed, time_added, clock_started, clock_paused, clock_resumed, clock_extended, clock_stopped, message_shown, message_cleared, undone")]
    [InlineData(DeviceRole.StageManager, "skipped, restored, length_changed, time_added, moved, inserted, words_read, words_unread, institution_called, institution_uncalled, roll_call_ordered, message_shown, message_cleared, undone")]
    [InlineData(null, "skipped, restored, length_changed, time_added, moved, inserted")]
    [InlineData(DeviceRole.Scribe, "")]
    [InlineData(DeviceRole.Projector, "")]
    [InlineData(DeviceRole.StageTimer, "")]
    public void Each_role_gives_its_own_steps_and_the_chair_all(DeviceRole? role, string steps)
    {
        Assert.Equal(steps, string.Join(", ", Enum.GetValues<EveningStepKind>().Where(s => EveningRoles.May(role, s)).Select(Assemblies.Wire.WireFormat.Word)));
        Assert.All(Enum.GetValues<EveningStepKind>(), s => Assert.True(EveningRoles.May(DeviceRole.Chair, s)));
        Assert.Equal(role is null, EveningRoles.MayCutAnything(role));
    }
}
