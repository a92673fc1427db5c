using System.Diagnostics;

namespace Assemblies.Bench;

/// <summary>What one run of one competitor gave.</summary>
/// <param name="PerSecond">Durable check-ins a second.</param>
/// <param name="P50">Half the requests were answered within so many milliseconds.</param>
/// <param name="P99">99 % of them were.</param>
internal sealed record Measured(double PerSecond, double P50, double P99)
{
    /// <summary>Each caller sends the next request when its last is answered, until all were sent.</summary>
    /// <param name="callers">How many send at once.</param>
    /// <param name="requests">How many requests are sent in all.</param>
    /// <param name="rows">How many check-ins one request holds.</param>
    /// <param name="send">Sends one: the caller and the request's number, both from 0. Whatever is not a success throws.</param>
    public static async Task<Measured> ClosedAsync(int callers, int requests, int rows, Func<int, int, Task> send)
    {
        var (next, took) = (-1, new double[requests]);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next)) < requests)
            {
                var sent = Stopwatch.GetTimestamp();
                await send(caller, i);
                took[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        })));
        return new Measured(requests * rows / Stopwatch.GetElapsedTime(started).TotalSeconds, Percentile.Of(took, 50), Percentile.Of(took, 99));
    }
}
