using NodaTime;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>What a plan says about the finish, in words for the organiser.</summary>
public static class FinishWords
{
    /// <summary>For a card: <c>105 min planned, 7 min to spare</c>.</summary>
    public static string ForCard(Timetable timetable) => $"{Minutes(timetable.Planned)} planned, " + (timetable.Spare switch
    {
        var spare when spare > Duration.Zero => $"{Minutes(spare)} to spare",
        var spare when spare < Duration.Zero => $"{Minutes(-spare)} too long",
        _ => "nothing to spare",
    });

    /// <summary>For the running order's own page: <c>Ends 20:38, 7 min before the hard end.</c></summary>
    public static string Of(AccountabilityAssembly assembly, PlannedEvening evening) => evening.SpareSeconds switch
    {
        > 0 => $"Ends {assembly.Time(evening.EndsAt)}, {PlannedLength.InWords(evening.SpareSeconds)} before the hard end.",
        0 => $"Ends {assembly.Time(evening.EndsAt)}, exactly at the hard end.",
        _ => $"Ends {assembly.Time(evening.EndsAt)}, {PlannedLength.InWords(-evening.SpareSeconds)} after the hard end.",
    };

    /// <summary>What to do about a plan that leaves nothing to spare; null where there is something.</summary>
    public static string? Advice(PlannedEvening evening) => evening.SpareSeconds switch
    {
        > 0 => null,
        0 => "Nothing may run over. Plan a few minutes less than you have.",
        var over when evening.CuttableSeconds > -over =>
            $"Shorten or remove items: those that may be cut have {PlannedLength.InWords(evening.CuttableSeconds)} together.",
        _ => "Not even without everything that may be cut would it fit: shorten what must not be cut, start earlier, or move the hard end.",
    };

    private static string Minutes(Duration length) => PlannedLength.InWords((int)length.TotalSeconds);
}
