using System.Globalization;
using System.Text.RegularExpressions;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>An item's length as people write it.</summary>
public static partial class PlannedLength
{
    /// <summary>The longest item: 4 hours, in seconds. More is a slip of the keyboard.</summary>
    public const int Longest = 4 * 60 * 60;

    /// <summary>What to write, for whoever wrote something else.</summary>
    public const string Fix = "Write the length in minutes, or minutes and seconds, for example 5 or 5:30, at most 240 minutes.";

    /// <summary>Seconds of "5", "5:30", "5 min", "5 min 30 s", "90 s" or "1:05:00"; null for anything else, and for no length or too long a one.</summary>
    public static int? Read(string? text)
    {
        var match = Shape().Match(text?.Trim() ?? "");
        if (!match.Success)
            return null;
        var seconds = Part(match, "h") * 3_600L + Part(match, "m") * 60L + Part(match, "s");
        return seconds is > 0 and <= Longest ? (int)seconds : null;
    }

    /// <summary>For a field or a cell, so that <see cref="Read"/> reads it again: <c>5</c>, <c>5 min 30 s</c>.</summary>
    /// <remarks>Not <c>5:30</c>: a spreadsheet program would take it for half past five.</remarks>
    public static string ForCell(int seconds) => seconds % 60 == 0 ? $"{seconds / 60}" : InWords(seconds);

    /// <summary>For reading in a column: <c>5:00</c>, <c>105:30</c>.</summary>
    public static string AsClock(int seconds) => $"{seconds / 60}:{seconds % 60:00}";

    /// <summary>For a sentence: <c>5 min</c>, <c>5 min 30 s</c>, <c>45 s</c>.</summary>
    public static string InWords(int seconds) =>
        seconds % 60 == 0 ? $"{seconds / 60} min" : seconds < 60 ? $"{seconds} s" : $"{seconds / 60} min {seconds % 60} s";

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    // Bare digits are minutes; with colons the last is seconds; with words each says what it is.
    [GeneratedRegex(
        @"^(?:(?<m>\d{1,3})|(?<m>\d{1,3}):(?<s>[0-5]\d)|(?<h>\d{1,2}):(?<m>[0-5]\d):(?<s>[0-5]\d)"
        + @"|(?:(?<m>\d{1,3})\s*(?:m|min|mins|minute|minutes|['’′])\.?)?\s*(?:(?<s>\d{1,5})\s*(?:s|sec|secs|second|seconds|[""”″])\.?)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
