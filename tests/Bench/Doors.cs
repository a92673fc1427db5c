using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Bench;

/// <summary>The real server on a fresh SQLite file, with steward devices and passes nobody has scanned.</summary>
internal sealed class Doors : IAsyncDisposable
{
    private const int Devices = 8;
    private readonly List<HubConnection> lines = [];
    private readonly List<PairedDevice> stewards = [];
    private IReadOnlyList<string> tokens = [];

    private Doors(Hall hall) => Hall = hall;

    public Hall Hall { get; }

    public static async Task<Doors> OpenAsync(int passes)
    {
        var doors = new Doors(await Hall.OpenAsync(settings: ["--Door:ScansPerSecond", "1000000"]));
        // No room holds as many as are scanned here.
        await doors.Hall.Server.ChangeAsync(db => db.Assemblies.Attach(doors.Hall.Assembly).Entity.RoomCapacity = 1_000_000);
        doors.tokens = [.. (await doors.Hall.IssueAsync(passes)).Select(p => p.Token)];
        for (var i = 0; i < Devices; i++)
        {
            doors.stewards.Add(await doors.Hall.PairAsync(DeviceRole.Steward));
            doors.lines.Add(await doors.stewards[i].LineAsync("/live/door"));
        }
        return doors;
    }

    /// <summary>Each caller sends its next scan when the last is answered, through the door hub.</summary>
    public async Task ThroughHubAsync(int callers, int from, int count)
    {
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next)) < from + count)
                Expect((await lines[caller % Devices].InvokeAsync<ScanAnswer>("Scan", Hall.Scan(tokens[i]))).Outcome);
        })));
    }

    /// <summary>The same scans in batches of 100 over HTTP, as an offline queue is emptied.</summary>
    public async Task ThroughBatchesAsync(int callers, int from, int count)
    {
        var next = -1;
        var batches = Enumerable.Range(from, count).Chunk(100).ToList();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(callers, Devices)).Select(caller => Task.Run(async () =>
        {
            using var client = stewards[caller].Http();
            int i;
            while ((i = Interlocked.Increment(ref next)) < batches.Count)
            {
                using var response = await client.PostAsJsonAsync(
                    "/api/scans", new ScanBatch([.. batches[i].Select(n => Hall.Scan(tokens[n]))]), WireFormat.Json);
                response.EnsureSuccessStatusCode();
                foreach (var answer in (await response.Content.ReadFromJsonAsync<ScanBatchReply>(WireFormat.Json))!.Answers)
                    Expect(answer.Outcome);
            }
        })));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines)
            await line.DisposeAsync();
        await Hall.Server.DisposeAsync();
    }

    // A run in which anything else happens measures something else.
    private static void Expect(ScanOutcome outcome)
    {
        if (outcome != ScanOutcome.Admitted)
            throw new InvalidOperationException($"A fresh pass was answered with {outcome}.");
    }
}
