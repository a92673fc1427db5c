using System.Globalization;
using System.Text.RegularExpressions;
using Assemblies.Displays.Direction;
using Assemblies.Wire;

namespace Assemblies.Displays.Look;

/// <summary>Whether a colour can be seen on the grounds of the two themes: WCAG 2.2, relative luminance and contrast ratio.</summary>
internal static partial class Contrast
{
    /// <summary>What is seen and not read needs so much (WCAG 2.2, 1.4.11). Where the colour is under words, the screens move it further.</summary>
    public const double Least = 3;

    private static readonly (ScreenTheme Theme, string Colour)[] Grounds = [(ScreenTheme.Dark, "#0a101c"), (ScreenTheme.Light, "#fbfaf6")];

    /// <summary>Whether it is written <c>#rrggbb</c>.</summary>
    public static bool IsColour(string text) => Hex().IsMatch(text);

    /// <summary>Where the colour is hard to see; empty where it is not.</summary>
    public static IEnumerable<Problem> Notes(string field, string? colour) => colour is null ? [] : Grounds
        .Select(g => (g.Theme, Ratio: Ratio(colour, g.Colour)))
        .Where(g => g.Ratio < Least)
        .Select(g => new Problem(field, string.Create(CultureInfo.InvariantCulture,
            $"{colour} has a contrast of {g.Ratio:0.0}:1 with the ground of the {WireFormat.Word(g.Theme)} theme, and {Least:0}:1 is needed to see a shape: screens with that theme show it {(g.Theme == ScreenTheme.Dark ? "lighter" : "darker")}.")));

    /// <summary>From 1 (the same) to 21 (black and white).</summary>
    public static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Linear(colour, 1)) + (0.7152 * Linear(colour, 3)) + (0.0722 * Linear(colour, 5));

    private static double Linear(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Hex();
}
