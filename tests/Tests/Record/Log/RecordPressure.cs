using System.Collections.Concurrent;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Record.Log;

/// <summary>A hall with one answer that offices dispute over and over: each dispute is one entry through the public door, with everything that was answered kept.</summary>
internal sealed class RecordPressure(Hall hall, string token, string path, string key)
{
    private readonly ConcurrentDictionary<string, byte> shown = new();
    private readonly ConcurrentDictionary<Guid, byte> acknowledged = new();

    public Hall Hall => hall;

    /// <summary>Disputes whose entry somebody was told is recorded.</summary>
    public int Acknowledged => acknowledged.Count;

    /// <summary>Different checkpoints that somebody was shown.</summary>
    public int Shown => shown.Count;

    public static async Task<RecordPressure> OpenAsync(TestDatabaseKind kind = TestDatabaseKind.Sqlite)
    {
        var hall = await Hall.OpenAsync(kind);
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes, I will."));
        using var organiser = await hall.Server.OrganiserAsync();
        var status = await organiser.ReadAsync<RecordStatus>($"/api/assemblies/{hall.Assembly.Id}/public-record");
        return new(hall, organiser.DefaultRequestHeaders.Authorization!.Parameter!, status.Path!, status.VerifierKey!);
    }

    /// <summary>A client of a server on this hall's data.</summary>
    public HttpClient Client(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Appends one entry and looks at the checkpoint, as a photo of the projector would. False when nobody answered, or with a refusal.</summary>
    public async Task<bool> AppendAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync($"/api/assemblies/{hall.Assembly.Id}/disputes", new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Not like this."), WireFormat.Json);
            if (!answer.IsSuccessStatusCode)
                return false;
            acknowledged[(await answer.Content.ReadFromJsonAsync<DisputeRow>(WireFormat.Json))!.Id] = 0;
            shown[await client.GetStringAsync($"{path}/checkpoint")] = 0;
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Nothing that was acknowledged is missing, nothing is there twice, and every checkpoint that anybody was ever shown is a prefix of what is there.</summary>
    public async Task HoldsAsync(TestServer server)
    {
        var disputes = await server.ReadAsync(db => db.Disputes.Select(d => d.Id).ToListAsync());
        Assert.Empty(acknowledged.Keys.Except(disputes));
        var entries = await server.ReadAsync(db => db.RecordEntries.OrderBy(e => e.Seq).Select(e => new { e.Seq, e.Type }).ToListAsync());
        Assert.Equal(disputes.Count, entries.Count(e => e.Type == "answer.disputed"));
        Assert.Equal(Enumerable.Range(0, entries.Count).Select(i => (long)i), entries.Select(e => e.Seq));
        var verdict = await server.VerifyAsync(path, key, [.. shown.Keys]);
        Assert.True(verdict is { Outcome: Outcome.Valid, Forks: [] }, $"{verdict.Headline}: {verdict.Finding?.Message}");
    }
}
