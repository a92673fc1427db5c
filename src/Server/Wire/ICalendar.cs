using System.Globalization;
using System.Text;
using NodaTime;

namespace Assemblies.Wire;

/// <summary>One whole day in a calendar.</summary>
/// <param name="Uid">What it is known by for ever: a calendar that reads it again changes it and makes no second one.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">What people read on that day.</param>
/// <param name="Description">More of it.</param>
/// <param name="Address">Where to go on.</param>
/// <param name="Sequence">How often it was changed.</param>
internal sealed record CalendarDay(string Uid, LocalDate Day, string Summary, string Description, string Address, int Sequence);

/// <summary>Calendars as RFC 5545 wants them: lines of at most 75 octets, texts escaped, whole days without a time zone.</summary>
internal static class ICalendar
{
    private const int LongestLine = 75;

    /// <param name="name">What the calendar is called.</param>
    /// <param name="days">The days.</param>
    /// <param name="at">When it is written.</param>
    public static string Write(string name, IEnumerable<CalendarDay> days, Instant at)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(name, days, at.ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)))
            Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(string name, IEnumerable<CalendarDay> days, string stamp)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//Assembly//Follow-up//EN";
        yield return "CALSCALE:GREGORIAN";
        yield return $"X-WR-CALNAME:{Escape(name)}";
        yield return "REFRESH-INTERVAL;VALUE=DURATION:PT12H";
        foreach (var day in days)
        {
            yield return "BEGIN:VEVENT";
            yield return $"UID:{Escape(day.Uid)}";
            yield return $"DTSTAMP:{stamp}";
            yield return $"DTSTART;VALUE=DATE:{Date(day.Day)}";
            // The end is the first day that it does not last.
            yield return $"DTEND;VALUE=DATE:{Date(day.Day.PlusDays(1))}";
            yield return $"SEQUENCE:{day.Sequence.ToString(CultureInfo.InvariantCulture)}";
            yield return $"SUMMARY:{Escape(day.Summary)}";
            yield return $"DESCRIPTION:{Escape(day.Description)}";
            yield return $"URL:{day.Address}";
            yield return "TRANSP:TRANSPARENT";
            yield return "END:VEVENT";
        }
        yield return "END:VCALENDAR";
    }

    private static string Date(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // The blank that begins a continued line counts, and no letter is torn apart.
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
