using Assemblies.Data;
using Assemblies.Institutions;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Data;

/// <summary>Nobody changes state around the journal.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task A_change_without_a_journal_row_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<AssemblyDb>>().CreateDbContextAsync();
        db.Institutions.Add(new Institution { Name = "Al-Noor", NameKey = "al noor" });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Contains(nameof(Institution), error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await server.ReadAsync(other => other.Institutions.CountAsync()));
    }

    [Fact]
    public async Task A_reader_of_the_journal_misses_no_row_while_two_servers_write()
    {
        await using var first = await TestServer.StartAsync(TestDatabaseKind.Postgres);
        await using var second = await TestServer.StartAsync(TestDatabaseKind.Postgres, beside: first);
        var writing = Task.WhenAll(new[] { first, second, first, second }.Select(server => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await server.ChangeAsync(_ => { });
        })));

        // Reads on from the highest number it has seen, as the tail does: a row that appears below that number is lost.
        long last = 0;
        var seen = 0;
        bool isLast;
        do
        {
            isLast = writing.IsCompleted;
            var from = last;
            var fresh = await first.ReadAsync(db => db.Changes.Where(c => c.Sequence > from).Select(c => c.Sequence).ToListAsync());
            last = fresh.Append(last).Max();
            seen += fresh.Count;
        }
        while (!isLast);
        await writing;

        Assert.Equal(200, seen);
    }
}
