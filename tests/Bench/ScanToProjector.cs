using System.Diagnostics;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Turnout;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Bench;

/// <summary>From the scan sent at the door to the patch received by a projector, coalescing included.</summary>
internal static class ScanToProjector
{
    private const int Warmup = 20;

    public static async Task RunAsync(int scans)
    {
        await using var doors = await Doors.OpenAsync(passes: 1, devices: 1);
        var hall = doors.Hall;
        var passes = await hall.IssueAsync(scans + Warmup);
        await using var door = await (await hall.PairAsync(DeviceRole.Steward)).LineAsync("/live/door");
        await using var screen = await (await hall.PairAsync(DeviceRole.Projector)).LineAsync("/live");
        await using var frames = screen.StreamAsync<LiveFrame>("Watch", new WatchRequest("screen")).GetAsyncEnumerator();
        await frames.MoveNextAsync();

        var (answered, shown) = (new List<double>(), new List<double>());
        for (var i = 0; i < passes.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await door.InvokeAsync<ScanAnswer>("Scan", hall.Scan(passes[i].Token));
            var answer = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            while (await frames.MoveNextAsync() && frames.Current.Patch!.Value.GetProperty("turnout").GetProperty("arrived").GetInt32() <= i)
            {
                // A frame of an earlier scan.
            }
            if (i < Warmup)
                continue;
            answered.Add(answer);
            shown.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        Console.WriteLine($"One scan at a time, {scans} scans           p50        p99");
        Console.WriteLine($"  scan → answer at the door        {Percentile.Of(answered, 50),8:0.0} ms{Percentile.Of(answered, 99),8:0.0} ms");
        Console.WriteLine($"  scan → frame at the projector    {Percentile.Of(shown, 50),8:0.0} ms{Percentile.Of(shown, 99),8:0.0} ms   (budget p99 ≤ 250 ms)");
    }
}
