using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Roster;
using Assemblies.Wire;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rules 18–22.</summary>
public sealed class RosterTests : IAsyncLifetime
{
    private Hall hall = null!;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync();

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_door_recognises_a_pass_by_its_token_and_by_its_short_code_and_can_make_neither()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var (roster, text) = await SnapshotAsync(DeviceRole.Steward);
        var entry = Assert.Single(roster.Passes);
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(pass.Token)).AsSpan(0, 8)), entry.Hash);
        Assert.Equal(
            Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars(roster.ShortCodeKey), Encoding.ASCII.GetBytes(pass.ShortCode)).AsSpan(0, 3)),
            entry.Code);
        Assert.DoesNotContain(pass.Token, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(pass.ShortCode, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_steward_reads_a_name_only_with_the_pass_in_hand_a_desk_searches_names_and_a_kiosk_has_none()
    {
        var token = await hall.IssueNamedAsync("Amina Okafor");
        var (steward, text) = await SnapshotAsync(DeviceRole.Steward);
        Assert.DoesNotContain("Amina", text, StringComparison.Ordinal);
        Assert.Equal("Amina Okafor", Unseal(token, steward.Passes[0].Sealed!));
        Assert.ThrowsAny<CryptographicException>(() => Unseal(token[..25] + (token[25] == 'A' ? 'B' : 'A'), steward.Passes[0].Sealed!));

        var desk = (await SnapshotAsync(DeviceRole.Desk)).Roster.Passes[0];
        Assert.Equal(("Amina Okafor", null), (desk.Name, desk.Sealed));
        Assert.NotNull(desk.Pass);

        var kiosk = (await SnapshotAsync(DeviceRole.Kiosk)).Roster.Passes[0];
        Assert.Equal((null, null, null), (kiosk.Name, kiosk.Sealed, kiosk.Pass));
    }

    [Fact]
    public async Task A_door_learns_what_other_doors_admitted_and_what_was_revoked_from_the_changes_alone()
    {
        var passes = await hall.IssueAsync(3);
        var steward = await hall.PairAsync(DeviceRole.Steward);
        var roster = (await SnapshotAsync(DeviceRole.Steward)).Roster;
        await steward.SendAsync(hall.Scan(passes[0].Token));
        using (var scope = hall.Server.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<PassOffice>().RevokeAsync(Actor.Server, hall.Assembly.Id, passes[1].Pass.Id, default);

        var changes = await ChangesAsync(steward, roster.Cursor);

        Assert.Equal(2, changes.Passes.Count);
        var admitted = Assert.Single(changes.Passes, p => p.Standing == RosterStanding.Good);
        Assert.Equal((true, TestServer.Evening, "North door"), (admitted.Inside, admitted.FirstAt, changes.Doors[admitted.FirstDoor!.Value].Name));
        Assert.Null(Assert.Single(changes.Passes, p => p.Standing == RosterStanding.Revoked).Inside);
        Assert.False(changes.More);
        Assert.Empty((await ChangesAsync(steward, changes.Cursor)).Passes);
    }

    [Fact]
    public async Task Many_changes_come_in_pages_that_end()
    {
        var passes = await hall.IssueAsync(600);
        var steward = await hall.PairAsync(DeviceRole.Steward);
        var cursor = (await SnapshotAsync(DeviceRole.Steward)).Roster.Cursor;
        foreach (var batch in passes.Chunk(200))
            await steward.SendAsync([.. batch.Select(p => hall.Scan(p.Token))]);
        var (seen, pages) = (new HashSet<string>(), 0);
        for (var more = true; more; pages++)
        {
            var changes = await ChangesAsync(steward, cursor);
            Assert.InRange(changes.Passes.Count, 1, 500);
            seen.UnionWith(changes.Passes.Select(p => p.Hash));
            (cursor, more) = (changes.Cursor, changes.More);
        }
        Assert.Equal(600, seen.Count);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task After_passes_were_issued_in_bulk_or_with_a_cursor_of_the_future_the_whole_roster_is_fetched_anew()
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        var cursor = (await SnapshotAsync(DeviceRole.Steward)).Roster.Cursor;
        using (var scope = hall.Server.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<PassOffice>()
                .IssueAsync(Actor.Server, hall.Assembly.Id, new IssueCommand(hall.Institution.Id, 5), default);
        using var client = steward.Http();
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync($"/api/door/roster/changes?after={cursor}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/api/door/roster/changes?after=9999999")).StatusCode);
        Assert.Equal(5, (await SnapshotAsync(DeviceRole.Steward)).Roster.Passes.Count);
    }

    [Fact]
    public async Task Whoever_counts_groups_sees_how_many_an_institution_pledged_also_after_a_change_and_the_public_does_not()
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        var roster = (await SnapshotAsync(DeviceRole.Steward)).Roster;
        Assert.Equal(100, Assert.Single(roster.Institutions).Expected);
        Assert.Null(Assert.Single((await SnapshotAsync(DeviceRole.Kiosk)).Roster.Institutions).Expected);

        using (var scope = hall.Server.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<DelegationRegister>().SetAsync(
                Actor.Server, hall.Assembly.Id, new Dictionary<Guid, DelegationCommand> { [hall.Institution.Id] = new(130) }, default);

        using var client = steward.Http();
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync($"/api/door/roster/changes?after={roster.Cursor}")).StatusCode);
        Assert.Equal(130, Assert.Single((await SnapshotAsync(DeviceRole.Steward)).Roster.Institutions).Expected);
    }

    [Fact]
    public async Task A_roster_that_did_not_change_is_not_sent_again()
    {
        using var client = (await hall.PairAsync(DeviceRole.Steward)).Http();
        var first = await client.GetAsync("/api/door/roster");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync("/api/door/roster")).StatusCode);
        await hall.Server.ChangeAsync(db => db.Record(
            Actor.Server, hall.Assembly.Id, ChangeChannel.Agenda, "assembly.changed", "The plan of the assembly was changed."));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/door/roster")).StatusCode);
    }

    [Theory, InlineData("gzip"), InlineData("br")]
    public async Task Five_thousand_named_passes_travel_in_less_than_250_kilobytes(string encoding)
    {
        var random = new Random(7);
        await hall.IssueNamedAsync([.. Enumerable.Range(0, 5_000).Select(_ => string.Concat(Enumerable.Range(0, 15).Select(_ => (char)random.Next('a', 'z'))))]);
        using var client = (await hall.PairAsync(DeviceRole.Steward)).Http();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        var bytes = await client.GetByteArrayAsync("/api/door/roster");
        Assert.InRange(bytes.Length, 100_000, 250_000);
    }

    private static string Unseal(string token, string sealedName)
    {
        var bytes = Base64Url.DecodeFromChars(sealedName);
        var plain = new byte[bytes.Length - 16];
        using var aes = new AesGcm(SHA256.HashData(Encoding.ASCII.GetBytes("assembly pass name:" + token)), 16);
        aes.Decrypt(new byte[12], bytes.AsSpan(0, plain.Length), bytes.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private async Task<(RosterSnapshot Roster, string Text)> SnapshotAsync(DeviceRole role)
    {
        using var client = (await hall.PairAsync(role)).Http();
        var text = await client.GetStringAsync("/api/door/roster");
        return (System.Text.Json.JsonSerializer.Deserialize<RosterSnapshot>(text, WireFormat.Json)!, text);
    }

    private static async Task<RosterChanges> ChangesAsync(PairedDevice device, long after)
    {
        using var client = device.Http();
        return (await client.GetFromJsonAsync<RosterChanges>($"/api/door/roster/changes?after={after}", WireFormat.Json))!;
    }
}
