using System.Net;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Record.Log;

/// <summary>The key of a real evening: made with a passphrase, locked after each start, never on the disk in clear.</summary>
public sealed class RecordKeyTests : IAsyncLifetime
{
    private const string Passphrase = "four words on paper";

    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Record => $"/api/assemblies/{hall.Assembly.Id}/public-record";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync(settings: ["--Record:RehearsalKeys", "false"]);
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Without_a_key_nothing_is_put_and_the_sentence_says_where_to_make_one()
    {
        var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(hall.Ask.Id, hall.Mayor.Id, 0)]));
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.AnswerSteps.CountAsync()));
        Assert.Equal(RecordKeyState.Missing, (await organiser.ReadAsync<RecordStatus>(Record)).Key);
    }

    [Fact]
    public async Task Without_a_key_no_ask_is_published_and_no_turnout_frozen_and_nothing_is_changed()
    {
        var api = $"/api/assemblies/{hall.Assembly.Id}";
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{api}/asks/{hall.Ask.Id}/publish", new { }));
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{api}/turnout/official", new { }));
        Assert.Null(await hall.Server.ReadAsync(db => db.Asks.Select(a => a.PublishedVersion).SingleAsync()));
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.OfficialTurnouts.CountAsync()));
    }

    [Fact]
    public async Task A_key_is_made_once_and_is_encrypted_on_the_disk()
    {
        Assert.Equal(["passphrase"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Record}/key", new RecordPassphraseCommand("too short")));
        Assert.Equal(RecordKeyState.Unlocked, (await organiser.SendAsync<RecordStatus>($"{Record}/key", new RecordPassphraseCommand(Passphrase))).Key);
        await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Record}/key", new RecordPassphraseCommand("another four words"));
        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", await hall.Server.ReadAsync(db => db.RecordKeys.Select(k => k.PrivateKey).SingleAsync()), StringComparison.Ordinal);
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.PutAsync(hall.Mayor);
        Assert.Equal(2, (await organiser.ReadAsync<RecordStatus>(Record)).Size);
    }

    [Fact]
    public async Task After_a_restart_the_record_is_locked_until_the_passphrase_is_entered()
    {
        await organiser.SendAsync<RecordStatus>($"{Record}/key", new RecordPassphraseCommand(Passphrase));
        await using var restarted = await hall.Server.BesideAsync("--Record:RehearsalKeys", "false");
        using var maria = restarted.As(organiser);
        using var chair = restarted.WithToken((await hall.PairAsync(DeviceRole.Chair)).Token);
        var put = new PutCommand(Guid.NewGuid(), [new CellRef(hall.Ask.Id, hall.Mayor.Id, 0)]);
        await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/put", put);
        Assert.Equal(["passphrase"], await maria.RefusedAsync(HttpStatusCode.BadRequest, $"{Record}/unlock", new RecordPassphraseCommand("not these words at all")));
        Assert.Equal(RecordKeyState.Unlocked, (await maria.SendAsync<RecordStatus>($"{Record}/unlock", new RecordPassphraseCommand(Passphrase))).Key);
        // The same tap again.
        await chair.SendAsync<FloorReply>("/api/floor/put", put);
    }

    [Fact]
    public async Task A_server_that_is_given_the_passphrase_in_a_file_comes_back_by_itself()
    {
        await organiser.SendAsync<RecordStatus>($"{Record}/key", new RecordPassphraseCommand(Passphrase));
        var file = Path.Combine(hall.Server.Folder, "passphrase");
        await File.WriteAllTextAsync(file, Passphrase + "\n");
        await using var restarted = await hall.Server.BesideAsync("--Record:RehearsalKeys", "false", "--Record:PassphraseFile", file);
        using var chair = restarted.WithToken((await hall.PairAsync(DeviceRole.Chair)).Token);
        await chair.SendAsync<FloorReply>("/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(hall.Ask.Id, hall.Mayor.Id, 0)]));
    }
}
