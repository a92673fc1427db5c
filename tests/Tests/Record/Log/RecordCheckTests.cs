using System.Net;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Record.Log;

/// <summary>record.md, STORE: what is stored is computed again when the server starts and before each signature.</summary>
public sealed class RecordCheckTests : IAsyncLifetime
{
    private static readonly AnswerWords Yes = new(AnswerCode.Yes, "Yes, I will.");
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Record => $"/api/assemblies/{hall.Assembly.Id}/public-record";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        (await PageClient.FirstOrganiserAsync(hall.Server)).Dispose();
        organiser = await hall.Server.OrganiserAsync();
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, Yes);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Theory]
    [InlineData("bytes"), InlineData("hash"), InlineData("checkpoint"), InlineData("removed")]
    public async Task A_server_that_starts_on_a_changed_record_says_so_to_its_organisers(string what)
    {
        await hall.Server.ChangeAsync(db => Change(db.RecordEntries.Single(e => e.Seq == 2), db, what));
        await using var restarted = await hall.Server.BesideAsync();
        using var maria = restarted.As(organiser);
        await Until.HoldsAsync(async () => (await maria.ReadAsync<RecordStatus>(Record)).Broken is not null);
        using var page = await PageClient.SignedInAsync(restarted);
        Assert.Contains("is not the one that was signed", (await page.GetAsync($"/assemblies/{hall.Assembly.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_record_is_checked_without_a_word_to_anybody()
    {
        await using var restarted = await hall.Server.BesideAsync();
        using var maria = restarted.As(organiser);
        Assert.Null((await maria.ReadAsync<RecordStatus>(Record)).Broken);
        await DisputeAsync(maria);
        Assert.Null((await maria.ReadAsync<RecordStatus>(Record)).Broken);
    }

    [Fact]
    public async Task A_hash_that_is_changed_while_the_server_runs_is_found_before_the_next_signature()
    {
        await hall.Server.ChangeAsync(db => Change(db.RecordEntries.Single(e => e.Seq == 1), db, "hash"));
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"/api/assemblies/{hall.Assembly.Id}/disputes", Dispute));
        Assert.Equal(4, await hall.Server.ReadAsync(db => db.RecordEntries.CountAsync()));
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.Disputes.CountAsync()));
        Assert.NotNull((await organiser.ReadAsync<RecordStatus>(Record)).Broken);
    }

    private DisputeCommand Dispute => new(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Not like this.");

    private Task<DisputeRow> DisputeAsync(HttpClient client) => client.SendAsync<DisputeRow>($"/api/assemblies/{hall.Assembly.Id}/disputes", Dispute);

    private static void Change(RecordEntry entry, Assemblies.Data.AssemblyDb db, string what)
    {
        switch (what)
        {
            case "bytes": entry.Bytes = [.. entry.Bytes!.Select(b => b == (byte)'s' ? (byte)'t' : b)]; break;
            case "hash": db.Entry(entry).Property(e => e.Hash).CurrentValue = [.. entry.Hash.Reverse()]; break;
            case "checkpoint": db.Entry(entry).Property(e => e.Checkpoint).CurrentValue = entry.Checkpoint.Replace("\n3\n", "\n4\n", StringComparison.Ordinal); break;
            default: db.Remove(entry); break;
        }
    }
}
