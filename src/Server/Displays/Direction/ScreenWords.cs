using System.Globalization;
using Assemblies.Wire;

namespace Assemblies.Displays.Direction;

/// <summary>What the organiser reads of a screen.</summary>
internal static class ScreenWords
{
    /// <summary>Lines of the canvas that scenes are laid out on.</summary>
    private const double Lines = 1080;

    public static IReadOnlyList<(string Value, string Text)> Sets { get; } =
        [.. Enum.GetValues<SceneSet>().Select(set => (WireFormat.Word(set), $"{Name(set)}: {Task(set)}"))];

    public static IReadOnlyList<(string Value, string Text)> Themes { get; } =
        [(WireFormat.Word(ScreenTheme.Dark), "Dark, for a dark hall"), (WireFormat.Word(ScreenTheme.Light), "Light, for a lit hall")];

    public static string Name(SceneSet set) => set switch
    {
        SceneSet.Overflow => "Overflow room",
        SceneSet.Stream => "Stream overlay",
        _ => set.ToString(),
    };

    public static string Name(ScreenTheme theme) => theme.ToString();

    public static string Metres(double? metres) => metres is { } some ? $"{some.ToString("0.##", CultureInfo.InvariantCulture)} m" : "–";

    /// <summary>How large the smallest letters are.</summary>
    public static string Letters(double? imageHeight, double? farthestSeat) => Legibility.XHeight(imageHeight, farthestSeat) is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"A small letter (x) is at least {Math.Ceiling(share * Lines):0} of the picture's {Lines:0} lines high{(TooFar(imageHeight, farthestSeat) is null ? ", so that the farthest seat can read it" : "")}.")
        : "Both are needed to size the letters. Without them letters are made for a deep hall, and long texts take more pages than yours may need.";

    /// <summary>What an organiser can do about seats from which nothing can be read; null where there are none.</summary>
    public static string? TooFar(double? imageHeight, double? farthestSeat) =>
        imageHeight is { } height && farthestSeat is { } seat && seat > Legibility.ReadableFrom(height)
            ? string.Create(CultureInfo.InvariantCulture, $"Letters are as large as they get: they can be read from up to {Math.Floor(Legibility.ReadableFrom(height)):0} m. Seats beyond that need a second screen, or a picture at least {Math.Ceiling(Legibility.ImageHeightFor(seat) * 10) / 10:0.#} m high.")
            : null;

    private static string Task(SceneSet set) => set switch
    {
        SceneSet.Hall => "what the running order and the stage manager say",
        SceneSet.Overflow => "the same, and never nothing",
        SceneSet.Foyer => "arrivals, what is on, answers so far",
        SceneSet.Stream => "the same on a transparent ground, names as agreed for the stream",
        SceneSet.Stage => "the words of the asks, and what comes next",
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };
}
