using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Bench;

/// <summary>The real server on a fresh SQLite file, with steward devices and passes nobody has scanned.</summary>
internal sealed class Doors : IAsyncDisposable
{
    private readonly List<HubConnection> lines = [];
    private readonly List<HttpClient> clients = [];
    private IReadOnlyList<string> tokens = [];
    private int next = -1;

    private Doors(Hall hall) => Hall = hall;

    public Hall Hall { get; }

    /// <param name="passes">How many scans can be made.</param>
    /// <param name="devices">How many phones, each with a connection of its own: a hub answers the calls of one connection one after the other.</param>
    public static async Task<Doors> OpenAsync(int passes, int devices)
    {
        var doors = new Doors(await Hall.OpenAsync(settings: ["--Door:ScansPerSecond", "1000000"]));
        // No room holds as many as are scanned here.
        await doors.Hall.Server.ChangeAsync(db => db.Assemblies.Attach(doors.Hall.Assembly).Entity.RoomCapacity = 1_000_000);
        doors.tokens = [.. (await doors.Hall.IssueAsync(passes)).Select(p => p.Token)];
        for (var i = 0; i < devices; i++)
        {
            var steward = await doors.Hall.PairAsync(DeviceRole.Steward);
            doors.clients.Add(steward.Http());
            doors.lines.Add(await steward.LineAsync("/live/door"));
        }
        return doors;
    }

    /// <summary>One scan of a pass that nobody has scanned, through the door hub.</summary>
    public async Task ScanAsync(int device) =>
        Expect((await lines[device % lines.Count].InvokeAsync<ScanAnswer>("Scan", NewScan())).Outcome);

    /// <summary>Many at once over HTTP, as an offline queue is emptied.</summary>
    public async Task BatchAsync(int device, int size)
    {
        using var response = await clients[device % clients.Count].PostAsJsonAsync(
            "/api/scans", new ScanBatch([.. Enumerable.Range(0, size).Select(_ => NewScan())]), WireFormat.Json);
        response.EnsureSuccessStatusCode();
        foreach (var answer in (await response.Content.ReadFromJsonAsync<ScanBatchReply>(WireFormat.Json))!.Answers)
            Expect(answer.Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines)
            await line.DisposeAsync();
        clients.ForEach(c => c.Dispose());
        await Hall.Server.DisposeAsync();
    }

    private ScanCommand NewScan() => Hall.Scan(tokens[Interlocked.Increment(ref next)]);

    // A run in which anything else happens measures something else.
    private static void Expect(ScanOutcome outcome)
    {
        if (outcome != ScanOutcome.Admitted)
            throw new InvalidOperationException($"A fresh pass was answered with {outcome}.");
    }
}
