using Assemblies.Agenda.Evening;
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
    public static string Of(AccountabilityAssembly assembly, PlannedEvening evening) => $"{Verb(evening)} {assembly.Time(evening.EndsAt)}, " + (evening.SpareSeconds switch
    {
        > 0 => $"{PlannedLength.InWords(evening.SpareSeconds)} before the hard end.",
        0 => "exactly at the hard end.",
        _ => $"{PlannedLength.InWords(-evening.SpareSeconds)} after the hard end.",
    });

    /// <summary>How an evening goes against its plan: <c>6 min late</c>, <c>on time</c>. Less than a minute is on time.</summary>
    public static string OfDrift(int seconds) => Math.Abs(seconds) < 60 ? "on time" : $"{Math.Abs(seconds) / 60} min {(seconds > 0 ? "late" : "early")}";

    private static string Verb(PlannedEvening evening) => evening.Lived?.Stage switch
    {
        null => "Ends",
        EveningStage.Ended => "Ended",
        EveningStage.Paused => "If it went on now, it would end",
        _ => "Will end",
    };

    /// <summary>What to do about a plan that leaves nothing to spare; null where there is something.</summary>
    public static string? Advice(PlannedEvening evening) => evening.SpareSeconds switch
    {
        _ when evening.Lived?.Stage == EveningStage.Ended => null,
        > 0 => null,
        <= 0 when evening.Lived is not null && evening.CuttableSeconds > -evening.SpareSeconds =>
            $"Shorten or skip items: those to come that may be cut have {PlannedLength.InWords(evening.CuttableSeconds)} together.",
        < 0 when evening.Lived is not null => "Not even without everything that may be cut would it be in time: shorten what must not be cut, or tell the hall.",
        0 => "Nothing may run over. Plan a few minutes less than you have.",
        var over when evening.CuttableSeconds > -over =>
            $"Shorten or remove items: those that may be cut have {PlannedLength.InWords(evening.CuttableSeconds)} together.",
        _ => "Not even without everything that may be cut would it fit: shorten what must not be cut, start earlier, or move the hard end.",
    };

    private static string Minutes(Duration length) => PlannedLength.InWords((int)length.TotalSeconds);
}
