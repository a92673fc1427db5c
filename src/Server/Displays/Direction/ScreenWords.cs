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

    /// <summary>How large the smallest letters are: AVIXA DISCAS (live.md, rule 22).</summary>
    public static string Legibility(double? imageHeight, double? farthestSeat) => imageHeight is { } height && farthestSeat is { } seat
        ? string.Create(CultureInfo.InvariantCulture, $"A small letter (x) is at least {Math.Ceiling(seat / (height * 200) * Lines):0} of the picture's {Lines:0} lines high, so that the farthest seat can read it.")
        : "Both are needed to size the letters. Without them they are made for a deep hall: a small letter (x) is 6 % of the picture.";

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
