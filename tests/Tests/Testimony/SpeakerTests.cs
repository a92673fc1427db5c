using System.Net;
using Assemblies.Floor;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

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
    public async Task A_speaker_needs_a_name_and_an_institution_and_an_ask_of_this_assembly() => Assert.Equal(
        ["nameToShow", "institutionId", "askId"],
        await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new SpeakerCommand(Guid.NewGuid(), "", Guid.NewGuid())));

    [Fact]
    public async Task Removing_a_speaker_on_the_screen_brings_back_the_welcome()
    {
        var speaker = await AddAsync();
        var projector = await ShowAsync(speaker.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Path}/{speaker.Id}")).StatusCode);
        Assert.Equal(Scene.Welcome, (await projector.ReadAsync<ScreenPresent>("/api/screen")).Scene);
    }

    [Fact]
    public async Task A_file_keeps_what_the_speaker_needs_and_says_how_long_they_stand_on_the_stage()
    {
        var token = await hall.IssueAsync(1);
        var understudy = await AddAsync();
        var speaker = await organiser.SendAsync<SpeakerRow>(Path, new SpeakerCommand(
            hall.Institution.Id, " Hodan A. ", hall.Ask.Id, "HOH-dan", 150, understudy.Id, null, "so", "Ali", 180, "When I came here …",
            new ArrivalTagCommand(null, token[0].ShortCode.ToLowerInvariant())));
        Assert.Equal(270, speaker.SecondsOnStage);
        Assert.Equal(("Hodan A.", "HOH-dan", "Grace O.", "so", "Ali"), (speaker.NameToShow, speaker.Pronunciation, speaker.Understudy, speaker.Language, speaker.Interpreter));
        Assert.Equal(token[0].ShortCode, speaker.Arrival!.PassCode!.Replace("-", "", StringComparison.Ordinal));
        Assert.Empty(speaker.Consents);
    }

    [Fact]
    public async Task A_file_that_contradicts_itself_is_refused_at_each_field() => Assert.Equal(
        ["plannedSeconds", "understudyName", "language", "timeFactorPercent", "understudyId", "arrival"],
        await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new SpeakerCommand(
            hall.Institution.Id, "Grace", null, null, 0, Guid.NewGuid(), "Somebody", "what language?", null, 90, null, new ArrivalTagCommand(null, "ABCD-EFGH"))));

    [Fact]
    public async Task Rehearsed_timings_are_kept_with_their_days_the_latest_first()
    {
        var speaker = await AddAsync();
        await organiser.PostAsJsonAsync($"{Path}/{speaker.Id}/timings", new TimingCommand(new(2026, 9, 1), 240), WireFormat.Json);
        await organiser.PostAsJsonAsync($"{Path}/{speaker.Id}/timings", new TimingCommand(new(2026, 9, 20), 200), WireFormat.Json);
        var timings = (await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().Timings;
        Assert.Equal([200, 240], timings.Select(t => t.Seconds));
        await organiser.DeleteAsync($"{Path}/{speaker.Id}/timings/{timings[1].Id}");
        Assert.Equal([200], (await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single().Timings.Select(t => t.Seconds));
    }

    [Fact]
    public async Task Nobody_but_the_organiser_ever_reads_a_draft()
    {
        await organiser.SendAsync<SpeakerRow>(Path, new SpeakerCommand(hall.Institution.Id, "Grace", hall.Ask.Id, Draft: "My landlord said no."));
        foreach (var role in Enum.GetValues<DeviceRole>())
            foreach (var path in new[] { "/api/floor", "/api/screen", "/a/london-2026", Path, $"{Path}/ready" })
                Assert.DoesNotContain("landlord", await (await (await hall.PairAsync(role)).Http().GetAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("landlord", await hall.Server.ReadAsync(async db => string.Join(' ', await db.Changes.Select(c => c.Summary).ToListAsync())), StringComparison.Ordinal);
        Assert.Contains("landlord", await organiser.GetStringAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_speaker_removes_the_whole_file_and_frees_whom_they_stood_in_for()
    {
        var understudy = await AddAsync();
        var speaker = await organiser.SendAsync<SpeakerRow>(Path, new SpeakerCommand(hall.Institution.Id, "Hodan", UnderstudyId: understudy.Id));
        await organiser.PutAsJsonAsync($"{Path}/{understudy.Id}/consents", new ConsentCommand([ConsentChannel.Stage]), WireFormat.Json);
        await organiser.PostAsJsonAsync($"{Path}/{understudy.Id}/timings", new TimingCommand(new(2026, 9, 1), 240), WireFormat.Json);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Path}/{understudy.Id}")).StatusCode);
        var left = (await organiser.ReadAsync<List<SpeakerRow>>(Path)).Single();
        Assert.Equal((speaker.Id, null), (left.Id, left.UnderstudyId));
    }

    private Task<SpeakerRow> AddAsync() =>
        organiser.SendAsync<SpeakerRow>(Path, new SpeakerCommand(hall.Institution.Id, "Grace O.", hall.Ask.Id));

    private async Task<HttpClient> ShowAsync(Guid speakerId)
    {
        var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Testimony, null, speakerId));
        return (await hall.PairAsync(DeviceRole.Projector)).Http();
    }
}
