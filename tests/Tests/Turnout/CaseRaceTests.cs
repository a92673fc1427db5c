using System.Net;
using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Desk;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>Several desks have one case before them: one of them clears it up, the others are told who did.</summary>
public sealed class CaseRaceTests
{
    private const int Desks = 8;

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_desks_that_close_a_case_at_once_one_does_and_the_others_are_told_who_and_when(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var scan = await OpenCaseAsync(hall);

        var replies = await AtOnceAsync(hall, scan, desk => new ResolveCommand(ResolutionKind.LeftAsIs, desk));

        await OneWonAsync(hall, replies, "it counts as it stands");
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_desks_that_count_a_case_with_an_institution_at_once_one_does_and_it_counts_once(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var scan = await OpenCaseAsync(hall);

        var replies = await AtOnceAsync(hall, scan, _ => new ResolveCommand(ResolutionKind.CountedWith, null, hall.Institution.Id, 2, 1));

        await OneWonAsync(hall, replies, "it was counted with an institution");
        var count = await server.ReadAsync(db => db.TurnoutCounts.SingleAsync(c => c.Arrived > 0));
        Assert.Equal((hall.Institution.Id, 3, 1), (count.InstitutionId, count.Arrived, count.Under18s));
        Assert.Equal(3, await server.ReadAsync(db => db.Scans.CountAsync()));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_desks_that_decide_differently_at_once_only_the_first_changes_the_count(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var scan = await OpenCaseAsync(hall);

        var replies = await AtOnceAsync(hall, scan, desk => desk[^1] % 2 == 0
            ? new ResolveCommand(ResolutionKind.TakenBack)
            : new ResolveCommand(ResolutionKind.CountedWith, null, hall.Institution.Id, 4));

        Assert.Single(replies, r => r.Reply.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(Desks - 1, replies.Count(r => r.Reply.StatusCode == HttpStatusCode.Conflict));
        var kept = (await server.ReadAsync(db => db.Resolutions.SingleAsync())).Kind;
        Assert.Equal(kept == ResolutionKind.TakenBack ? 0 : 4, await server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived)));
    }

    private static async Task OneWonAsync(Hall hall, IReadOnlyList<(PairedDevice Desk, HttpResponseMessage Reply)> replies, string what)
    {
        var resolution = await hall.Server.ReadAsync(db => db.Resolutions.SingleAsync());
        var winner = Assert.Single(replies, r => r.Reply.StatusCode == HttpStatusCode.NoContent).Desk;
        Assert.Equal($"device:{winner.Device.Id}", resolution.By);
        foreach (var (_, reply) in replies.Where(r => r.Desk != winner))
        {
            var text = await reply.Content.ReadAsStringAsync();
            Assert.True(reply.StatusCode == HttpStatusCode.Conflict, text);
            using var problem = JsonDocument.Parse(text);
            Assert.Equal($"{winner.Device.Name} has cleared this case up at 17:00: {what}.", problem.RootElement.GetProperty("problems")[0].GetProperty("fix").GetString());
        }
    }

    private static async Task<(PairedDevice Desk, HttpResponseMessage Reply)[]> AtOnceAsync(Hall hall, Guid scan, Func<string, ResolveCommand> command)
    {
        var desks = new List<PairedDevice>();
        for (var i = 1; i <= Desks; i++)
        {
            desks.Add(await hall.PairAsync(DeviceRole.Desk));
            await hall.Server.ChangeAsync(db => db.Devices.Attach(desks[^1].Device).Entity.Name = $"Desk {i}");
        }
        return await Task.WhenAll(desks.Select(async desk =>
            (desk, await desk.Http().PostAsJsonAsync($"/api/door/cases/{scan}/resolve", command(desk.Device.Name), WireFormat.Json))));
    }

    private static async Task<Guid> OpenCaseAsync(Hall hall)
    {
        var scan = hall.Scan("not a pass") with { Decided = ScanOutcome.Admitted };
        await (await hall.PairAsync(DeviceRole.Steward)).SendAsync(scan);
        return scan.ScanId;
    }
}
