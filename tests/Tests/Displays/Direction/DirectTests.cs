using System.Net;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays.Direction;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Displays.Direction;

/// <summary>The stage manager directs screens: each alone, several at once, and nobody by accident.</summary>
public sealed class DirectTests
{
    [Fact]
    public async Task A_screen_that_was_just_paired_follows_the_hall()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.ShowAsync(Scene.Answer, floor.Hall.Ask.Id);
        var view = await floor.ViewAsync(floor.Left);
        Assert.Equal(("Projector", 0, SceneSet.Hall, ScreenTheme.Dark), (view.Name, view.Version, view.Set, view.Theme));
        Assert.Equal((Scene.Answer, floor.Hall.Ask.Id, (ScreenHold?)null), (view.Scene, view.AskId!.Value, view.Hold));
    }

    [Fact]
    public async Task Of_a_double_tap_the_second_is_done_too_when_the_first_is_saved_while_it_looks()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        var command = await floor.CommandAsync(ScreenStepKind.Blanked, floor.Left);
        var meanwhile = new OnceAfter("FROM \"ScreenSteps\"", () => floor.DoneAsync(command));
        await using var other = await floor.Hall.Server.BesideAsync(services => services.ConfigureDbContext<AssemblyDb>(options => options.AddInterceptors(meanwhile)));
        using var tablet = other.As(floor.Tablet);
        Assert.Equal(FloorOutcome.Done, (await tablet.SendAsync<FloorReply>("/api/floor/direct", command)).Outcome);
        Assert.True(meanwhile.Happened);
        Assert.Equal(1, (await floor.ViewAsync(floor.Left)).Version);
    }

    [Fact]
    public async Task A_frozen_screen_stays_and_the_other_goes_on_until_it_follows_again()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.ShowAsync(Scene.Turnout);
        await floor.DoneAsync(ScreenStepKind.Frozen, floor.Left);
        await floor.ShowAsync(Scene.Answer, floor.Hall.Ask.Id);
        var left = await floor.ViewAsync(floor.Left);
        Assert.Equal((Scene.Turnout, ScreenHold.Frozen, TestServer.Evening), (left.Scene, left.Hold!.Value, left.HeldAt!.Value));
        Assert.Equal(Scene.Answer, (await floor.ViewAsync(floor.Right)).Scene);
        await floor.DoneAsync(ScreenStepKind.Followed, floor.Left);
        Assert.Equal(Scene.Answer, (await floor.ViewAsync(floor.Left)).Scene);
    }

    [Fact]
    public async Task A_screen_that_shows_something_of_its_own_is_frozen_on_that_and_not_on_what_the_hall_shows()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Taken, floor.Left) with { Scene = Scene.Turnout });
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Redirected, floor.Right) with { Set = SceneSet.Foyer });
        await floor.ShowAsync(Scene.Answer, floor.Hall.Ask.Id);
        await floor.DoneAsync(ScreenStepKind.Frozen, floor.Left, floor.Right);
        await floor.ShowAsync(Scene.Seal);
        Assert.Equal((Scene.Turnout, Scene.ToteBoard), ((await floor.ViewAsync(floor.Left)).Scene, (await floor.ViewAsync(floor.Right)).Scene));
    }

    [Fact]
    public async Task A_scene_taken_for_one_screen_brings_what_it_is_about_and_touches_no_other()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Taken, floor.Left) with { Scene = Scene.Ask, AskId = floor.Hall.Ask.Id });
        var present = await floor.PresentAsync();
        Assert.Equal((Scene.Ask, floor.Hall.Ask.Id), (present.Screens![floor.Left.Device.Id].Scene, present.Screens[floor.Left.Device.Id].AskId!.Value));
        Assert.Contains(floor.Hall.Ask.Id, present.Asks.Keys);
        Assert.Equal((Scene.Welcome, Scene.Welcome), (present.Scene, present.Screens[floor.Right.Device.Id].Scene));
    }

    [Fact]
    public async Task Blank_takes_all_screens_at_once_and_each_comes_back_to_what_it_was_held_on()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Taken, floor.Left) with { Scene = Scene.Turnout });
        await floor.DoneAsync(ScreenStepKind.Blanked, floor.Right);
        // One is blank already: the tap on "all" is not refused for it.
        await floor.DoneAsync(ScreenStepKind.Blanked, floor.Left, floor.Right);
        Assert.Equal((Scene.Blank, Scene.Blank), ((await floor.ViewAsync(floor.Left)).Scene, (await floor.ViewAsync(floor.Right)).Scene));
        await floor.DoneAsync(ScreenStepKind.Unblanked, floor.Left, floor.Right);
        Assert.Equal((Scene.Turnout, Scene.Welcome), ((await floor.ViewAsync(floor.Left)).Scene, (await floor.ViewAsync(floor.Right)).Scene));
    }

    [Fact]
    public async Task A_message_lies_over_one_screen_and_is_taken_off_again()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.MessageShown, floor.Right) with { Text = "  The choir gathers at the left door " });
        var right = await floor.ViewAsync(floor.Right);
        Assert.Equal((Scene.Message, "The choir gathers at the left door"), (right.Scene, right.Message));
        Assert.Null((await floor.ViewAsync(floor.Left)).Message);
        await floor.DoneAsync(ScreenStepKind.MessageCleared, floor.Right);
        Assert.Equal(Scene.Welcome, (await floor.ViewAsync(floor.Right)).Scene);
    }

    [Fact]
    public async Task A_screen_is_named_and_shows_its_name_for_a_while()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Named, floor.Left) with { Text = "Left of the stage" });
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Identified, floor.Left) with { Seconds = 20 });
        var left = await floor.ViewAsync(floor.Left);
        Assert.Equal(("Left of the stage", TestServer.Evening + Duration.FromSeconds(20)), (left.Name, left.IdentifyUntil!.Value));
        using var itself = floor.Left.Http();
        Assert.Equal("Left of the stage", (await itself.ReadAsync<DeviceIdentity>("/api/devices/me")).Name);
    }

    [Fact]
    public async Task A_screen_that_is_redirected_shows_what_its_new_place_needs()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Redirected, floor.Right) with { Set = SceneSet.Foyer });
        await floor.ShowAsync(Scene.Answer, floor.Hall.Ask.Id);
        Assert.Equal((Scene.Answer, Scene.ToteBoard), ((await floor.ViewAsync(floor.Left)).Scene, (await floor.ViewAsync(floor.Right)).Scene));
    }

    [Fact]
    public async Task How_a_screen_hangs_is_kept_with_it()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.Configured, floor.Left) with { Settings = new(ScreenTheme.Light, 2.25, 30, "es"), Set = SceneSet.Overflow, Text = "Overflow" });
        var left = await floor.ViewAsync(floor.Left);
        Assert.Equal((ScreenTheme.Light, 2.25, 30.0, "es"), (left.Theme, left.ImageHeight!.Value, left.FarthestSeat!.Value, left.SecondLanguage));
        Assert.Equal((SceneSet.Overflow, "Overflow"), (left.Set, left.Name));
        Assert.Equal((30 / 2.25 / 200, (double?)null), (left.XHeight!.Value, (await floor.ViewAsync(floor.Right)).XHeight));
    }

    [Fact]
    public async Task A_repeated_command_is_done_once_and_two_managers_do_not_undo_each_other()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        var other = (await floor.Hall.PairAsync(DeviceRole.StageManager)).Http();
        var (first, second) = (await floor.CommandAsync(ScreenStepKind.Blanked, floor.Left), await floor.CommandAsync(ScreenStepKind.Frozen, floor.Left, floor.Right));
        await floor.DoneAsync(first);
        await floor.DoneAsync(first);
        Assert.Equal(1, (await floor.ViewAsync(floor.Left)).Version);
        // All or none: the right screen has not moved, and yet nothing is done with it.
        Assert.Equal(["expectedVersion"], await other.RefusedAsync(HttpStatusCode.Conflict, "/api/floor/direct", second));
        Assert.Equal(0, (await floor.ViewAsync(floor.Right)).Version);
        // Who blanked it may freeze it next, without waiting for the frame that says so.
        await floor.DoneAsync(second with { CommandId = Guid.NewGuid() });
    }

    [Fact]
    public async Task Of_two_managers_at_the_same_moment_one_acts()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        var tablets = new[] { floor.Tablet, (await floor.Hall.PairAsync(DeviceRole.Chair)).Http() };
        for (var round = 0; round < 5; round++)
        {
            var command = await floor.CommandAsync(ScreenStepKind.Identified, floor.Left);
            var answers = await Task.WhenAll(tablets.Select(t => t.PostAsJsonAsync("/api/floor/direct", command with { CommandId = Guid.NewGuid() }, WireFormat.Json)));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
            Assert.Equal(round + 1, (await floor.ViewAsync(floor.Left)).Version);
        }
    }

    [Theory]
    [InlineData(ScreenStepKind.Taken, "scene")]
    [InlineData(ScreenStepKind.Named, "text")]
    [InlineData(ScreenStepKind.MessageShown, "text")]
    [InlineData(ScreenStepKind.Redirected, "set")]
    [InlineData(ScreenStepKind.Configured, "settings")]
    [InlineData(ScreenStepKind.Followed, "step")]
    [InlineData(ScreenStepKind.Unblanked, "step")]
    [InlineData(ScreenStepKind.MessageCleared, "step")]
    public async Task What_a_step_lacks_or_cannot_do_now_is_named(ScreenStepKind step, string field)
    {
        await using var floor = await ScreenFloor.OpenAsync();
        Assert.Equal([field], await floor.Tablet.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/direct", await floor.CommandAsync(step, floor.Left)));
        Assert.Equal(0, (await floor.ViewAsync(floor.Left)).Version);
    }

    [Fact]
    public async Task Only_screens_of_this_assembly_that_are_paired_are_directed()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        var foreign = await floor.Hall.PairAsync(DeviceRole.Projector, await floor.Hall.AnotherAssemblyAsync());
        foreach (var id in new[] { foreign.Device.Id, floor.Manager.Device.Id, Guid.NewGuid() })
            Assert.Equal(["screens"], await floor.Tablet.RefusedAsync(
                HttpStatusCode.BadRequest, "/api/floor/direct", new DirectCommand(Guid.NewGuid(), [new(id, 0)], ScreenStepKind.Blanked)));
        var command = await floor.CommandAsync(ScreenStepKind.Blanked, floor.Left);
        Assert.Equal(["screens"], await floor.Tablet.RefusedAsync(
            HttpStatusCode.BadRequest, "/api/floor/direct", command with { Screens = [command.Screens[0], command.Screens[0]] }));
        await floor.Hall.Server.ChangeAsync(db => db.Devices.Attach(floor.Left.Device).Entity.RevokedAt = TestServer.Evening);
        Assert.DoesNotContain(floor.Left.Device.Id, (await floor.PresentAsync()).Screens!.Keys);
        Assert.Equal(["screens"], await floor.Tablet.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/direct", command));
    }

    [Fact]
    public async Task Each_step_is_in_the_journal_and_says_nothing_of_a_person()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await floor.DoneAsync(await floor.CommandAsync(ScreenStepKind.MessageShown, floor.Left) with { Text = "Call Rosa Delgado" });
        await floor.DoneAsync(ScreenStepKind.Blanked, floor.Left, floor.Right);
        var rows = await floor.Hall.Server.ReadAsync(db => db.Changes.Where(c => c.Kind.StartsWith("screen.")).OrderBy(c => c.Sequence).ToListAsync());
        Assert.Equal([("screen.message_shown", "Of a screen: message shown."), ("screen.blanked", "Of 2 screens: blanked.")], rows.Select(r => (r.Kind, r.Summary)));
        Assert.All(rows, r => Assert.Equal($"device:{floor.Manager.Device.Id}", r.Actor));
    }

    [Fact]
    public async Task One_command_for_all_screens_is_one_frame_for_all_screens()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await using var screen = await FrameCounter.WatchAsync(floor.Left, "screen");
        await floor.DoneAsync(ScreenStepKind.Blanked, floor.Left, floor.Right);
        var views = (await screen.NextAsync()).Patch!.Value.GetProperty("screens");
        Assert.Equal(["blank", "blank"], views.EnumerateObject().Select(v => v.Value.GetProperty("scene").GetString()!));
        await floor.DoneAsync(ScreenStepKind.Unblanked, floor.Left);
        views = (await screen.NextAsync()).Patch!.Value.GetProperty("screens");
        Assert.Equal("welcome", Assert.Single(views.EnumerateObject()).Value.GetProperty("scene").GetString());
    }

    [Fact]
    public async Task A_name_on_a_frozen_screen_goes_when_its_consent_is_withdrawn_and_a_stream_has_a_consent_of_its_own()
    {
        await using var evening = await EveningFloor.OpenAsync();
        var (hall, speaker) = (evening.Hall, evening.Speaker);
        var (left, stream, tablet) = (await hall.PairAsync(DeviceRole.Projector), await hall.PairAsync(DeviceRole.Projector), (await hall.PairAsync(DeviceRole.StageManager)).Http());
        await tablet.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Testimony, SpeakerId: speaker.Id));
        await tablet.SendAsync<FloorReply>("/api/floor/direct", new DirectCommand(Guid.NewGuid(), [new(left.Device.Id, 0)], ScreenStepKind.Frozen));
        await tablet.SendAsync<FloorReply>("/api/floor/direct", new DirectCommand(Guid.NewGuid(), [new(stream.Device.Id, 0)], ScreenStepKind.Redirected, Set: SceneSet.Stream));
        async Task<(string? Left, string? Stream)> NamesAsync()
        {
            var screens = (await evening.ScreenAsync()).Screens!;
            return (screens[left.Device.Id].Testimony!.NameToShow, screens[stream.Device.Id].Testimony!.NameToShow);
        }
        Assert.Equal((speaker.NameToShow, null), await NamesAsync());
        await hall.Server.ChangeAsync(db => db.Add(EveningFloor.Agrees(speaker, 3, ConsentChannel.Screen, isGiven: false)));
        Assert.Equal((null, null), await NamesAsync());
        await hall.Server.ChangeAsync(db => db.Add(EveningFloor.Agrees(speaker, 4, ConsentChannel.Stream)));
        Assert.Equal((null, speaker.NameToShow), await NamesAsync());
    }

    [Fact]
    public async Task The_hub_takes_the_same_commands()
    {
        await using var floor = await ScreenFloor.OpenAsync();
        await using var line = await floor.Manager.LineAsync("/live/floor");
        Assert.Equal(FloorOutcome.Done, (await line.InvokeAsync<FloorReply>("Direct", await floor.CommandAsync(ScreenStepKind.Blanked, floor.Left))).Outcome);
        Assert.True((await floor.ViewAsync(floor.Left)).IsBlank);
        Assert.Equal(Scene.Turnout, (await line.InvokeAsync<PreviewReply>("Preview", new PreviewQuery(Scene.Turnout))).Present!.Scene);
    }
}
