using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>Doors that were offline all evening: what they did, what an onlooker counted, and the facts they send afterwards.</summary>
internal sealed class OfflineEvening(Hall hall, Guid assemblyId, IReadOnlyList<PairedDevice> devices, IReadOnlyList<string> passes, IReadOnlyList<string> coaches)
{
    /// <summary>A server that takes batches as fast as an evening in a second sends them.</summary>
    public static readonly string[] Fast = ["--Door:ScansPerSecond", "1000000"];

    private const int Expected = 30;
    private const int ExpectedUnder18s = 5;
    private static readonly Duration[] ClockErrors = [Duration.Zero, Duration.FromHours(1), Duration.FromHours(-1), Duration.FromMinutes(7)];
    private readonly List<(int Device, Instant At, ConvergenceTests.Deed Deed, ScanCommand Fact)> facts = [];
    private readonly Guid[] counters = [.. devices.Select(_ => Guid.NewGuid())];
    private readonly (int Up, int Down)[] taps = new (int, int)[devices.Count];
    private readonly Duration[] clocks = [.. ClockErrors.Take(devices.Count)];

    public Guid AssemblyId => assemblyId;

    /// <summary>Lets the deeds happen on doors of an assembly of their own.</summary>
    public static async Task<OfflineEvening> PlayAsync(Hall hall, List<ConvergenceTests.Deed> deeds, int doors)
    {
        var assemblyId = await hall.AnotherAssemblyAsync();
        var devices = new List<PairedDevice>();
        for (var i = 0; i < doors; i++)
            devices.Add(await hall.PairAsync(i == 0 ? DeviceRole.Supervisor : DeviceRole.Steward, assemblyId));
        var passes = (await hall.IssueAsync(5, assemblyId)).Select(p => p.Token).ToList();
        var coaches = new List<string>();
        for (var i = 0; i < 3; i++)
            coaches.Add(await hall.IssueDelegationPassAsync($"Coach {i}", Expected, ExpectedUnder18s, assemblyId));
        var evening = new OfflineEvening(hall, assemblyId, devices, passes, coaches);
        foreach (var deed in deeds.OrderBy(d => d.Minute))
            evening.Do(deed);
        return evening;
    }

