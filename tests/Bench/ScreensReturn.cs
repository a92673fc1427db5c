using Assemblies.Tests.Harness;

namespace Assemblies.Bench;

/// <summary>A server that is killed under its screens and started again: how long until each has the present again.</summary>
internal static class ScreensReturn
{
    private const double LongestKnown = 3_000;
    private const double LongestMedian = 2_000;

    /// <exception cref="InvalidOperationException">Screens were longer without the present than rule 12 of live.md and the issue of the screens allow.</exception>
    public static async Task RunAsync(int restarts, int screens = 50)
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await using var wall = await ScreenWall.HangAsync(hall, screens);
        var (known, all, last) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < restarts; round++)
        {
            var restart = await wall.RestartAsync(round);
            var back = restart.Back.Select(b => b.TotalMilliseconds).ToList();
            known.Add(restart.Known.TotalMilliseconds);
            all.AddRange(back);
            last.Add(back.Max());
        }
        Console.WriteLine($"\nScreens: {restarts} times kill -9 and restart under {screens} screens                            p50        p99");
        Console.WriteLine($"  server's death → the last screen says so         {Percentile.Of(known, 50),8:0} ms{Percentile.Of(known, 99),8:0} ms   (budget {LongestKnown:N0} ms)");
        Console.WriteLine($"  server's return → a screen has the present       {Percentile.Of(all, 50),8:0} ms{Percentile.Of(all, 99),8:0} ms   (budget p50 ≤ {LongestMedian:N0} ms)");
        Console.WriteLine($"  server's return → the last screen has it         {Percentile.Of(last, 50),8:0} ms{Percentile.Of(last, 99),8:0} ms");
        if (known.Max() > LongestKnown || Percentile.Of(all, 50) > LongestMedian)
            throw new InvalidOperationException("Screens were stale for too long, or too long away.");
    }
}
