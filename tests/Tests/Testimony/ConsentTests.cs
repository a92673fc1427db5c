using System.Net;
using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Testimony;

/// <summary>A name is where its owner agreed to it and nowhere else (product.md, 55).</summary>
public sealed class ConsentTests : IAsyncLifetime
{
    private static readonly ConsentChannel[] Everywhere = Enum.GetValues<ConsentChannel>();

    private Hall hall = null!;
    private HttpClient organiser = null!;
    private HttpClient projector = null!;
    private SpeakerRow speaker = null!;

    private string Path => $"/api/assemblies/{hall.Assembly.Id}/speakers";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
        speaker = await organiser.SendAsync<SpeakerRow>(Path, new SpeakerCommand(hall.Institution.Id, "Grace O.", hall.Ask.Id));
        using var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Testimony, SpeakerId: speaker.Id));
        projector = (await hall.PairAsync(DeviceRole.Projector)).Http();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    public static TheoryData<ConsentChannel> Channels => [.. Everywhere];

    [Theory, MemberData(nameof(Channels))]
    public async Task A_name_is_shown_on_the_channel_agreed_to_and_on_no_other(ConsentChannel channel)
    {
        Assert.Empty(await ShownOnAsync());
        await AgreeAsync(channel);
        Assert.Equal([channel], await ShownOnAsync());
        await WithdrawAsync(channel);
        Assert.Empty(await ShownOnAsync());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task What_is_withdrawn_for_one_channel_stays_on_the_others(ConsentChannel channel)
    {
        await AgreeAsync(Everywhere);
        Assert.Equal(Everywhere, await ShownOnAsync());
        await WithdrawAsync(channel);
        Assert.Equal(Everywhere.Where(c => c != channel), await ShownOnAsync());
    }

    [Fact]
    public async Task Withdrawing_all_takes_the_name_down_everywhere_at_once()
    {
        await AgreeAsync(Everywhere);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.PostAsync($"{Path}/{speaker.Id}/withdraw-consent", null)).StatusCode);
        Assert.Empty(await ShownOnAsync());
        Assert.Empty((await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().Consents);
    }

    [Fact]
    public async Task A_screen_that_shows_the_name_is_sent_the_next_frame_without_it()
    {
        await AgreeAsync(ConsentChannel.Screen);
        await using var line = await (await hall.PairAsync(DeviceRole.Projector)).LineAsync("/live");
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("screen")).GetAsyncEnumerator();
        await frames.MoveNextAsync();
        Assert.Equal("Grace O.", frames.Current.Present!.Value.GetProperty("testimony").GetProperty("nameToShow").GetString());
        await WithdrawAsync(ConsentChannel.Screen);
        await frames.MoveNextAsync();
        Assert.Equal(JsonValueKind.Null, frames.Current.Patch!.Value.GetProperty("testimony").GetProperty("nameToShow").ValueKind);
    }

    [Fact]
    public async Task Each_consent_says_when_it_was_noted_by_whom_and_what_the_sheet_says()
    {
        await AgreeAsync(ConsentChannel.Stage);
        hall.Server.Clock.Advance(NodaTime.Duration.FromHours(1));
        await organiser.PutAsJsonAsync($"{Path}/{speaker.Id}/consents", new ConsentCommand([ConsentChannel.Stage, ConsentChannel.Press], new(2026, 9, 30)), WireFormat.Json);
        var consents = (await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().Consents;
        Assert.Equal(
            [(ConsentChannel.Stage, TestServer.Evening, null), (ConsentChannel.Press, hall.Server.Clock.GetCurrentInstant(), new NodaTime.LocalDate(2026, 9, 30))],
            consents.Select(c => (c.Channel, c.At, c.SignedOn)));
        Assert.All(consents, c => Assert.StartsWith("organiser:", c.By, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consent_given_again_counts_from_then_and_the_withdrawal_stays_in_the_history()
    {
        await AgreeAsync(ConsentChannel.Screen);
        await WithdrawAsync(ConsentChannel.Screen);
        hall.Server.Clock.Advance(NodaTime.Duration.FromHours(1));
        await AgreeAsync(ConsentChannel.Screen);
        Assert.Equal(hall.Server.Clock.GetCurrentInstant(), (await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().Consents.Single().At);
        Assert.Equal([true, false, true], await hall.Server.ReadAsync(db => db.SpeakerConsents.OrderBy(c => c.Version).Select(c => c.IsGiven).ToListAsync()));
    }

    [Fact]
    public async Task A_channel_that_does_not_exist_withdraws_nothing()
    {
        await AgreeAsync(ConsentChannel.Screen);
        Assert.Equal(HttpStatusCode.BadRequest, (await organiser.PostAsync($"{Path}/{speaker.Id}/withdraw-consent?channel=screens", null)).StatusCode);
        Assert.Equal([ConsentChannel.Screen], await ShownOnAsync());
    }

    [Fact]
    public async Task A_sheet_signed_next_week_is_refused() => Assert.Equal(["signedOn"], await Http.RefusedAsync(
        HttpStatusCode.BadRequest,
        await organiser.PutAsJsonAsync($"{Path}/{speaker.Id}/consents", new ConsentCommand([ConsentChannel.Stage], new(2026, 10, 8)), WireFormat.Json)));

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task A_withdrawal_gets_through_while_somebody_notes_consent(TestDatabaseKind kind)
    {
        var other = await Hall.OpenAsync(kind);
        await using var server = other.Server;
        using var maria = await server.OrganiserAsync();
        var path = $"/api/assemblies/{other.Assembly.Id}/speakers";
        var row = await maria.SendAsync<SpeakerRow>(path, new SpeakerCommand(other.Institution.Id, "Grace O."));
        await maria.PutAsJsonAsync($"{path}/{row.Id}/consents", new ConsentCommand([ConsentChannel.Screen]), WireFormat.Json);

        var withdrawals = Enumerable.Range(0, 4).Select(_ => maria.PostAsync($"{path}/{row.Id}/withdraw-consent", null)).ToList();
        var noting = Enumerable.Range(0, 4).Select(i => maria.PutAsJsonAsync(
            $"{path}/{row.Id}/consents", new ConsentCommand([ConsentChannel.Screen, Everywhere[i]]), WireFormat.Json)).ToList();
        await Task.WhenAll(noting);

        Assert.All(await Task.WhenAll(withdrawals), r => Assert.Equal(HttpStatusCode.NoContent, r.StatusCode));
        await maria.PostAsync($"{path}/{row.Id}/withdraw-consent", null);
        Assert.Empty((await maria.ReadAsync<List<SpeakerRow>>(path)).Single().Consents);
    }

    private async Task AgreeAsync(params ConsentChannel[] channels) => Assert.Equal(HttpStatusCode.NoContent,
        (await organiser.PutAsJsonAsync($"{Path}/{speaker.Id}/consents", new ConsentCommand(channels), WireFormat.Json)).StatusCode);

    private async Task WithdrawAsync(ConsentChannel channel) => Assert.Equal(HttpStatusCode.NoContent,
        (await organiser.PostAsync($"{Path}/{speaker.Id}/withdraw-consent?channel={WireFormat.Word(channel)}", null)).StatusCode);

    // Everything that can show a name, each asked anew.
    private async Task<IReadOnlyList<ConsentChannel>> ShownOnAsync()
    {
        var shown = new List<ConsentChannel>();
        foreach (var channel in Everywhere)
            if (Names(await organiser.GetStringAsync($"{Path}/shown/{WireFormat.Word(channel)}")))
                shown.Add(channel);
        Assert.Equal(shown.Contains(ConsentChannel.Screen), Names(await projector.GetStringAsync("/api/screen")));
        Assert.Equal(shown.Contains(ConsentChannel.Screen), Names(await FrameAsync("screen")));
        Assert.Equal(shown.Contains(ConsentChannel.Web), Names(await hall.Server.Visitor().GetStringAsync("/a/london-2026")));
        Assert.Equal(shown.Contains(ConsentChannel.Web), Names(await FrameAsync("public")));
        var floor = (await (await hall.PairAsync(DeviceRole.StageManager)).Http().ReadAsync<FloorPresent>("/api/floor")).Speakers[speaker.Id];
        Assert.Equal(shown, floor.Agreed);
        Assert.Equal(shown.Contains(ConsentChannel.Screen), floor.MayShowName);
        return shown;
    }

    private static bool Names(string text)
    {
        Assert.Contains("St Mary", text, StringComparison.Ordinal);
        return text.Contains("Grace", StringComparison.Ordinal);
    }

    // What whoever connects now is sent first; the public page's stream is made of the same.
    private async Task<string> FrameAsync(string channel)
    {
        var live = hall.Server.Services.GetServices<LiveChannel>().Single(c => c.Name == channel);
        return await hall.Server.ReadAsync(async db =>
            JsonSerializer.Serialize(await live.ReadAsync(db, hall.Assembly.Id, CancellationToken.None), WireFormat.Json));
    }
}
