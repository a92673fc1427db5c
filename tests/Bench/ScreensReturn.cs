using Assemblies.Tests.Harness;

namespace Assemblies.Bench;

/// <summary>A server that is killed under its screens and started again: how long until each has the present again.</summary>
internal static class ScreensReturn
{
    public static async Task RunAsync(int restarts, int screens = 50)
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await using var wall = await ScreenWall.HangAsync(hall, screens);
        var (all, last) = (new List<double>(), new List<double>());
        for (var round = 0; round < restarts; round++)
        {
            var back = (await wall.RestartAsync(round)).Select(b => b.TotalMilliseconds).ToList();
            all.AddRange(back);
            last.Add(back.Max());
        }
        Console.WriteLine($"\nScreens: {restarts} times kill -9 and restart under {screens} screens                            p50        p99");
        Console.WriteLine($"  server's return → a screen has the present       {Percentile.Of(all, 50),8:0} ms{Percentile.Of(all, 99),8:0} ms   (budget p50 ≤ 2,000 ms)");
        Console.WriteLine($"  server's return → the last screen has it         {Percentile.Of(last, 50),8:0} ms{Percentile.Of(last, 99),8:0} ms");
    }
}
