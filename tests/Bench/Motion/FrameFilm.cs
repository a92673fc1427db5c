
namespace Assemblies.Bench.Motion;

/// <summary>Watches how a page moves: when it could draw, when it was too busy to, and what its main thread did.</summary>
internal sealed class FrameFilm
{
    // Everything is kept in the page and fetched once: whoever watches must not be what is seen.
    private const string Record = """
        () => {
            const film = window.film = { frames: [], tasks: [] };
            new PerformanceObserver(list => list.getEntries().forEach(e => film.tasks.push([e.startTime, e.duration]))).observe({ entryTypes: ['longtask'] });
            const frame = at => { film.frames.push(at); requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
        }
        """;

    private readonly IPage page;
    private readonly ICDPSession inspector;
    private readonly List<(double From, double To)> scenes = [];
    private MainThread busy = new(0, 0, 0);

    private FrameFilm(IPage page, ICDPSession inspector) => (this.page, this.inspector) = (page, inspector);

    public static async Task<FrameFilm> OfAsync(IPage page)
    {
        await page.EvaluateAsync(Record);
        var inspector = await page.Context.NewCDPSessionAsync(page);
        await inspector.SendAsync("Performance.enable");
        return new FrameFilm(page, inspector);
    }

    /// <summary>Films what happens from the first move until so long after it.</summary>
    public async Task ShootAsync(Func<Task> move, int milliseconds)
    {
        var (before, from) = (await MainThreadAsync(), await NowAsync());
        await Task.WhenAll(move(), Task.Delay(milliseconds));
        scenes.Add((from, await NowAsync()));
        busy += await MainThreadAsync() - before;
    }

    public async Task<FrameTimes> DevelopAsync()
    {
        var all = await page.EvaluateAsync<double[]>("() => window.film.frames");
        var tasks = await page.EvaluateAsync<double[][]>("() => window.film.tasks");
        var (intervals, seconds) = (new List<double>(), 0.0);
        foreach (var (from, to) in scenes)
        {
            var frames = all.Where(at => at >= from && at <= to).ToList();
            intervals.AddRange(frames.Zip(frames.Skip(1), (a, b) => b - a));
            seconds += (frames[^1] - frames[0]) / 1_000;
        }
        var slow = tasks.Where(t => scenes.Exists(s => t[0] + t[1] >= s.From && t[0] <= s.To)).Sum(t => t[1]);
        return new FrameTimes(
            intervals.Count / seconds,
            Percentile.Of(intervals, 95),
            Percentile.Of(intervals, 99),
            intervals.Max(),
            Math.Max(0, 1 - intervals.Count / (seconds * 60)),
            slow / scenes.Count,
            busy / scenes.Count);
    }

    private Task<double> NowAsync() => page.EvaluateAsync<double>("() => performance.now()");

    private async Task<MainThread> MainThreadAsync()
    {
        var all = (await inspector.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble() * 1_000);
        return new(all["TaskDuration"], all["ScriptDuration"], all["LayoutDuration"] + all["RecalcStyleDuration"]);
    }
}

/// <param name="PerSecond">Frames a second.</param>
/// <param name="P95">Milliseconds between two frames, 95th percentile.</param>
/// <param name="P99">The same, 99th.</param>
/// <param name="Longest">The longest.</param>
/// <param name="Missed">Share of 60 frames a second that were not drawn.</param>
/// <param name="LongTasks">Milliseconds in tasks of 50 ms and more, for each animation.</param>
/// <param name="Busy">What the main thread did for each animation.</param>
internal sealed record FrameTimes(double PerSecond, double P95, double P99, double Longest, double Missed, double LongTasks, MainThread Busy);

/// <param name="All">Milliseconds that it was busy.</param>
/// <param name="Script">Of them in scripts.</param>
/// <param name="Layout">Of them in styles and layout.</param>
internal sealed record MainThread(double All, double Script, double Layout)
{
    public static MainThread operator +(MainThread a, MainThread b) => new(a.All + b.All, a.Script + b.Script, a.Layout + b.Layout);

    public static MainThread operator -(MainThread a, MainThread b) => new(a.All - b.All, a.Script - b.Script, a.Layout - b.Layout);

    public static MainThread operator /(MainThread a, int by) => new(a.All / by, a.Script / by, a.Layout / by);
}
