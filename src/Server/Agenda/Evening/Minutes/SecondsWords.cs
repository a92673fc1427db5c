using System.Globalization;

namespace Assemblies.Agenda.Evening.Minutes;

/// <summary>Lengths as people read them.</summary>
public static class SecondsWords
{
    /// <summary>For example <c>6:05</c>: minutes and seconds.</summary>
    public static string Length(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    /// <summary>For example <c>+1:20</c> or <c>−0:30</c>; <c>0:00</c> for nothing.</summary>
    public static string Difference(int seconds) => seconds == 0 ? "0:00" : $"{(seconds < 0 ? "−" : "+")}{Length(Math.Abs(seconds))}";

    /// <summary>For example <c>12 min later than planned</c>.</summary>
    public static string Late(int seconds) => Math.Abs(seconds) < 30 ? "on time"
        : $"{Math.Round(Math.Abs(seconds) / 60.0, MidpointRounding.AwayFromZero):0} min {(seconds > 0 ? "later" : "earlier")} than planned";
}
