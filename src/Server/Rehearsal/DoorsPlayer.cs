using Assemblies.Devices;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;

namespace Assemblies.Rehearsal;

/// <summary>Plays the doors: stewards' phones at their lanes, one of them without a link for eighteen minutes (product.md, section 1).</summary>
internal sealed class DoorsPlayer(RehearsalDevices devices, EveningClock clock, IReadOnlyList<Arrival> arrivals) : IAsyncDisposable
{
    // The Wi-Fi fails when the hall fills.
    private const int SilentLane = 1;
    private const double SilentFrom = 38;
    private const double SilentUntil = 56;

    // Kept open after the last arrival: stewards stay at their doors, and the board would call a phone that hung up silent.
    private readonly System.Collections.Concurrent.ConcurrentBag<HubConnection> lines = [];

    public async Task PlayAsync(CancellationToken cancellation)
    {
        var doors = await devices.DoorsAsync(cancellation);
        await Task.WhenAll(arrivals.GroupBy(a => a.Lane).Select(lane =>
            PlayLaneAsync(lane.Key, doors[lane.Key % doors.Count], [.. lane.OrderBy(a => a.Minute)], cancellation)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines)
            await line.DisposeAsync();
    }

    private async Task PlayLaneAsync(int lane, DoorRow door, IReadOnlyList<Arrival> queue, CancellationToken cancellation)
    {
        var (role, name) = lane == Arrivals.DeskLane ? (DeviceRole.Desk, $"{door.Name}, help desk") : (DeviceRole.Steward, $"{door.Name}, phone {lane + 1}");
        var token = await devices.PairAsync(role, door.Id, name, cancellation);
        var line = await HubLine.OpenAsync(devices.Server, "/live/door", token, cancellation);
        lines.Add(line);
        var kept = new List<ScanCommand>();
        long number = 0;
        foreach (var arrival in queue)
        {
            await clock.UntilAsync(arrival.Minute, cancellation);
            var scan = new ScanCommand(
                Guid.CreateVersion7(), ++number, arrival.Method, arrival.Subject, SystemClock.Instance.GetCurrentInstant(), 0, "rehearsal",
                InstitutionId: arrival.InstitutionId, Adults: arrival.Adults, Under18s: arrival.Under18s);
            if (lane == SilentLane && arrival.Minute is > SilentFrom and < SilentUntil)
                kept.Add(scan with { Decided = ScanOutcome.Admitted });
            else
            {
                await HandInAsync(kept, token, cancellation);
                await line.InvokeAsync<ScanAnswer>("Scan", scan, cancellation);
            }
        }
        await HandInAsync(kept, token, cancellation);
    }

    private async Task HandInAsync(List<ScanCommand> kept, string token, CancellationToken cancellation)
    {
        if (kept.Count == 0)
            return;
        using var phone = RehearsalDevices.Client(devices.Server, token);
        foreach (var batch in kept.Chunk(200))
            (await phone.PostAsJsonAsync("/api/scans", new ScanBatch(batch), WireFormat.Json, cancellation)).EnsureSuccessStatusCode();
        kept.Clear();
    }
}
