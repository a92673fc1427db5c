using System.Net;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Shell;

/// <summary>Two organisers who change one thing at once: one of them is told, and the server does not fail.</summary>
public sealed class TwoAtOnceTests
{
    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_two_doors_with_one_name_the_second_is_a_conflict(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        using var organiser = await server.OrganiserAsync();

        await OneIsRefusedAsync(server, () => organiser.PostAsJsonAsync(
            $"/api/assemblies/{hall.Assembly.Id}/doors", new DoorCommand("South door"), WireFormat.Json));

        Assert.Equal(1, await server.ReadAsync(db => db.Doors.CountAsync(d => d.Name == "South door")));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_two_new_wordings_of_one_ask_the_second_is_a_conflict(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        using var organiser = await server.OrganiserAsync();
        var homes = 300;

        await OneIsRefusedAsync(server, () => organiser.PutAsJsonAsync(
            $"/api/assemblies/{hall.Assembly.Id}/asks/{hall.Ask.Id}",
            new AskCommand($"Will you build {Interlocked.Increment(ref homes)} homes by 2028?"), WireFormat.Json));

        Assert.Equal(2, await server.ReadAsync(db => db.AskVersions.CountAsync()));
    }

    [Fact]
    public async Task On_a_page_it_is_said_in_words()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        var path = $"/assemblies/{hall.Assembly.Id}/devices";
        var page = await organiser.GetAsync(path);

        var replies = await AtOnceAsync(server, () => organiser.SendAsync(page, path, "add-door", ("name", "South door")));

        var refused = Assert.Single(replies, r => r.Status == HttpStatusCode.Conflict);
        Assert.Contains("Somebody was faster", refused.Text, StringComparison.Ordinal);
    }

    private static async Task OneIsRefusedAsync(TestServer server, Func<Task<HttpResponseMessage>> send)
    {
        var replies = await AtOnceAsync(server, send);
        Assert.Single(replies, r => r.StatusCode == HttpStatusCode.OK);
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, replies.Single(r => r.StatusCode != HttpStatusCode.OK)));
    }

    // Both check before either saves: nobody can save while this test has the turn to write.
    private static async Task<T[]> AtOnceAsync<T>(TestServer server, Func<Task<T>> send)
    {
        var journal = server.Services.GetRequiredService<ChangeJournal>();
        Task<T>[] sent;
        using (await journal.TakeTurnAsync(CancellationToken.None))
        {
            sent = [send(), send()];
            while (journal.Waiting < 2)
            {
                Assert.DoesNotContain(sent, reply => reply.IsCompleted);
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }
        return await Task.WhenAll(sent);
    }
}
