using Assemblies.Devices;
using Assemblies.Turnout;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;

namespace Assemblies.Rehearsal;

/// <summary>Plays the doors: stewards' phones that scan passes as people arrive, coaches all at once, some passes twice.</summary>
/// <param name="devices">Pairs the phones.</param>
/// <param name="clock">The evening's minutes.</param>
/// <param name="passes">Tokens of those who come, by institution; in each, in the order of their coming.</param>
internal sealed class DoorsPlayer(RehearsalDevices devices, EveningClock clock, IReadOnlyList<(InventedDelegation Delegation, IReadOnlyList<string> Tokens)> passes)
{
    private const int Lanes = 7;
    private const double ScannedTwice = 0.03;
    private const double TurnedAway = 0.005;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        var doors = await devices.DoorsAsync(cancellation);
        var queues = Enumerable.Range(0, Lanes).Select(_ => new List<(double Minute, string Token)>()).ToList();
        foreach (var (minute, token, lane) in Arrivals())
            queues[lane].Add((minute, token));
        await Task.WhenAll(queues.Select((queue, lane) => PlayLaneAsync(lane, doors[lane % doors.Count], queue, cancellation)));
    }

    // A fixed seed: every rehearsal is the same evening.
    private IEnumerable<(double Minute, string Token, int Lane)> Arrivals()
    {
        var random = new Random(45);
        var arrivals = new List<(double Minute, string Token, int Lane)>();
        foreach (var (delegation, tokens) in passes)
        {
            var coach = ArrivalCurve.MinuteOf(random.NextDouble());
            foreach (var token in tokens)
            {
                var minute = delegation.ByCoach ? coach : ArrivalCurve.MinuteOf(random.NextDouble());
                // The last lane is the group lane.
                var lane = delegation.ByCoach ? Lanes - 1 : random.Next(Lanes - 1);
                arrivals.Add((minute, token, lane));
                if (random.NextDouble() < ScannedTwice)
                    arrivals.Add((minute + 0.2, token, lane));
                if (random.NextDouble() < TurnedAway)
                    arrivals.Add((minute, "https://example.org/a-code-from-a-cereal-box", lane));
            }
        }
        return arrivals.OrderBy(a => a.Minute);
    }

    private async Task PlayLaneAsync(int lane, DoorRow door, List<(double Minute, string Token)> queue, CancellationToken cancellation)
    {
        var token = await devices.PairAsync(DeviceRole.Steward, door.Id, $"{door.Name}, phone {lane + 1}", cancellation);
        await using var line = await HubLine.OpenAsync(devices.Server, "/live/door", token, cancellation);
        long number = 0;
        foreach (var (minute, subject) in queue)
        {
            await clock.UntilAsync(minute, cancellation);
            var scan = new ScanCommand(Guid.CreateVersion7(), ++number, ScanMethod.Qr, subject, SystemClock.Instance.GetCurrentInstant(), 0, "rehearsal");
            await line.InvokeAsync<ScanAnswer>("Scan", scan, cancellation);
        }
    }
}
