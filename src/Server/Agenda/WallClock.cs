using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Agenda;

/// <summary>An assembly's times as people read them: its own wall clock, with the zone where it may be read elsewhere.</summary>
public static class WallClock
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly LocalDatePattern Days = LocalDatePattern.Create("d MMMM yyyy", English);
    private static readonly LocalDatePattern Weekdays = LocalDatePattern.Create("dddd d MMMM yyyy", English);
    private static readonly LocalDateTimePattern Evenings = LocalDateTimePattern.Create("dddd d MMMM yyyy, HH:mm", English);
    private static readonly LocalDateTimePattern Moments = LocalDateTimePattern.Create("d MMMM yyyy, HH:mm", English);
    private static readonly LocalDateTimePattern ShortDays = LocalDateTimePattern.Create("d MMM, HH:mm", English);
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.Create("HH:mm", English);
    private static readonly OffsetDateTimePattern Machines = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>");

    /// <summary>For example <c>12 June 2027</c>.</summary>
    public static string Day(LocalDate day) => Days.Format(day);

    /// <summary>For example <c>Thursday 1 October 2026</c>.</summary>
    public static string Weekday(LocalDateTime at) => Weekdays.Format(at.Date);

    /// <summary>For example <c>18:30</c>.</summary>
    public static string Time(LocalDateTime at) => Times.Format(at);

    /// <summary>An instant on the assembly's wall clock, for example <c>18:30</c>.</summary>
    public static string Time(this AccountabilityAssembly assembly, Instant at) => Time(at.InZone(Zone(assembly)).LocalDateTime);

    /// <summary>An instant on the assembly's wall clock, for example <c>1 Oct, 18:30</c>.</summary>
    public static string DayAndTime(this AccountabilityAssembly assembly, Instant at) => ShortDays.Format(at.InZone(Zone(assembly)).LocalDateTime);

    /// <summary>For example <c>Thursday 1 October 2026, 19:00 BST</c>.</summary>
    public static string InWords(this AccountabilityAssembly assembly, LocalDateTime at)
    {
        var zoned = Zone(assembly).AtLeniently(at);
        return $"{Evenings.Format(at)} {Zone(assembly).GetZoneInterval(zoned.ToInstant()).Name}";
    }

    /// <summary>An instant on the assembly's wall clock, to be read years later, for example <c>1 October 2026, 19:42 BST</c>.</summary>
    public static string InWords(this AccountabilityAssembly assembly, Instant at)
    {
        var zoned = at.InZone(Zone(assembly));
        return $"{Moments.Format(zoned.LocalDateTime)} {zoned.GetZoneInterval().Name}";
    }

    /// <summary>For the <c>datetime</c> of an HTML time element.</summary>
    public static string ForMachines(this AccountabilityAssembly assembly, LocalDateTime at) =>
        Machines.Format(Zone(assembly).AtLeniently(at).ToOffsetDateTime());

    private static DateTimeZone Zone(AccountabilityAssembly assembly) => DateTimeZoneProviders.Tzdb[assembly.TimeZone];
}
