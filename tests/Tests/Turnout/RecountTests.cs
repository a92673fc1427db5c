using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rule 23: the counts are projections, and anybody with the server's command line can check them.</summary>
public sealed class RecountTests
{
    [Fact]
    public async Task Recount_agrees_with_an_evening_finds_what_was_tampered_with_and_repairs_it()
    {
        var hall = await Hall.OpenAsync(settings: OfflineEvening.Fast);
        await using var server = hall.Server;
        var random = new Random(11);
        string[] kinds = ["in", "in", "in", "out", "coach", "uncounted", "group", "walkup", "tap", "unknown", "undo"];
        var evening = await OfflineEvening.PlayAsync(
            hall, [.. Enumerable.Range(0, 200).Select(i => new ConvergenceTests.Deed(i % 4, kinds[random.Next(kinds.Length)], random.Next(5), random.Next(1, 40), i / 3))], 4);
        await evening.ArriveAsync(random);

        var (exit, output, errors) = await RecountAsync(server);
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains($"{evening.Oracle().Arrived} arrived, the counts agree.", output, StringComparison.Ordinal);

        await server.ChangeAsync(db =>
        {
            db.TurnoutCounts.First(c => c.Arrived > 0).Arrived += 5;
            db.Admissions.Remove(db.Admissions.First());
        });
        (exit, output, _) = await RecountAsync(server);
        Assert.Equal(1, exit);
        Assert.Contains("3 lines differ", output, StringComparison.Ordinal);

        Assert.Equal(0, (await RecountAsync(server, "--repair")).Exit);
        Assert.Equal(0, (await RecountAsync(server)).Exit);
        var counts = await server.ReadAsync(db => db.TurnoutCounts.Where(c => c.AssemblyId == evening.AssemblyId).ToListAsync());
        Assert.Equal(evening.Oracle(), (counts.Sum(c => c.Arrived), counts.Sum(c => c.Under18s), counts.Sum(c => c.Inside)));
        Assert.Contains("turnout.recounted", await server.ReadAsync(db => db.Changes.OrderByDescending(c => c.Sequence).Select(c => c.Kind).FirstAsync()), StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Output, string Errors)> RecountAsync(TestServer server, params string[] options) =>
        ServerProcess.RunAsync("", ["recount", .. options, "--Data:Folder", server.Folder]);
}
