using Assemblies.Turnout.Numbers;
using NodaTime;

namespace Assemblies.Tests.Turnout;

public sealed class TurnoutForecastTests
{
    [Fact]
    public void Without_a_history_the_stated_factor_is_used_and_said()
    {
        var forecast = TurnoutForecast.Of(200, []);
        Assert.Equal(176, forecast.People);
        Assert.Contains("88 %", forecast.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void One_earlier_evening_decides_and_is_named()
    {
        var forecast = TurnoutForecast.Of(100, [new(80, 60)]);
        Assert.Equal(75, forecast.People);
        Assert.Equal("75 % of the pledge, as at its last assembly.", forecast.Basis);
    }

    [Fact]
    public void The_latest_evening_counts_most()
    {
        // (1 × 100 + ½ × 50) / (1 × 100 + ½ × 100) = 5/6
        var improving = TurnoutForecast.Of(120, [new(100, 100), new(100, 50)]);
        var declining = TurnoutForecast.Of(120, [new(100, 50), new(100, 100)]);
        Assert.Equal((100, 80), (improving.People, declining.People));
        Assert.Contains("last 2 assemblies", improving.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void An_evening_without_a_pledge_says_nothing_about_pledges() =>
        Assert.Contains("No earlier assembly", TurnoutForecast.Of(10, [new(0, 40)]).Basis, StringComparison.Ordinal);

    [Fact]
    public void A_forecast_above_the_room_says_so() =>
        Assert.Equal("1,480 more than the room holds (7,000).", TurnoutForecast.AgainstRoom(8_480, 7_000));

    [Theory]
    [InlineData(79, RoomLevel.Free), InlineData(80, RoomLevel.Filling), InlineData(90, RoomLevel.NearlyFull), InlineData(99, RoomLevel.NearlyFull)]
    [InlineData(100, RoomLevel.Full), InlineData(130, RoomLevel.Full), InlineData(-3, RoomLevel.Free)]
    public void The_room_warns_at_80_90_and_100_percent(int present, RoomLevel level) => Assert.Equal(level, RoomRules.LevelOf(present, 100));

    [Fact]
    public void The_curve_has_every_span_from_the_first_arrival_to_the_last()
    {
        var six = Instant.FromUtc(2026, 10, 1, 17, 0);
        var curve = ArrivalSpans.Of([(six + Duration.FromMinutes(16), 40), (six + Duration.FromMinutes(1), 1), (six + Duration.FromMinutes(4), 2)]);
        Assert.Equal([3, 0, 0, 40], curve.Spans.Select(s => s.Arrived));
        Assert.Equal(six, curve.Spans[0].From);
    }

    [Fact]
    public void A_stray_arrival_the_day_after_widens_the_spans_instead_of_making_hundreds()
    {
        var six = Instant.FromUtc(2026, 10, 1, 17, 0);
        var curve = ArrivalSpans.Of([(six, 1), (six + Duration.FromDays(1), 1)]);
        Assert.InRange(curve.Spans.Count, 2, 145);
        Assert.Equal(2, curve.Spans.Sum(s => s.Arrived));
    }
}
