using System.Data.Common;
using System.Net;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace Assemblies.Tests.Record.Log;

/// <summary>record.md, "How it is tested": kill -9, two writers, a clock that goes backwards, a full disk. The real server on the real database.</summary>
public sealed class RecordCrashTests
{
    private const int Callers = 4;

    [Fact]
    public async Task After_kill_9_at_random_points_over_a_thousand_appends_every_checkpoint_that_was_shown_is_a_prefix()
    {
        var pressure = await RecordPressure.OpenAsync();
        await using var server = pressure.Hall.Server;
        await server.StopAsync();
        // The points are random and the same in each run, so that a failure can be looked at again.
        var random = new Random(20261001);
        for (var kills = 0; pressure.Acknowledged < 1_000; kills++)
        {
            Assert.True(kills < 20, "Something else than a kill stops the appends.");
            using var victim = await ServerProcess.StartAsync(server.Folder);
            using var client = pressure.Client(victim.Address);
            var last = kills < 6 ? Math.Min(1_000, pressure.Acknowledged + random.Next(20, 250)) : 1_000;
            var killers = 0;
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
            {
                while (pressure.Acknowledged < last && await pressure.AppendAsync(client))
                {
                }
                // The others are in the middle of theirs.
                if (Interlocked.Increment(ref killers) == 1)
                    await victim.KillAsync();
            }));
        }
        Assert.True(pressure.Shown > 500, $"{pressure.Shown} different checkpoints were shown");
        await using var reborn = await server.BesideAsync();
        Assert.Equal("ok", (await reborn.ReadAsync(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync())).Single());
        await pressure.HoldsAsync(reborn);
        using var after = pressure.Client(reborn.Address);
        Assert.True(await pressure.AppendAsync(after));
        await pressure.HoldsAsync(reborn);
    }

    [Theory]
    [InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Two_servers_that_write_at_once_make_one_record_and_lose_nothing(TestDatabaseKind kind)
    {
        var pressure = await RecordPressure.OpenAsync(kind);
        await using var server = pressure.Hall.Server;
        using var north = await ServerProcess.StartAsync(server.Folder, null, server.DatabaseSettings);
        using var south = await ServerProcess.StartAsync(server.Folder, null, server.DatabaseSettings);
        using var toNorth = pressure.Client(north.Address);
        using var toSouth = pressure.Client(south.Address);
        var appended = await Task.WhenAll(new[] { toNorth, toSouth, toNorth, toSouth }.Select(async client =>
        {
            var done = 0;
            for (var i = 0; i < 25; i++)
                done += await pressure.AppendAsync(client) ? 1 : 0;
            return done;
        }));
        Assert.Equal([25, 25, 25, 25], appended);
        Assert.Equal(100, pressure.Acknowledged);
        await pressure.HoldsAsync(server);
    }

    [Fact]
    public async Task When_the_clock_goes_back_the_record_keeps_the_time_before_and_goes_on()
    {
        var pressure = await RecordPressure.OpenAsync();
        await using var server = pressure.Hall.Server;
        using var client = pressure.Client(server.Address);
        server.Clock.Advance(Duration.FromHours(2));
        Assert.True(await pressure.AppendAsync(client));
        server.Clock.Advance(-Duration.FromHours(1));
        Assert.True(await pressure.AppendAsync(client));
        await using var restarted = await server.BesideAsync();
        using var again = pressure.Client(restarted.Address);
        Assert.True(await pressure.AppendAsync(again));
        await pressure.HoldsAsync(restarted);
        var entries = await client.GetStringAsync((await client.ReadAsync<RecordStatus>($"/api/assemblies/{pressure.Hall.Assembly.Id}/public-record")).Path + "/entries.jsonl");
        Assert.Equal(3, entries.Split("\"at\":\"2026-10-01T18:00:00Z\"").Length - 1);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_half_written_the_refusal_says_so_and_it_goes_on_once_there_is_room()
    {
        var pressure = await RecordPressure.OpenAsync();
        await using var server = pressure.Hall.Server;
        var disk = new SmallDisk();
        await using var small = await server.BesideAsync(services => services.ConfigureDbContext<AssemblyDb>(options => options.AddInterceptors(disk)));
        using var client = pressure.Client(small.Address);
        Assert.True(await pressure.AppendAsync(client));
        disk.IsFull = true;
        while (await pressure.AppendAsync(client))
        {
        }
        var told = pressure.Acknowledged;
        using var refusal = await client.PostAsJsonAsync($"/api/assemblies/{pressure.Hall.Assembly.Id}/disputes",
            new DisputeCommand(pressure.Hall.Ask.Id, pressure.Hall.Mayor.Id, "Mayor's office", "Not like this."), WireFormat.Json);
        Assert.Contains("disk is full", await refusal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InsufficientStorage, await WriteAsksAsync(client, $"/api/assemblies/{pressure.Hall.Assembly.Id}/asks"));
        await pressure.HoldsAsync(small);
        disk.IsFull = false;
        Assert.True(await pressure.AppendAsync(client));
        Assert.Equal(told + 1, pressure.Acknowledged);
        await pressure.HoldsAsync(small);
    }

    // What has nothing to do with the record, until the last page is full too.
    private static async Task<HttpStatusCode> WriteAsksAsync(HttpClient client, string path)
    {
        while (true)
        {
            using var answer = await client.PostAsJsonAsync(path, new AskCommand("Will you build two hundred homes by May?"), WireFormat.Json);
            if (!answer.IsSuccessStatusCode)
                return answer.StatusCode;
        }
    }

    /// <summary>A disk on which the database cannot grow: SQLite answers SQLITE_FULL, as it does when the file system has no block left.</summary>
    private sealed class SmallDisk : DbConnectionInterceptor
    {
        private const long Endless = 1_073_741_823;

        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            // Never below what it has, so that this means: not one page more.
            command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : Endless)}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
