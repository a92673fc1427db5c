using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Official;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 26: what is frozen is one moment, whatever the doors do meanwhile.</summary>
public sealed class OfficialStormTests
{
    private const int Stewards = 6;
    private const int Freezes = 12;

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task While_scans_storm_in_each_frozen_figure_is_exactly_the_facts_up_to_its_cursor(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind, "--Door:ScansPerSecond", "100000");
        await using var server = hall.Server;
        using var organiser = await server.OrganiserAsync();
        var path = $"/api/assemblies/{hall.Assembly.Id}/turnout/official";
        await server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 1_000_000);
        using var over = new CancellationTokenSource();
        var storm = new List<Task>();
        for (var i = 0; i < Stewards; i++)
            storm.Add(StormAsync(hall, await hall.PairAsync(DeviceRole.Steward), over.Token));

        for (var i = 0; i < Freezes; i++)
            await organiser.SendAsync<OfficialFigure>(path, new FreezeCommand(Reason: "Once more"));
        await over.CancelAsync();
        await Task.WhenAll(storm);

        var frozen = await server.ReadAsync(db => db.OfficialTurnouts.OrderBy(o => o.Number).ToListAsync());
        Assert.Equal(Freezes, frozen.Count);
        Assert.True(frozen[^1].Arrived > frozen[0].Arrived, "No scan arrived while the turnout was frozen.");
        foreach (var figure in frozen)
        {
            // Each fact left one row in the journal, in the order of their commits.
            var (came, back) = (await RowsAsync(server, "scan.admitted", figure.Cursor), await RowsAsync(server, "scan.undone", figure.Cursor));
            Assert.Equal(3 * (came - back), figure.Arrived);
            Assert.Equal(came - back, figure.Under18s);
        }
    }

    // Groups of three, and every fourth is taken back in a batch of its own.
    private static async Task StormAsync(Hall hall, PairedDevice steward, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var group = hall.Scan("", ScanMethod.Group) with { InstitutionId = hall.Institution.Id, Adults = 2, Under18s = 1 };
            Assert.Equal(ScanOutcome.Admitted, (await steward.SendAsync(group))[0].Outcome);
            if (i % 4 == 0)
                Assert.Equal(ScanOutcome.Undone, (await steward.SendAsync(hall.Scan("") with { Undoes = group.ScanId }))[0].Outcome);
        }
    }

    private static Task<int> RowsAsync(TestServer server, string kind, long cursor) =>
        server.ReadAsync(db => db.Changes.CountAsync(c => c.Channel == ChangeChannel.Turnout && c.Kind == kind && c.Sequence <= cursor));
}
