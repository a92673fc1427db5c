using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rules 13, 43 and 44: queues of many devices, a server killed in the middle, and every scan there once.</summary>
public sealed class StormTests
{
    private const int Devices = 12;
    private const int Queued = 150;
    private const int Batch = 30;

    [Fact]
    public async Task Queues_that_come_back_at_once_lose_and_double_nothing_when_the_server_is_killed_in_the_middle()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 10_000);
        // Every pass was let in at two doors that did not know of each other.
        var passes = await hall.IssueAsync(Devices * Queued / 2);
        var queues = new ConcurrentDictionary<PairedDevice, List<ScanCommand>>();
        for (var d = 0; d < Devices; d++)
            queues[await hall.PairAsync(DeviceRole.Steward)] =
                [.. Enumerable.Range(0, Queued).Select(i => hall.Scan(passes[(d * Queued + i) % passes.Count].Token) with { Decided = ScanOutcome.Admitted })];
        await server.StopAsync();

        using (var victim = await ServerProcess.StartAsync(server.Folder))
        {
            var acknowledged = 0;
            var enough = new TaskCompletionSource();
            var storm = Task.WhenAll(queues.Select(q => EmptyAsync(victim.Address, q.Key, q.Value, stored =>
            {
                if (Interlocked.Add(ref acknowledged, stored) >= Devices * Queued / 4)
                    enough.TrySetResult();
            })));
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await victim.KillAsync();
            await storm;
            Assert.InRange(queues.Values.Sum(q => q.Count), 1, Devices * Queued - 1);
        }

        using var reborn = await ServerProcess.StartAsync(server.Folder);
        await Task.WhenAll(queues.Select(q => EmptyAsync(reborn.Address, q.Key, q.Value, _ => { })));
        await reborn.KillAsync();

        Assert.All(queues.Values, Assert.Empty);
        Assert.Equal(Devices * Queued, await server.ReadAsync(db => db.Scans.CountAsync()));
        Assert.Equal(passes.Count, await server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
        Assert.Equal(passes.Count, await server.ReadAsync(db => db.Scans.CountAsync(s => s.Outcome == ScanOutcome.DuplicateOffline)));
        Assert.Equal(0, (await ServerProcess.RunAsync("", "recount", "--Data:Folder", server.Folder)).Exit);
    }

    // As a device does it: what has an answer leaves the queue, what has none stays and is sent again.
    private static async Task EmptyAsync(Uri server, PairedDevice device, List<ScanCommand> queue, Action<int> stored)
    {
        using var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", device.Token);
        while (queue.Count > 0)
        {
            var batch = queue.Take(Batch).ToList();
            try
            {
                using var response = await client.PostAsJsonAsync("/api/scans", new ScanBatch(batch), WireFormat.Json);
                response.EnsureSuccessStatusCode();
            }
            catch (HttpRequestException)
            {
                return;
            }
            queue.RemoveRange(0, batch.Count);
            stored(batch.Count);
        }
    }
}
