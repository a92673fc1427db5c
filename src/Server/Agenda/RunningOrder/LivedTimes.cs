using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Rules;
using NodaTime;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>The evening laid along the clock as it is lived: what is over when it was, what is to come when it is expected.</summary>
internal static class LivedTimes
{
    /// <param name="life">An evening that has begun.</param>
    /// <param name="now">Now, by the server.</param>
    /// <returns>One for each item, in their order. What is skipped, and what was never reached, takes no time.</returns>
    public static IReadOnlyList<PlannedTime> Of(EveningLife life, Instant now)
    {
        var times = new List<PlannedTime>();
        var at = life.StartedAt!.Value;
        foreach (var item in life.Items)
        {
            times.Add(item.Status switch
            {
                ItemStatus.Done => new(item.BeganAt!.Value, item.OverAt!.Value),
                ItemStatus.Now => new(item.BeganAt!.Value, now + item.LeftAt(now)),
                ItemStatus.Planned when life.Stage != EveningStage.Ended => new(at, at + item.LeftAt(now)),
                _ => new(at, at),
            });
            at = times[^1].End;
        }
        return times;
    }
}
