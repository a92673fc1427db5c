using System.Net;
using Assemblies.Agenda.Evening;
using Assemblies.Devices;
using Assemblies.Displays.Direction;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Assemblies.Wire;

namespace Assemblies.Tests.Displays.Direction;

/// <summary>Preview and take: what the stage manager sees before the hall does, and what happens when the hall moved on meanwhile.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private EveningFloor floor = null!;
    private HttpClient tablet = null!;

    public async ValueTask InitializeAsync()
    {
        floor = await EveningFloor.OpenAsync();
        tablet = (await floor.Hall.PairAsync(DeviceRole.StageManager)).Http();
    }

    public async ValueTask DisposeAsync()
    {
        tablet.Dispose();
        await floor.DisposeAsync();
    }

    [Fact]
    public async Task The_next_scene_of_the_running_order_is_previewed_and_the_hall_sees_nothing_of_it()
    {
        // Before the start the first item is next, then each as it comes.
        Assert.Equal(Scene.Welcome, (await PreviewAsync(new())).Present!.Scene);
        await floor.DoneAsync(EveningStepKind.Started);
        Assert.Equal(Scene.RollCall, (await PreviewAsync(new())).Present!.Scene);
        await floor.DoneAsync(EveningStepKind.Advanced);
        var story = await PreviewAsync(new());
        Assert.Equal((Scene.Testimony, "Amina", floor.Speaker.Id), (story.Present!.Scene, story.Present.Testimony!.NameToShow, story.SpeakerId!.Value));
        Assert.Equal(Scene.RollCall, (await floor.ScreenAsync()).Scene);
        await floor.DoneAsync(EveningStepKind.Advanced);
        Assert.Equal((Scene.Ask, floor.Hall.Ask.Id), (await PreviewAsync(new()) is { Present: { } next } ? (next.Scene, next.AskId!.Value) : default));
    }

    [Fact]
    public async Task Any_scene_is_previewed_with_the_words_the_hall_would_see()
    {
        var preview = (await PreviewAsync(new(Scene.Ask, AskId: floor.Hall.Ask.Id))).Present!;
        Assert.Equal((Scene.Ask, floor.Hall.Ask.Id), (preview.Scene, preview.AskId!.Value));
        Assert.NotEmpty(preview.Asks[floor.Hall.Ask.Id].Text);
        Assert.Equal("Sit down, please", (await PreviewAsync(new(Scene.Message, Text: "Sit down, please"))).Present!.Message);
        Assert.Equal(Scene.Welcome, (await floor.ScreenAsync()).Scene);
    }

    [Fact]
    public async Task A_preview_of_nothing_says_what_is_missing()
    {
        Assert.Equal("askId", Assert.Single((await PreviewAsync(new(Scene.Answer))).Problems).Field);
        Assert.Equal("speakerId", Assert.Single((await PreviewAsync(new(Scene.Testimony, SpeakerId: Guid.NewGuid()))).Problems).Field);
        Assert.Equal("text", Assert.Single((await PreviewAsync(new(Scene.Message, Text: new string('x', 161)))).Problems).Field);
    }

    [Fact]
    public async Task A_take_on_a_scene_that_the_chair_has_changed_meanwhile_is_stale_and_ones_own_is_not()
    {
        await ShowAsync(Scene.Turnout, 0);
        // The same tablet goes on without waiting for the frame that shows its own change.
        await ShowAsync(Scene.Blank, 0);
        await floor.DoneAsync(EveningStepKind.Started);
        Assert.Equal(["expectedVersion"], await tablet.RefusedAsync(HttpStatusCode.Conflict, "/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Turnout, ExpectedVersion: 2)));
        Assert.Equal(Scene.Welcome, (await floor.ScreenAsync()).Scene);
        await ShowAsync(Scene.Turnout, (await tablet.ReadAsync<FloorPresent>("/api/floor")).SceneVersion);
        Assert.Equal(Scene.Turnout, (await floor.ScreenAsync()).Scene);
    }

    [Fact]
    public async Task Two_takes_at_the_same_moment_are_one()
    {
        using var other = (await floor.Hall.PairAsync(DeviceRole.StageManager)).Http();
        for (var round = 0; round < 5; round++)
        {
            var version = (await tablet.ReadAsync<FloorPresent>("/api/floor")).SceneVersion;
            var answers = await Task.WhenAll(new[] { (tablet, Scene.Turnout), (other, Scene.Blank) }.Select(t =>
                t.Item1.PostAsJsonAsync("/api/floor/show", new ShowCommand(Guid.NewGuid(), t.Item2, ExpectedVersion: version), WireFormat.Json)));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        }
    }

    [Fact]
    public async Task The_tablet_knows_what_the_hall_saw_before_and_brings_it_back_with_what_it_was_about()
    {
        await tablet.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Message, Text: "Please take your seats"));
        await ShowAsync(Scene.Blank, 1);
        await ShowAsync(Scene.Blank, 2);
        Assert.Equal(new ShownScene(Scene.Message, Text: "Please take your seats"), (await tablet.ReadAsync<FloorPresent>("/api/floor")).Before);
        Assert.Null((await floor.ScreenAsync()).Message);
    }

    private async Task ShowAsync(Scene scene, int version) => Assert.Equal(
        FloorOutcome.Done, (await tablet.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), scene, ExpectedVersion: version))).Outcome);

    private Task<PreviewReply> PreviewAsync(PreviewQuery query) => tablet.SendAsync<PreviewReply>("/api/floor/preview", query);
}
