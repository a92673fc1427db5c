using System.Globalization;

namespace Assemblies.Testimony;

/// <summary>Lengths as people say them: minutes and seconds, <c>3:30</c>.</summary>
public static class SpeakingTime
{
    /// <summary>For example <c>3:05</c>.</summary>
    public static string Text(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    /// <summary>Seconds from <c>3:30</c>, or from whole minutes, <c>3</c>; null when it is neither.</summary>
    public static int? Seconds(string typed)
    {
        var parts = typed.Trim().Split(':');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 600)
            return null;
        if (parts.Length == 1)
            return minutes * 60;
        return parts[1].Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 60
            ? minutes * 60 + seconds
            : null;
    }
}
