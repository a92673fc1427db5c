using NodaTime;

namespace Assemblies.Commitments.Rules;

/// <summary>How a commitment stands to its date (record.md, section 3, axis C).</summary>
public enum TimelinessKind
{
    NoDate,
    DueIn,
    DueToday,
    Overdue,

    /// <summary>Overdue by more than 90 days.</summary>
    LongOverdue,

    MetOn,
}

/// <summary>Axis C: computed whenever somebody looks, never stored, on calendar dates in the assembly's time zone.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Days">Days to go, or days late; 0 where neither makes sense.</param>
/// <param name="MetOn">met_on: the day.</param>
public sealed record Timeliness(TimelinessKind Kind, int Days = 0, LocalDate? MetOn = null)
{
    /// <summary>More days late than these are long overdue.</summary>
    public const int LongDays = 90;

    /// <param name="due">When it is due; null for no date given.</param>
    /// <param name="today">Today, in the assembly's time zone.</param>
    /// <param name="metOn">When "kept if" was met; null while it is not.</param>
    public static Timeliness Of(LocalDate? due, LocalDate today, LocalDate? metOn) => (due, metOn) switch
    {
        (var date, { } met) => new(TimelinessKind.MetOn, date is { } promised ? Math.Max(0, Between(promised, met)) : 0, met),
        (null, null) => new(TimelinessKind.NoDate),
        ({ } date, null) => Between(date, today) switch
        {
            < 0 and var left => new(TimelinessKind.DueIn, -left),
            0 => new(TimelinessKind.DueToday),
            > LongDays and var late => new(TimelinessKind.LongOverdue, late),
            var late => new(TimelinessKind.Overdue, late),
        },
    };

    /// <summary>Whole days from one calendar date to another.</summary>
    public static int Between(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
