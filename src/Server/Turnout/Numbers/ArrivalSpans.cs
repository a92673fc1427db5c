using NodaTime;

namespace Assemblies.Turnout.Numbers;

/// <summary>How many arrived in one span of time.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Arrived">People, under-18s included.</param>
public sealed record ArrivalSpan(Instant From, int Arrived);

/// <summary>The arrival curve.</summary>
/// <param name="Minutes">How long each span is.</param>
/// <param name="Spans">From the first arrival to the last, those without arrivals too.</param>
public sealed record ArrivalSpans(int Minutes, IReadOnlyList<ArrivalSpan> Spans)
{
    private const int Usual = 5;

    // Twelve hours of five minutes: one stray scan of the next day must not draw a picture a mile wide.
    private const int Most = 144;

    /// <summary>The curve of arrivals, in spans of five minutes; longer ones where there would be too many.</summary>
    public static ArrivalSpans Of(IReadOnlyList<(Instant At, int Heads)> arrivals)
    {
        if (arrivals.Count == 0)
            return new(Usual, []);
        var (first, last) = (arrivals.Min(a => a.At), arrivals.Max(a => a.At));
        var minutes = Usual;
        while ((last - first).TotalMinutes / minutes >= Most)
            minutes *= 2;
        var width = Duration.FromMinutes(minutes);
        var begin = Floor(first, width);
        var byStart = arrivals.GroupBy(a => Floor(a.At, width)).ToDictionary(g => g.Key, g => g.Sum(a => a.Heads));
        var count = (int)((Floor(last, width) - begin) / width) + 1;
        return new(minutes, [.. Enumerable.Range(0, count).Select(i => begin + width * i).Select(from => new ArrivalSpan(from, byStart.GetValueOrDefault(from)))]);
    }

    private static Instant Floor(Instant at, Duration width) =>
        Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / (long)width.TotalSeconds * (long)width.TotalSeconds);
}
