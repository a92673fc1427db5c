namespace Assemblies.Displays.Direction;

/// <summary>
/// How large letters must be so that the farthest seat can read them: AVIXA DISCAS for reading at leisure (live.md, rule 22), which is a lower-case x of a two hundredth of the
/// distance. Nothing else knows: screens are sent the result.
/// </summary>
public static class Legibility
{
    /// <summary>A lower-case letter can be read from so many times its height.</summary>
    private const double PerXHeight = 200;

    /// <summary>In heights of the picture. Nobody's eyes need less room, however near the seats: with smaller letters a page is a document, not a screen.</summary>
    private const double Nearest = 4.44;

    /// <summary>In heights of the picture. With letters for it two lines of ten characters still fit: a deeper hall needs a larger picture, not a larger letter.</summary>
    private const double Farthest = 22;

    /// <summary>The least height of a lower-case x as a share of the picture; null where the hall was not measured. Of 30 m before a picture of 2.25 m: 0.067, 72 of 1,080 lines.</summary>
    public static double? XHeight(double? imageHeight, double? farthestSeat) =>
        imageHeight is { } height && farthestSeat is { } seat ? Math.Clamp(seat / height, Nearest, Farthest) / PerXHeight : null;

    /// <summary>From how far a picture can be read when its letters are as large as they get, in metres.</summary>
    public static double ReadableFrom(double imageHeight) => imageHeight * Farthest;

    /// <summary>How high a picture must be for a seat, in metres.</summary>
    public static double ImageHeightFor(double seat) => seat / Farthest;
}
