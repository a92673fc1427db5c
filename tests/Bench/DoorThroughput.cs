using System.Diagnostics;

namespace Assemblies.Bench;

/// <summary>Durable check-ins a second: through the hub and in batches, against raw SQLite one by one and grouped, in the same run.</summary>
internal static class DoorThroughput
{
    private const int Warmup = 500;

    public static async Task RunAsync(int callers, int scans, int repetitions)
    {
        var peers = new (string Name, Func<Task<double>> Run)[]
        {
            ("raw SQLite, one by one", () => RawAsync(scans, raw =>
            {
                raw.OneByOne(scans);
                return Task.CompletedTask;
            })),
            ("raw SQLite, grouped", () => RawAsync(scans, raw => raw.GroupedAsync(callers, scans))),
            ("door hub", () => OursAsync(scans, (doors, from, count) => doors.ThroughHubAsync(callers, from, count))),
            ("batches of 100 over HTTP", () => OursAsync(scans, (doors, from, count) => doors.ThroughBatchesAsync(callers, from, count))),
        };
        var rates = peers.ToDictionary(p => p.Name, _ => new List<double>());
        for (var repetition = 0; repetition < repetitions; repetition++)
            for (var i = 0; i < peers.Length; i++)
            {
                var peer = peers[(i + repetition) % peers.Length];
                rates[peer.Name].Add(await peer.Run());
            }

        var floor = rates["raw SQLite, grouped"];
        var single = rates["raw SQLite, one by one"];
        Console.WriteLine($"Durable check-ins a second, {callers} callers (grouped floor max/min {floor.Max() / floor.Min():0.00}; above 1.50 the run does not count)");
        Console.WriteLine($"  {"",-28}{"per second",12}{"÷ grouped",12}{"÷ one by one",14}");
        foreach (var (name, own) in rates)
            Console.WriteLine($"  {name,-28}{Median(own),12:N0}{Ratio(own, floor),12:0.00}{Ratio(own, single),14:0.00}");
        Console.WriteLine();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static double Ratio(List<double> own, List<double> other) => Median(own.Zip(other, (a, b) => a / b));

    private static async Task<double> RawAsync(int rows, Func<RawSqlite, Task> run)
    {
        using var raw = new RawSqlite();
        await raw.GroupedAsync(30, Warmup);
        return await PerSecondAsync(rows, () => run(raw));
    }

    private static async Task<double> OursAsync(int scans, Func<Doors, int, int, Task> run)
    {
        await using var doors = await Doors.OpenAsync(Warmup + scans);
        await run(doors, 0, Warmup);
        return await PerSecondAsync(scans, () => run(doors, Warmup, scans));
    }

    private static async Task<double> PerSecondAsync(int count, Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
