using System.Collections.Concurrent;
using Assemblies.Devices;
using Assemblies.Rehearsal;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 43: a killed server loses nothing that it acknowledged.</summary>
public sealed class KilledServerTests
{
    [Fact]
    public async Task After_kill_9_every_acknowledged_scan_is_there_and_a_retry_gets_the_same_answer()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var steward = await hall.PairAsync(DeviceRole.Steward);
        await server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 2_000);
        var passes = await hall.IssueAsync(2_000);
        await server.StopAsync();
        var acknowledged = new ConcurrentDictionary<Guid, (ScanCommand Scan, ScanAnswer Answer)>();
        var unanswered = new ConcurrentBag<ScanCommand>();

        using (var victim = await ServerProcess.StartAsync(server.Folder, null, OfflineEvening.Fast))
        {
            var line = await HubLine.OpenAsync(victim.Address, "/live/door", steward.Token, CancellationToken.None);
            var enough = new TaskCompletionSource();
            var scanning = Task.WhenAll(passes.Select(async pass =>
            {
                var scan = hall.Scan(pass.Token);
                try
                {
                    acknowledged[scan.ScanId] = (scan, await line.InvokeAsync<ScanAnswer>("Scan", scan));
                    if (acknowledged.Count >= 300)
                        enough.TrySetResult();
                }
                catch (Exception)
                {
                    unanswered.Add(scan);
                }
            }));
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await victim.KillAsync();
            await scanning;
            await line.DisposeAsync();
        }

        using var reborn = await ServerProcess.StartAsync(server.Folder, null, OfflineEvening.Fast);
        await using var again = await HubLine.OpenAsync(reborn.Address, "/live/door", steward.Token, CancellationToken.None);
        await Task.WhenAll(acknowledged.Values.Select(async told =>
            Assert.Equal(told.Answer with { ServerNow = default }, await again.InvokeAsync<ScanAnswer>("Scan", told.Scan) with { ServerNow = default })));
        await Task.WhenAll(unanswered.Select(async scan =>
            Assert.Equal(ScanOutcome.Admitted, (await again.InvokeAsync<ScanAnswer>("Scan", scan)).Outcome)));
        await reborn.KillAsync();

        Assert.NotEmpty(unanswered);
        Assert.Equal(2_000, await server.ReadAsync(db => db.Scans.CountAsync()));
        Assert.Equal(2_000, await server.ReadAsync(db => db.Admissions.CountAsync()));
        Assert.Equal(2_000, await server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
        Assert.Equal("ok", (await server.ReadAsync(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync())).Single());
    }
}
