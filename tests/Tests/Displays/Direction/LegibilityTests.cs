using Assemblies.Displays.Direction;

namespace Assemblies.Tests.Displays.Direction;

/// <summary>live.md, rule 22: how large letters are in a hall, and from where even the largest cannot be read. Pure.</summary>
public sealed class LegibilityTests
{
    [Theory]
    [InlineData(10, 24), InlineData(20, 48), InlineData(30, 72), InlineData(40, 96)]
    public void Letters_grow_with_the_farthest_seat(double seat, int lines) =>
        Assert.Equal(lines, Math.Round(Legibility.XHeight(2.25, seat)!.Value * 1_080));

    [Fact]
    public void A_larger_picture_needs_smaller_letters_in_proportion() =>
        Assert.Equal(Legibility.XHeight(2.25, 20)!.Value, Legibility.XHeight(4.5, 40)!.Value, 12);

    [Theory, InlineData(null, null), InlineData(2.25, null), InlineData(null, 30.0)]
    public void A_hall_that_nobody_measured_has_no_measure(double? height, double? seat) => Assert.Null(Legibility.XHeight(height, seat));

    [Theory, InlineData(1, 24), InlineData(300, 119)]
    public void No_hall_is_so_small_or_so_deep_that_the_picture_falls_apart(double seat, int lines) =>
        Assert.Equal(lines, Math.Round(Legibility.XHeight(2.25, seat)!.Value * 1_080));

    [Theory, InlineData(49.4, true), InlineData(49.6, false)]
    public void From_where_letters_stop_growing_they_are_too_small_and_not_before(double seat, bool isReadable)
    {
        Assert.Equal(isReadable, Legibility.XHeight(2.25, seat)!.Value * 2.25 * 200 >= seat);
        Assert.Equal(isReadable, seat <= Legibility.ReadableFrom(2.25));
        Assert.Equal(isReadable, ScreenWords.TooFar(2.25, seat) is null);
    }

    [Fact]
    public void A_picture_as_high_as_is_advised_can_be_read_from_the_seat_it_is_advised_for() =>
        Assert.Equal(80, Legibility.ReadableFrom(Legibility.ImageHeightFor(80)), 9);

    [Theory]
    [InlineData(2.25, 30.0, "A small letter (x) is at least 72 of the picture's 1080 lines high, so that the farthest seat can read it.", null)]
    [InlineData(4.0, 8.0, "A small letter (x) is at least 24 of the picture's 1080 lines high, so that the farthest seat can read it.", null)]
    [InlineData(2.25, 80.0, "A small letter (x) is at least 119 of the picture's 1080 lines high.",
        "Letters are as large as they get: they can be read from up to 49 m. Seats beyond that need a second screen, or a picture at least 3.7 m high.")]
    [InlineData(1.0, 22.0, "A small letter (x) is at least 119 of the picture's 1080 lines high, so that the farthest seat can read it.", null)]
    public void An_organiser_reads_it_in_plain_words(double height, double seat, string letters, string? tooFar)
    {
        Assert.Equal(letters, ScreenWords.Letters(height, seat));
        Assert.Equal(tooFar, ScreenWords.TooFar(height, seat));
    }
}
