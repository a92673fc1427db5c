using System.Net;
using Assemblies.Floor;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Testimony;

public sealed class SpeakerTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Path => $"/api/assemblies/{hall.Assembly.Id}/speakers";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_speaker_without_consent_is_never_named_on_a_screen()
    {
        var speaker = await AddAsync(consent: false);
        var projector = await ShowAsync(speaker.Id);
        var screen = await projector.GetStringAsync("/api/screen");
        Assert.Contains("St Mary", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_consent_takes_the_name_off_the_screen_at_once()
    {
        var speaker = await AddAsync(consent: true);
        Assert.Equal(TestServer.Evening, speaker.ScreenConsentAt);
        var projector = await ShowAsync(speaker.Id);
        Assert.Contains("Grace", await projector.GetStringAsync("/api/screen"), StringComparison.Ordinal);
        Assert.Contains("Grace", await hall.Server.Visitor().GetStringAsync("/a/london-2026"), StringComparison.Ordinal);

        await organiser.PostAsync($"{Path}/{speaker.Id}/withdraw-consent", null);

        Assert.DoesNotContain("Grace", await projector.GetStringAsync("/api/screen"), StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", await hall.Server.Visitor().GetStringAsync("/a/london-2026"), StringComparison.Ordinal);
        Assert.Null((await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().ScreenConsentAt);
    }

    [Fact]
    public async Task Consent_given_again_counts_from_then()
    {
        var speaker = await AddAsync(consent: true);
        await organiser.PostAsync($"{Path}/{speaker.Id}/withdraw-consent", null);
        hall.Server.Clock.Advance(NodaTime.Duration.FromHours(1));
        await organiser.PutAsJsonAsync($"{Path}/{speaker.Id}", new SpeakerCommand(hall.Institution.Id, "Grace O.", hall.Ask.Id, true));
        Assert.Equal(hall.Server.Clock.GetCurrentInstant(), (await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().ScreenConsentAt);
    }

    [Fact]
    public async Task A_speaker_needs_a_name_and_an_institution_and_an_ask_of_this_assembly() => Assert.Equal(
        ["nameToShow", "institutionId", "askId"],
        await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new SpeakerCommand(Guid.NewGuid(), "", Guid.NewGuid())));

    [Fact]
    public async Task Removing_a_speaker_on_the_screen_brings_back_the_welcome()
    {
        var speaker = await AddAsync(consent: true);
        var projector = await ShowAsync(speaker.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Path}/{speaker.Id}")).StatusCode);
        Assert.Equal(Scene.Welcome, (await projector.ReadAsync<ScreenPresent>("/api/screen")).Scene);
    }

    private Task<SpeakerRow> AddAsync(bool consent) =>
        organiser.SendAsync<SpeakerRow>(Path, new SpeakerCommand(hall.Institution.Id, "Grace O.", hall.Ask.Id, consent));

    private async Task<HttpClient> ShowAsync(Guid speakerId)
    {
        var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Testimony, null, speakerId));
        return (await hall.PairAsync(DeviceRole.Projector)).Http();
    }
}