    /// <summary>Every fact arrives at least once: in batches of any size, shuffled, some of them twice.</summary>
    public async Task ArriveAsync(Random random)
    {
        var sent = facts.Concat(facts.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
        while (sent.Count > 0)
        {
            var next = sent.Take(1 + random.Next(12)).ToList();
            sent.RemoveRange(0, next.Count);
            // Different devices' batches race each other.
            await Task.WhenAll(next.GroupBy(f => f.Device).Select(g => devices[g.Key].SendAsync([.. g.Select(f => f.Fact)])));
        }
    }

    /// <summary>Arrived, under-18s, present now: counted by somebody who saw it all and knows nothing of folds.</summary>
    public (int Arrived, int Under18s, int Inside) Oracle()
    {
        var undone = facts.Where(f => f.Fact.Undoes is not null).Where(u =>
        {
            var target = facts.Single(f => f.Fact.ScanId == u.Fact.Undoes);
            return u.Device == 0 || (u.Device == target.Device && u.At - target.At <= Duration.FromMinutes(15));
        }).Select(u => u.Fact.Undoes!.Value).ToHashSet();
        var real = facts.Where(f => f.Fact.Undoes is null && !undone.Contains(f.Fact.ScanId)).ToList();
        var (arrived, young, inside) = (0, 0, 0);
        foreach (var person in real.Where(f => f.Deed.Kind is "in" or "out" or "unknown" or "coach" or "uncounted" or "part" or "whole").GroupBy(f => f.Fact.Subject))
        {
            var came = person.Where(f => f.Fact.Direction == ScanDirection.In).ToList();
            if (came.Count == 0)
                continue;
            var counts = came.Where(f => f.Deed.Kind == "coach").ToList();
            var (adults, under18s) = counts.Count > 0 ? (counts.Max(f => f.Fact.Adults!.Value + f.Fact.Under18s!.Value), counts.Max(f => f.Fact.Under18s!.Value))
                : came[0].Deed.Kind == "uncounted" ? (Expected + ExpectedUnder18s, ExpectedUnder18s) : (1, 0);
            arrived += adults;
            young += under18s;
            inside += adults - Outside(person, adults);
        }
        foreach (var group in real.Where(f => f.Deed.Kind is "group"))
            (arrived, young, inside) = (arrived + group.Deed.Number + 2, young + 2, inside + group.Deed.Number + 2);
        var walkups = real.Count(f => f.Deed.Kind == "walkup");
        var clicks = taps.Sum(t => Math.Max(0, t.Up - t.Down));
        return (arrived + walkups + clicks, young, inside + walkups + clicks);
    }

    // Walks through the evening in the order in which it happened: so many of them stand outside at its end.
    private int Outside(IEnumerable<(int Device, Instant At, ConvergenceTests.Deed Deed, ScanCommand Fact)> person, int all)
    {
        var outside = 0;
        foreach (var (_, _, deed, fact) in person.OrderBy(f => f.At).ThenBy(f => devices[f.Device].Device.Id).ThenBy(f => f.Fact.DeviceSeq))
        {
            var moved = deed.Kind is "coach" or "part" ? fact.Adults!.Value + fact.Under18s!.Value : all;
            outside = fact.Direction == ScanDirection.Out ? Math.Min(all, outside + moved) : Math.Max(0, outside - moved);
        }
        return outside;
    }

    private void Do(ConvergenceTests.Deed deed)
    {
        if (deed.Kind == "clock")
        {
            // Somebody sets the clock: an hour forwards or back. The device learns the new offset with the next answer, which it has before the next scan.
            clocks[deed.Device] += Duration.FromHours(deed.Number % 2 == 0 ? 1 : -1);
            return;
        }
        var at = TestServer.Evening - Duration.FromMinutes(100) + Duration.FromMinutes(deed.Minute) + Duration.FromMilliseconds(facts.Count);
        var error = clocks[deed.Device];
        var fact = hall.Fact(ScanMethod.Qr) with { ClientAt = at + error, OffsetMs = -(long)error.TotalMilliseconds, Decided = ScanOutcome.Admitted };
        var made = deed.Kind switch
        {
            "in" => fact with { Subject = passes[deed.Subject] },
            "out" => fact with { Subject = passes[deed.Subject], Direction = ScanDirection.Out, Decided = ScanOutcome.ExitRecorded },
            "coach" => fact with { Method = ScanMethod.Group, Subject = coaches[deed.Subject % coaches.Count], Adults = deed.Number, Under18s = deed.Number / 5 },
            "uncounted" => fact with { Subject = coaches[deed.Subject % coaches.Count], Forced = true },
            "group" => fact with { Method = ScanMethod.Group, InstitutionId = hall.Institution.Id, Adults = deed.Number, Under18s = 2 },
            "part" => fact with
            {
                Method = ScanMethod.Group, Subject = coaches[deed.Subject % coaches.Count], Adults = 1 + deed.Number % 12, Under18s = deed.Number % 3,
                Direction = ScanDirection.Out, Decided = ScanOutcome.ExitRecorded,
            },
            "whole" => fact with { Subject = coaches[deed.Subject % coaches.Count], Direction = ScanDirection.Out, Decided = ScanOutcome.ExitRecorded },
            // Asked about over the live connection, answered too late: the device had sent them away and says so.
            "no" => fact with { Subject = passes[deed.Subject], Decided = null },
            "walkup" => fact with { Method = ScanMethod.Walkup },
            "unknown" => fact with { Subject = $"NOT A PASS {deed.Subject}", Forced = true },
            "tap" => Tap(fact, deed),
            _ => Undo(fact, deed),
        };
        if (made is null)
            return;
        facts.Add((deed.Device, at, deed, made));
        if (deed.Kind == "no")
            facts.Add((deed.Device, at, deed with { Kind = "undo" }, hall.Fact(ScanMethod.Qr) with
            {
                ClientAt = made.ClientAt, OffsetMs = made.OffsetMs, Undoes = made.ScanId, Decided = ScanOutcome.Undone, Reason = "Was sent away here",
            }));
    }

    private ScanCommand Tap(ScanCommand fact, ConvergenceTests.Deed deed)
    {
        var (up, down) = taps[deed.Device];
        taps[deed.Device] = deed.Subject == 0 ? (up, down + 1) : (up + deed.Number, down);
        (up, down) = taps[deed.Device];
        return fact with { Method = ScanMethod.Tally, Subject = counters[deed.Device].ToString(), Up = up, Down = down };
    }

    // Takes back something that happened before, its own or another's; clickers are corrected by minus.
    private ScanCommand? Undo(ScanCommand fact, ConvergenceTests.Deed deed)
    {
        var earlier = facts.Where(f => f.Fact.Undoes is null && f.Deed.Kind is not ("tap" or "no")).ToList();
        return earlier.Count == 0 ? null : fact with { Undoes = earlier[deed.Number % earlier.Count].Fact.ScanId, Reason = "A mistake" };
    }
}
