using Assemblies.Agenda.Evening.Minutes;
using NodaTime;

namespace Assemblies.Evaluation;

/// <summary>Planned against actual, from the minutes.</summary>
internal static class TimeSpent
{
    /// <summary>The review.</summary>
    /// <param name="minutes">The minutes of the evening.</param>
    /// <param name="start">When the evening was to start.</param>
    public static TimeReview Of(EveningMinutes minutes, Instant start)
    {
        var lived = minutes.Items.Where(i => i.BeganAt is not null).ToList();
        return new TimeReview(
            minutes.StartedAt is { } began ? (int)(began - start).TotalSeconds : null,
            minutes.Drift,
            lived.Sum(i => i.PlannedSeconds),
            lived.Sum(i => i.ActualSeconds),
            minutes.Items,
            [.. minutes.Speeches.GroupBy(s => s.Clock).OrderBy(g => g.Key).Select(g => new SpeechReview(
                g.Key, g.Count(), g.Count(s => s.ActualSeconds > s.PlannedSeconds), g.Sum(s => s.PlannedSeconds), g.Sum(s => s.ActualSeconds)))]);
    }
}
