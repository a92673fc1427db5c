using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rules 6 and 42.</summary>
public sealed class DoorRaceTests
{
    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_64_racing_scans_of_one_pass_one_is_admitted_and_63_are_already_in(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var pass = (await hall.IssueAsync(1))[0];
        var lines = new List<HubConnection>();
        for (var i = 0; i < 8; i++)
            lines.Add(await (await hall.PairAsync(DeviceRole.Steward)).LineAsync("/live/door"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i =>
            lines[i % lines.Count].InvokeAsync<ScanAnswer>("Scan", hall.Scan(pass.Token))));

        Assert.Equal(1, answers.Count(a => a.Outcome == ScanOutcome.Admitted));
        Assert.Equal(63, answers.Count(a => a.Outcome == ScanOutcome.AlreadyIn));
        Assert.All(answers.Where(a => a.Outcome == ScanOutcome.AlreadyIn), a => Assert.Equal("North door", a.FirstDoor));
        Assert.Equal(1, await server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
        Assert.Equal(64, await server.ReadAsync(db => db.Scans.CountAsync()));
        foreach (var line in lines)
            await line.DisposeAsync();
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task One_scan_sent_64_times_at_once_is_stored_once_and_gets_one_answer(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var pass = (await hall.IssueAsync(1))[0];
        await using var line = await (await hall.PairAsync(DeviceRole.Steward)).LineAsync("/live/door");
        var scan = hall.Scan(pass.Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => line.InvokeAsync<ScanAnswer>("Scan", scan)));

        Assert.All(answers, a => Assert.Equal(ScanOutcome.Admitted, a.Outcome));
        Assert.Equal(1, await server.ReadAsync(db => db.Scans.CountAsync()));
        Assert.Equal(1, await server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
    }
}
