using System.Diagnostics;
using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Live;
using Assemblies.Tests.Harness;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Bench;

/// <summary>From the chair's tap to the last screen: one command is one frame at every watcher (live.md, rules 2 and 11).</summary>
internal static class FloorToScreens
{
    private const int Warmup = 10;
    private const int Commands = 100;
    private const int Tablets = 8;

    public static async Task RunAsync(int watchers)
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await server.ChangeAsync(db => db.AddRange(Enumerable.Range(1, 45).Select(i => new AgendaItem
        {
            AssemblyId = hall.Assembly.Id, Order = i, Kind = AgendaItemKind.Free, Title = $"Item {i}", PlannedSeconds = 180,
        })));
        await using var chair = await (await hall.PairAsync(DeviceRole.Chair)).LineAsync("/live/floor");
        var version = 0;
        await RunAsync(chair, new RunCommand(Guid.NewGuid(), version++, EveningStepKind.Started));
        var (tablet, timer) = (await hall.PairAsync(DeviceRole.Timekeeper), await hall.PairAsync(DeviceRole.StageTimer));
        var screens = new List<Screen>();
        for (var i = 0; i < watchers; i++)
            screens.Add(await Screen.OpenAsync(i < Tablets ? tablet : timer, i < Tablets ? "order" : "timer"));

        var (answered, tablets, last) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Warmup + Commands; i++)
        {
            // Time for the item moves every watcher; its sign alternates, so that the item never ends.
            var sent = Stopwatch.GetTimestamp();
            await RunAsync(chair, new RunCommand(Guid.NewGuid(), version++, EveningStepKind.TimeAdded, Seconds: i % 2 == 0 ? 30 : -30));
            var answer = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            var seen = (await Task.WhenAll(screens.Select(s => s.SawAsync(i + 1)))).Select(at => Stopwatch.GetElapsedTime(sent, at).TotalMilliseconds).ToList();
            if (i < Warmup)
                continue;
            answered.Add(answer);
            tablets.AddRange(seen.Take(Tablets));
            last.Add(seen.Max());
        }
        // Any frame too many would still be on its way.
        await Task.Delay(500);
        if (screens.Find(s => s.Frames != Warmup + Commands) is { } wrong)
            throw new InvalidOperationException($"{wrong.Frames} frames for {Warmup + Commands} commands.");
        Console.WriteLine($"\nFloor: {Commands} commands one after the other, {watchers} watchers, one frame each         p50        p99");
        Console.WriteLine($"  command → answer at the chair        {Percentile.Of(answered, 50),8:0.0} ms{Percentile.Of(answered, 99),8:0.0} ms");
        Console.WriteLine($"  command → frame at a floor tablet    {Percentile.Of(tablets, 50),8:0.0} ms{Percentile.Of(tablets, 99),8:0.0} ms   (budget p99 ≤ 250 ms)");
        Console.WriteLine($"  command → frame at the last watcher  {Percentile.Of(last, 50),8:0.0} ms{Percentile.Of(last, 99),8:0.0} ms");
        foreach (var screen in screens)
            await screen.DisposeAsync();
    }

    private static async Task RunAsync(HubConnection chair, RunCommand command)
    {
        var reply = await chair.InvokeAsync<FloorReply>("Run", command);
        if (reply.Outcome != FloorOutcome.Done)
            throw new InvalidOperationException($"{command.Step}: {reply.Outcome} {string.Join(' ', reply.Problems.Select(p => p.Fix))}");
    }

    /// <summary>A screen that counts its frames and remembers when each came.</summary>
    private sealed class Screen(HubConnection line) : IAsyncDisposable
    {
        private readonly List<long> arrivals = [];
        private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task reading = Task.CompletedTask;

        public int Frames
        {
            get
            {
                lock (arrivals)
                    return arrivals.Count;
            }
        }

        public static async Task<Screen> OpenAsync(PairedDevice device, string channel)
        {
            var screen = new Screen(await device.LineAsync("/live"));
            var snapshot = new TaskCompletionSource();
            screen.reading = Task.Run(() => screen.ReadAsync(channel, snapshot));
            await snapshot.Task;
            return screen;
        }

        /// <summary>When the frame of that number came.</summary>
        public async Task<long> SawAsync(int frame)
        {
            while (true)
            {
                Task next;
                lock (arrivals)
                {
                    if (arrivals.Count >= frame)
                        return arrivals[frame - 1];
                    next = more.Task;
                }
                await next.WaitAsync(TimeSpan.FromSeconds(30));
            }
        }

        public async ValueTask DisposeAsync()
        {
            await line.DisposeAsync();
            await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        private async Task ReadAsync(string channel, TaskCompletionSource snapshot)
        {
            await foreach (var frame in line.StreamAsync<LiveFrame>("Watch", new WatchRequest(channel)))
            {
                if (frame.Present is not null)
                {
                    snapshot.TrySetResult();
                    continue;
                }
                lock (arrivals)
                {
                    arrivals.Add(Stopwatch.GetTimestamp());
                    (var waiting, more) = (more, new(TaskCreationOptions.RunContinuationsAsynchronously));
                    waiting.SetResult();
                }
            }
        }
    }
}
