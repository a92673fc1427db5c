using Assemblies.Turnout;
using NodaTime;

namespace Assemblies.Evaluation;

/// <summary>How the doors did: pure functions over the facts of the evening.</summary>
internal static class DoorPerformance
{
    private const int ShownStretches = 10;
    private static readonly Duration Quarter = Duration.FromMinutes(15);
    private static readonly Duration Half = Duration.FromMinutes(30);

    // Not being let in is what these say; the others are answers about something else.
    private static readonly HashSet<ScanOutcome> SentAway =
    [
        ScanOutcome.AlreadyIn, ScanOutcome.Unknown, ScanOutcome.WrongAssembly, ScanOutcome.Revoked, ScanOutcome.Replaced, ScanOutcome.NotOpen, ScanOutcome.Closed,
        ScanOutcome.RoomFullRedirect,
    ];

    /// <summary>The review.</summary>
    /// <param name="arrivals">Who came in.</param>
    /// <param name="scans">All scans.</param>
    /// <param name="start">When the evening was to start.</param>
    /// <param name="device">What people call a device.</param>
    /// <param name="door">What people call a door.</param>
    public static DoorReview Of(
        IReadOnlyList<ArrivalFact> arrivals, IReadOnlyList<ScanFact> scans, Instant start, Func<Guid, string> device, Func<Guid?, string?> door) => new(
        PeakOf(arrivals, Quarter),
        PeakOf(arrivals, Half),
        arrivals.Where(a => a.At > start - Half && a.At <= start).Sum(a => a.Heads),
        [.. arrivals.GroupBy(a => a.Method).OrderBy(g => g.Key).Select(g => new WayIn(g.Key, g.Sum(a => a.Heads)))],
        [.. StretchesOf(scans, device, door).OrderByDescending(s => s.To - s.From).ThenBy(s => s.From).Take(ShownStretches)],
        arrivals.Where(a => a.Offline).Sum(a => a.Heads),
        [.. scans.Where(s => SentAway.Contains(s.Outcome)).GroupBy(s => s.Outcome).Select(g => new RefusalCount(g.Key, g.Count())).OrderByDescending(r => r.Scans).ThenBy(r => r.Outcome)],
        scans.Count(s => s.Forced && DoorRules.LetsPass(s.Outcome)),
        scans.Count(s => s.IsUndo && s.Outcome == ScanOutcome.Undone),
        arrivals.Select(a => a.DeviceId).Distinct().Count());

    /// <summary>The busiest span of a length; the earliest where several are equally busy. Null where nobody arrived.</summary>
    public static ArrivalPeak? PeakOf(IReadOnlyList<ArrivalFact> arrivals, Duration span)
    {
        var inOrder = arrivals.OrderBy(a => a.At).ToList();
        var (first, heads) = (0, 0);
        ArrivalPeak? peak = null;
        for (var last = 0; last < inOrder.Count; last++)
        {
            heads += inOrder[last].Heads;
            // A span of 15 minutes holds 18:00:00 to 18:14:59.
            while (inOrder[last].At - inOrder[first].At >= span)
                heads -= inOrder[first++].Heads;
            if (heads > (peak?.Arrived ?? 0))
                peak = new ArrivalPeak(
                    inOrder[first].At, (int)span.TotalMinutes, heads, inOrder[first..(last + 1)].Select(a => a.DeviceId).Distinct().Count());
        }
        return peak;
    }

    /// <summary>Runs of scans that one device decided by itself; a scan that the server answered in time ends a run.</summary>
    public static IEnumerable<OfflineStretch> StretchesOf(IReadOnlyList<ScanFact> scans, Func<Guid, string> device, Func<Guid?, string?> door)
    {
        foreach (var own in scans.GroupBy(s => s.DeviceId))
        {
            var run = new List<ScanFact>();
            foreach (var scan in own.OrderBy(s => s.DeviceSeq).Append(null))
            {
                if (scan is { Offline: true })
                {
                    run.Add(scan);
                    continue;
                }
                if (run.Count > 0)
                    yield return new OfflineStretch(device(own.Key), door(run[0].DoorId), run.Min(s => s.EffectiveAt), run.Max(s => s.ReceivedAt), run.Count);
                run.Clear();
            }
        }
    }
}
