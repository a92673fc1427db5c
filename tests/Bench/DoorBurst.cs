using System.Diagnostics;

namespace Assemblies.Bench;

/// <summary>An evening's worst minute: 200 people a second at the doors, and in the middle of it 600 scans from queues that come back.</summary>
internal static class DoorBurst
{
    private const int PerSecond = 200;
    private const int Seconds = 5;
    private const int Queues = 3;
    private const int Queued = 200;
    private const int Devices = 40;
    private const int Warmup = 200;
    private const string Raw = "raw group-commit server";

    public static async Task RunAsync(int repetitions)
    {
        var runs = new Rotation<Burst>([(Raw, RawAsync), ("the door hub", OursAsync)]);
        await runs.RunAsync(repetitions);
        Console.WriteLine($"{PerSecond} scans a second for {Seconds} s and {Queues * Queued} queued ones at once, nobody watching; {runs.Validity(Raw, b => b.P99)}");
        Console.WriteLine($"  {"",-30}{"p50",10}{"p99",10}{"÷ raw",8}{"burst applied in",18}");
        foreach (var (name, own) in runs.Results)
            Console.WriteLine(
                $"  {name,-30}{Rotation.Median(own.Select(b => b.P50)),7:0.0} ms{Rotation.Median(own.Select(b => b.P99)),7:0.0} ms{runs.Ratio(name, Raw, b => b.P99),8:0.00}"
                + $"{Rotation.Median(own.Select(b => b.Applied)),15:0} ms");
        Console.WriteLine("  (budget: p99 ≤ 1.5 × raw; p50 and p99 are of those at the doors, who wait)\n");
    }

    private static async Task<Burst> RawAsync()
    {
        await using var server = await RawServer.StartAsync(stores: true);
        using var peer = new HttpPeer(server.Address, PerSecond);
        return await MeasureAsync(_ => peer.ScanAsync(), _ => peer.BatchAsync(Queued));
    }

    private static async Task<Burst> OursAsync()
    {
        await using var doors = await Doors.OpenAsync(Warmup + PerSecond * Seconds + Queues * Queued, Devices);
        return await MeasureAsync(doors.ScanAsync, device => doors.BatchAsync(device, Queued));
    }

    // Sent by the clock and not by the answers: whoever is kept waiting does not keep the next from coming.
    private static async Task<Burst> MeasureAsync(Func<int, Task> scan, Func<int, Task> queue)
    {
        await Measured.ClosedAsync(Devices, Warmup, 1, (caller, _) => scan(caller));
        var (waits, burst) = (new List<Task<double>>(), Task.FromResult(0.0));
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < PerSecond * Seconds; i++)
        {
            if (i == PerSecond * Seconds / 2)
                burst = TookAsync(() => Task.WhenAll(Enumerable.Range(0, Queues).Select(queue)));
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            var device = i;
            waits.Add(TookAsync(() => scan(device)));
        }
        var took = await Task.WhenAll(waits);
        return new Burst(Percentile.Of(took, 50), Percentile.Of(took, 99), await burst);
    }

    private static Task<double> TookAsync(Func<Task> send) => Task.Run(async () =>
    {
        var sent = Stopwatch.GetTimestamp();
        await send();
        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    });

    private sealed record Burst(double P50, double P99, double Applied);
}
