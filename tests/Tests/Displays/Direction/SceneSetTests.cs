using Assemblies.Displays.Direction;
using Assemblies.Displays;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Tests.Displays.Direction;

/// <summary>What a screen shows: the rule of the scene sets, and the layers over it. Pure.</summary>
public sealed class SceneSetTests
{
    [Theory]
    [InlineData(SceneSet.Hall, "welcome turnout testimony answer blank roll_call now_next seal ask tote_board commitments message")]
    [InlineData(SceneSet.Overflow, "welcome turnout testimony answer now_next roll_call now_next seal ask tote_board commitments message")]
    [InlineData(SceneSet.Foyer, "welcome turnout now_next tote_board welcome turnout now_next seal now_next tote_board commitments message")]
    [InlineData(SceneSet.Stream, "welcome turnout testimony answer blank roll_call now_next seal ask tote_board commitments message")]
    [InlineData(SceneSet.Stage, "now_next now_next now_next answer now_next roll_call now_next seal ask tote_board commitments message")]
    public void Each_scene_set_says_what_it_shows_while_the_hall_shows_each_scene(SceneSet set, string expected) => Assert.Equal(
        expected, string.Join(' ', Enum.GetValues<Scene>().Select(scene => WireFormat.Word(SceneSets.Of(set, new ShownScene(scene)).Scene))));

    [Fact]
    public void A_scene_that_is_passed_on_keeps_what_it_is_about_and_one_that_takes_its_place_does_not()
    {
        var testimony = new ShownScene(Scene.Testimony, SpeakerId: Guid.NewGuid());
        Assert.Equal(testimony, SceneSets.Of(SceneSet.Overflow, testimony));
        Assert.Equal(new ShownScene(Scene.NowNext), SceneSets.Of(SceneSet.Foyer, testimony));
    }

    [Fact]
    public void Blank_lies_over_a_message_a_message_over_a_held_scene_and_each_comes_back()
    {
        var hall = new ShownScene(Scene.Welcome);
        var life = Of((ScreenStepKind.Taken, new(Shown: new(Scene.Turnout))), (ScreenStepKind.MessageShown, new(Text: "Sit")), (ScreenStepKind.Blanked, new()));
        Assert.Equal(Scene.Blank, life.Shows(hall).Scene);
        life = life.After(Step(4, ScreenStepKind.Unblanked));
        Assert.Equal(new ShownScene(Scene.Message, Text: "Sit"), life.Shows(hall));
        life = life.After(Step(5, ScreenStepKind.MessageCleared));
        Assert.Equal(Scene.Turnout, life.Shows(hall).Scene);
        life = life.After(Step(6, ScreenStepKind.Followed));
        Assert.Equal((Scene.Welcome, 6, (ScreenHold?)null), (life.Shows(hall).Scene, life.Version, life.Hold));
    }

    [Fact]
    public void Another_scene_set_does_not_let_go_what_a_screen_is_held_on()
    {
        var life = Of((ScreenStepKind.Frozen, new(Shown: new(Scene.Turnout))), (ScreenStepKind.Redirected, new(Set: SceneSet.Foyer)));
        Assert.Equal(Scene.Turnout, life.Shows(new ShownScene(Scene.RollCall)).Scene);
        Assert.Equal(Scene.Turnout, life.After(Step(3, ScreenStepKind.Followed)).Shows(new ShownScene(Scene.RollCall)).Scene);
        Assert.Equal(Scene.NowNext, life.After(Step(3, ScreenStepKind.Followed)).Shows(new ShownScene(Scene.Ask)).Scene);
    }

    [Fact]
    public void A_screen_shows_its_name_until_an_instant_and_not_until_somebody_stops_it() =>
        Assert.Equal(TestServer.Evening + Duration.FromSeconds(15), Of((ScreenStepKind.Identified, new(Seconds: 15))).IdentifyUntil);

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(2.25, 30.0, "es", null)]
    [InlineData(2.25, null, null, "settings.farthestSeat")]
    [InlineData(null, 30.0, null, "settings.imageHeight")]
    [InlineData(0.1, 30.0, null, "settings.imageHeight")]
    [InlineData(2.25, 400.0, null, "settings.farthestSeat")]
    [InlineData(double.NaN, 30.0, null, "settings.imageHeight")]
    [InlineData(2.25, 30.0, "Spanish!", "settings.secondLanguage")]
    public void How_a_screen_is_set_up_is_checked_by_the_member(double? height, double? seat, string? language, string? wrong) =>
        Assert.Equal(wrong, DirectRules.Settings(new ScreenSettings(ScreenTheme.Light, height, seat, language))?.Field);

    private static ScreenLife Of(params (ScreenStepKind Kind, ScreenDetails Details)[] steps) =>
        ScreenLife.Of(steps.Select((s, i) => Step(i + 1, s.Kind, s.Details)).Reverse());

    private static ScreenStep Step(int version, ScreenStepKind kind, ScreenDetails? details = null) => new()
    {
        AssemblyId = Guid.Empty, DeviceId = Guid.Empty, Version = version, CommandId = Guid.NewGuid(), Kind = kind, At = TestServer.Evening, By = "test",
        Details = details ?? ScreenDetails.None,
    };
}
