using System.Net;
using Assemblies.Devices;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Devices;

/// <summary>turnout.md, rules 28 and 30.</summary>
public sealed class PairingTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_code_makes_one_device_of_the_role_and_door_it_was_made_for()
    {
        var invitation = await InviteAsync(DeviceRole.Steward);
        Assert.Equal($"{hall.Server.Address}app/pair#{invitation.Code}", invitation.Address);

        var reply = await hall.Server.Visitor().SendAsync<PairReply>("/api/devices/pair", new PairCommand(invitation.Code, "Phone 2"));

        Assert.Equal((DeviceRole.Steward, "North door", "Phone 2"), (reply.Device.Role, reply.Device.Door, reply.Device.Name));
        var me = await hall.Server.WithToken(reply.Token).ReadAsync<DeviceIdentity>("/api/devices/me");
        Assert.Equal(reply.Device, me);
    }

    [Fact]
    public async Task A_code_typed_in_small_letters_with_a_hyphen_works_too()
    {
        var code = (await InviteAsync(DeviceRole.Chair)).Code.ToLowerInvariant();
        Assert.Equal(HttpStatusCode.OK, await PairAsync($"{code[..4]}-{code[4..]}"));
    }

    [Fact]
    public async Task A_browser_keeps_the_token_where_no_script_and_no_other_site_reaches_it()
    {
        var invitation = await InviteAsync(DeviceRole.StageManager);
        var response = await hall.Server.Visitor().PostAsJsonAsync("/api/devices/pair", new PairCommand(invitation.Code, "Tablet"));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("device_stage_manager=dev_", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        // The pairing ends 24 hours after the hard end; for 90 days more the device can still hand in what it holds.
        Assert.Contains("expires=Thu, 31 Dec 2026 19:45:00 GMT", cookie, StringComparison.OrdinalIgnoreCase);

        var browser = hall.Server.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/devices/me")).StatusCode);
        browser.DefaultRequestHeaders.Add("Device-Role", "stage_manager");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/devices/me")).StatusCode);
    }

    [Fact]
    public async Task A_used_code_is_refused()
    {
        var invitation = await InviteAsync(DeviceRole.Scribe);
        Assert.Equal(HttpStatusCode.OK, await PairAsync(invitation.Code));
        Assert.Equal(HttpStatusCode.BadRequest, await PairAsync(invitation.Code));
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.Devices.CountAsync()));
    }

    [Fact]
    public async Task A_code_works_for_ten_minutes_and_no_longer()
    {
        var (early, late) = (await InviteAsync(DeviceRole.Chair), await InviteAsync(DeviceRole.Chair));
        hall.Server.Clock.Advance(Duration.FromMinutes(10) - Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, await PairAsync(early.Code));
        hall.Server.Clock.Advance(Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.BadRequest, await PairAsync(late.Code));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_phones_that_use_one_code_at_once_exactly_one_is_paired(TestDatabaseKind kind)
    {
        var other = await Hall.OpenAsync(kind);
        await using var server = other.Server;
        var boss = await server.OrganiserAsync();
        for (var round = 0; round < 5; round++)
        {
            var invitation = await boss.SendAsync<InviteReply>($"/api/assemblies/{other.Assembly.Id}/pairings", new InviteCommand(DeviceRole.Chair));
            var phones = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
                server.Visitor().PostAsJsonAsync("/api/devices/pair", new PairCommand(invitation.Code, $"Phone {i}"))));
            Assert.Equal(1, phones.Count(p => p.StatusCode == HttpStatusCode.OK));
            Assert.Equal(round + 1, await server.ReadAsync(db => db.Devices.CountAsync()));
        }
    }

    [Fact]
    public async Task Whoever_guesses_codes_is_slowed_down_and_told_when_to_come_back()
    {
        var visitor = hall.Server.Visitor();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 21; i++)
            answers.Add(await visitor.PostAsJsonAsync("/api/devices/pair", new PairCommand("0000000" + i % 10, "Guess")));
        Assert.All(answers.Take(20), a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[20].StatusCode);
        Assert.Equal("application/problem+json", answers[20].Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answers[20].Headers.RetryAfter);
    }

    [Fact]
    public async Task A_whole_team_pairs_from_one_address_without_being_slowed_down()
    {
        for (var i = 0; i < 28; i++)
            Assert.Equal(HttpStatusCode.OK, await PairAsync((await InviteAsync(DeviceRole.Steward)).Code));
    }

    [Fact]
    public async Task A_revoked_device_is_refused_and_its_connection_is_cut()
    {
        var phone = await hall.PairAsync(DeviceRole.Steward);
        await using var line = await phone.LineAsync("/live/door");
        var cut = new TaskCompletionSource();
        line.Closed += _ => { cut.TrySetResult(); return Task.CompletedTask; };
        Assert.True((await ListAsync()).Single().IsConnected);

        var revoked = await organiser.PostAsync($"/api/assemblies/{hall.Assembly.Id}/devices/{phone.Device.Id}/revoke", null);

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Http().GetAsync("/api/devices/me")).StatusCode);
        Assert.NotNull((await ListAsync()).Single().RevokedAt);
    }

    [Fact]
    public async Task A_steward_without_a_door_is_not_invited()
    {
        Assert.Equal(["doorId"], await organiser.RefusedAsync(
            HttpStatusCode.BadRequest, $"/api/assemblies/{hall.Assembly.Id}/pairings", new InviteCommand(DeviceRole.Steward)));
    }

    private Task<InviteReply> InviteAsync(DeviceRole role) => organiser.SendAsync<InviteReply>(
        $"/api/assemblies/{hall.Assembly.Id}/pairings", new InviteCommand(role, role == DeviceRole.Steward ? hall.Door.Id : null));

    private async Task<HttpStatusCode> PairAsync(string code) =>
        (await hall.Server.Visitor().PostAsJsonAsync("/api/devices/pair", new PairCommand(code, "Phone"))).StatusCode;

    private Task<List<DeviceRow>> ListAsync() => organiser.ReadAsync<List<DeviceRow>>($"/api/assemblies/{hall.Assembly.Id}/devices");
}
