using Assemblies.Commitments.Rules;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Axis C, on calendar dates: no clock, no hours, no time zone but the assembly's.</summary>
public sealed class TimelinessTests
{
    private static readonly LocalDate Due = new(2028, 2, 29);

    [Fact]
    public void Without_a_date_nothing_is_late() => Assert.Equal(new Timeliness(TimelinessKind.NoDate), Timeliness.Of(null, Due, null));

    [Theory]
    [InlineData(-366, TimelinessKind.DueIn, 366)]
    [InlineData(-1, TimelinessKind.DueIn, 1)]
    [InlineData(0, TimelinessKind.DueToday, 0)]
    [InlineData(1, TimelinessKind.Overdue, 1)]
    [InlineData(90, TimelinessKind.Overdue, 90)]
    [InlineData(91, TimelinessKind.LongOverdue, 91)]
    public void Days_are_counted_from_the_due_date_a_leap_day_included(int later, TimelinessKind kind, int days) =>
        Assert.Equal(new Timeliness(kind, days), Timeliness.Of(Due, Due.PlusDays(later), null));

    [Theory]
    [InlineData(-10, 0)]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    public void What_was_met_stays_met_and_says_how_late(int metLater, int late) =>
        Assert.Equal(new Timeliness(TimelinessKind.MetOn, late, Due.PlusDays(metLater)), Timeliness.Of(Due, Due.PlusDays(900), Due.PlusDays(metLater)));

    [Fact]
    public void What_had_no_date_is_met_without_being_late() =>
        Assert.Equal(new Timeliness(TimelinessKind.MetOn, 0, Due), Timeliness.Of(null, Due, Due));

    // Where the clocks change the days have 23 and 25 hours; they stay one day each.
    [Theory]
    [InlineData("Europe/London", 2027, 3, 28)]
    [InlineData("America/New_York", 2026, 11, 1)]
    [InlineData("Pacific/Apia", 2027, 1, 1)]
    public void A_day_is_a_day_of_the_assembly_also_when_the_clocks_change(string zone, int year, int month, int day)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var due = new LocalDate(year, month, day);
        var (first, last) = (due.AtStartOfDayInZone(tz).ToInstant(), due.PlusDays(1).AtStartOfDayInZone(tz).ToInstant() - Duration.FromMilliseconds(1));
        foreach (var moment in new[] { first, last })
            Assert.Equal(TimelinessKind.DueToday, Timeliness.Of(due, moment.InZone(tz).Date, null).Kind);
        Assert.Equal(new Timeliness(TimelinessKind.Overdue, 1), Timeliness.Of(due, (last + Duration.FromMilliseconds(1)).InZone(tz).Date, null));
        Assert.Equal(new Timeliness(TimelinessKind.DueIn, 1), Timeliness.Of(due, (first - Duration.FromMilliseconds(1)).InZone(tz).Date, null));
    }

    [Fact]
    public void A_day_later_it_is_a_day_later() => Prop.ForAll<int, int>((from, offset) =>
    {
        var due = new LocalDate(2000, 1, 1).PlusDays(Math.Abs(from % 40_000));
        var today = due.PlusDays(offset % 2_000);
        return Signed(Timeliness.Of(due, today.PlusDays(1), null)) == Signed(Timeliness.Of(due, today, null)) + 1;
    }).QuickCheckThrowOnFailure();

    private static int Signed(Timeliness time) => time.Kind == TimelinessKind.DueIn ? -time.Days : time.Days;
}
