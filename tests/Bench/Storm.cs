using System.Diagnostics;
using Assemblies.Floor;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Bench;

/// <summary>turnout.md, rule 44: 40 devices come back at once with 500 scans each, while 200 boards watch and the chair goes on with the evening.</summary>
internal static class Storm
{
    private const int Devices = 40;
    private const int Queued = 500;
    private const int Boards = 200;
    private const int Batch = 200;

    public static async Task RunAsync(int repetitions)
    {
        Console.WriteLine($"\nStorm: {Devices} devices × {Queued} queued scans, {Boards} boards, one chair");
        Console.WriteLine($"  {"applied in",12}{"scans/s",10}{"batch p50",11}{"batch p99",11}{"chair p50",11}{"chair p99",11}{"last board",12}");
        for (var i = 0; i < repetitions; i++)
            await OnceAsync();
        Console.WriteLine("  (budget: applied in < 5 s, chair p99 ≤ 250 ms; the load and the boards share the machine with the server)");
    }

    private static async Task OnceAsync()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 100_000);
        var passes = (await hall.IssueAsync(Devices * Queued * 9 / 10)).Select(p => p.Token).ToList();
        var queues = new List<(PairedDevice Device, List<ScanCommand> Scans)>();
        for (var d = 0; d < Devices; d++)
        {
            // The last tenth of every queue was scanned at the next door too.
            var scans = Enumerable.Range(0, Queued).Select(i => hall.Scan(passes[(d * Queued * 9 / 10 + i) % passes.Count]) with { Decided = ScanOutcome.Admitted }).ToList();
            queues.Add((await hall.PairAsync(DeviceRole.Steward), scans));
        }
        var boards = new List<Board>();
        var projector = await hall.PairAsync(DeviceRole.Projector);
        for (var i = 0; i < Boards; i++)
            boards.Add(await Board.OpenAsync(projector));
        await using var chair = await (await hall.PairAsync(DeviceRole.Chair)).LineAsync("/live/floor");
        await CommandAsync(chair, 0);

        var (batches, commands) = (new List<double>(), new List<double>());
        var started = Stopwatch.GetTimestamp();
        var storm = Task.WhenAll(queues.Select(q => Task.Run(() => EmptyAsync(q.Device, q.Scans, batches))));
        for (var i = 1; !storm.IsCompleted; i++)
        {
            var asked = Stopwatch.GetTimestamp();
            await CommandAsync(chair, i);
            commands.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            await Task.Delay(20);
        }
        await storm;
        var took = Stopwatch.GetElapsedTime(started);
        await Task.WhenAll(boards.Select(b => b.ShowsAsync(passes.Count)));
        var shown = Stopwatch.GetElapsedTime(started);
        await ExpectExactlyOnceAsync(server, passes.Count);
        Console.WriteLine(
            $"  {took.TotalSeconds,10:0.00} s{Devices * Queued / took.TotalSeconds,10:N0}{Percentile.Of(batches, 50),8:0} ms{Percentile.Of(batches, 99),8:0} ms"
            + $"{Percentile.Of(commands, 50),8:0} ms{Percentile.Of(commands, 99),8:0} ms{shown.TotalSeconds,10:0.00} s");
        foreach (var board in boards)
            await board.DisposeAsync();
    }

    private static async Task EmptyAsync(PairedDevice device, List<ScanCommand> scans, List<double> took)
    {
        foreach (var batch in scans.Chunk(Batch))
        {
            var sent = Stopwatch.GetTimestamp();
            await device.SendAsync(batch);
            lock (took)
                took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
    }

    private static Task CommandAsync(HubConnection chair, int number) => chair.InvokeAsync<FloorReply>(
        "Show", new ShowCommand(Guid.NewGuid(), number % 2 == 0 ? Scene.Turnout : Scene.Welcome));

    // A run that loses or doubles anything measures nothing.
    private static async Task ExpectExactlyOnceAsync(TestServer server, int passes)
    {
        var (scans, arrived) = (await server.ReadAsync(db => db.Scans.CountAsync()), await server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
        if ((scans, arrived) != (Devices * Queued, passes))
            throw new InvalidOperationException($"{scans} scans and {arrived} arrived, instead of {Devices * Queued} and {passes}.");
    }

    /// <summary>A screen that follows the count.</summary>
    private sealed class Board(HubConnection line, Task reading, Func<int> arrived) : IAsyncDisposable
    {
        public static async Task<Board> OpenAsync(PairedDevice projector)
        {
            var line = await projector.LineAsync("/live");
            var arrived = 0;
            var reading = Task.Run(async () =>
            {
                await foreach (var frame in line.StreamAsync<LiveFrame>("Watch", new WatchRequest("screen")))
                    if ((frame.Present ?? frame.Patch)!.Value.TryGetProperty("turnout", out var turnout) && turnout.TryGetProperty("arrived", out var count))
                        Volatile.Write(ref arrived, count.GetInt32());
            });
            return new Board(line, reading, () => Volatile.Read(ref arrived));
        }

        public async Task ShowsAsync(int count)
        {
            while (arrived() < count && !reading.IsCompleted)
                await Task.Delay(5);
        }

        public async ValueTask DisposeAsync()
        {
            await line.DisposeAsync();
            await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
