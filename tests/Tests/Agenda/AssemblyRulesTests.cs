using Assemblies.Agenda;
using NodaTime;

namespace Assemblies.Tests.Agenda;

public sealed class AssemblyRulesTests
{
    private static readonly AssemblyCommand London = AssemblyApiTests.London;

    [Fact]
    public void A_good_plan_has_no_problems() => Assert.Empty(AssemblyRules.Problems(London));

    [Fact]
    public void An_hour_that_the_clocks_skip_is_refused_and_the_gap_is_named()
    {
        var plan = London with
        {
            Doors = new LocalDateTime(2026, 3, 29, 0, 30),
            Start = new LocalDateTime(2026, 3, 29, 1, 30),
            HardEnd = new LocalDateTime(2026, 3, 29, 3, 0),
        };

        var problem = Assert.Single(AssemblyRules.Problems(plan));

        Assert.Equal("start", problem.Field);
        Assert.Contains("01:30 does not exist", problem.Fix, StringComparison.Ordinal);
        Assert.Contains("from 01:00 to 02:00", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void An_hour_that_comes_twice_is_accepted() => Assert.Empty(AssemblyRules.Problems(London with
    {
        Doors = new LocalDateTime(2026, 10, 25, 1, 30),
        Start = new LocalDateTime(2026, 10, 25, 2, 30),
        HardEnd = new LocalDateTime(2026, 10, 25, 4, 0),
    }));

    [Fact]
    public void Doors_may_open_at_the_start_but_not_after_it()
    {
        Assert.Empty(AssemblyRules.Problems(London with { Doors = London.Start }));
        Assert.Equal(["start"], AssemblyRules.Problems(London with { Doors = London.Start!.Value.PlusMinutes(1) }).Select(p => p.Field));
    }

    [Fact]
    public void The_end_comes_after_the_start_and_within_a_day()
    {
        Assert.Equal(["hardEnd"], AssemblyRules.Problems(London with { HardEnd = London.Start }).Select(p => p.Field));
        Assert.Equal(["hardEnd"], AssemblyRules.Problems(London with { HardEnd = London.HardEnd!.Value.PlusDays(1) }).Select(p => p.Field));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void A_room_holds_somebody_and_is_no_stadium_of_typing_errors(int capacity) =>
        Assert.Equal(["roomCapacity"], AssemblyRules.Problems(London with { RoomCapacity = capacity }).Select(p => p.Field));

    [Theory]
    [InlineData("London Assembly", "london-assembly-2026-10-01")]
    [InlineData("  People's   Action!  ", "peoples-action-2026-10-01")]
    [InlineData("Łódź & Straße", "lodz-and-strasse-2026-10-01")]
    [InlineData("اجتماع", "assembly-2026-10-01")]
    public void An_address_is_plain_whatever_the_title(string title, string slug) =>
        Assert.Equal(slug, AssemblyRules.SlugOf(title, new LocalDate(2026, 10, 1)));
}
