using System.Net;
using Assemblies.Devices;
using Assemblies.Displays.Direction;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Displays.Look;

/// <summary>An organiser says how the alliance looks and where each screen hangs; the screens show it.</summary>
public sealed class AlliancePageTests : HallPages
{
    [Fact]
    public async Task Name_colours_and_logo_reach_every_screen_and_the_logo_has_an_address_of_its_content()
    {
        var saved = await UploadAsync(LogoFileTests.Png, ("name", "Riverside Alliance"), ("colour", "#005AB5"));
        Assert.Equal("/alliance", saved.Location);
        using var screen = (await Hall.PairAsync(DeviceRole.Projector)).Http();
        var alliance = (await screen.ReadAsync<ScreenPresent>("/api/screen")).Alliance!;
        Assert.Equal(("Riverside Alliance", "#005ab5"), (alliance.Name, alliance.Colour));
        using var visitor = Hall.Server.Visitor();
        using var logo = await visitor.GetAsync(alliance.Logo);
        Assert.Equal(("image/png", true), (logo.Content.Headers.ContentType!.MediaType, logo.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal)));
        Assert.Equal(LogoFileTests.Png, await logo.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/alliance/logo/00")).StatusCode);
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed_and_changes_nothing()
    {
        var page = await UploadAsync("<svg/>"u8.ToArray(), ("name", "Riverside Alliance"), ("colour", "blue"));
        Assert.Contains("# and six digits", page.Text);
        Assert.Contains("PNG, JPEG or WebP picture", page.Text);
        Assert.Equal(("Riverside Alliance", "blue"), (page.Value("name"), page.Value("colour")));
        Assert.Equal("", (await Maria.GetAsync("/alliance")).Value("name"));
    }

    [Fact]
    public async Task A_colour_that_cannot_be_seen_on_a_theme_is_named_with_its_contrast()
    {
        await Maria.PostAsync("/alliance", "alliance", ("name", "Riverside Alliance"), ("colour", "#0a2050"));
        var text = (await Maria.GetAsync("/alliance")).Text;
        Assert.Contains("#0a2050 has a contrast of 1.2:1 with the ground of the dark theme", text);
        Assert.DoesNotContain("ground of the light theme", text);
    }

    [Fact]
    public async Task Of_two_organisers_the_second_is_told_before_anything_is_overwritten()
    {
        var open = await Maria.GetAsync("/alliance");
        await Maria.PostAsync("/alliance", "alliance", ("name", "First"));
        var second = await Maria.SendAsync(open, "/alliance", "alliance", ("name", "Second"));
        Assert.Contains("Somebody else changed this meanwhile", second.Text);
        Assert.Equal("First", (await Maria.GetAsync("/alliance")).Value("name"));
    }

    [Fact]
    public async Task A_screen_is_set_up_on_its_page_and_a_comma_is_a_decimal_point_too()
    {
        var device = await Hall.PairAsync(DeviceRole.Projector);
        var path = $"/assemblies/{Hall.Assembly.Id}/screens/{device.Device.Id}";
        var saved = await Maria.PostAsync(path, "screen", ("text", "Left wall"), ("set", "overflow"), ("settings.theme", "light"), ("settings.imageHeight", "2,25"), ("settings.farthestSeat", "30"), ("settings.secondLanguage", "es"));
        Assert.Equal($"/assemblies/{Hall.Assembly.Id}/screens", saved.Location);
        using var screen = device.Http();
        var view = (await screen.ReadAsync<ScreenPresent>("/api/screen")).Screens![device.Device.Id];
        Assert.Equal(("Left wall", SceneSet.Overflow, ScreenTheme.Light, 2.25, 30.0, "es"), (view.Name, view.Set, view.Theme, view.ImageHeight!.Value, view.FarthestSeat!.Value, view.SecondLanguage));
        Assert.Contains("at least 72 of the picture's 1080 lines", (await Maria.GetAsync(path)).Text);
        Assert.Contains("Overflow room", (await Maria.GetAsync($"/assemblies/{Hall.Assembly.Id}/screens")).Text);
    }

    [Fact]
    public async Task An_organiser_is_told_from_where_the_largest_letters_can_be_read_and_what_to_do_about_the_seats_beyond()
    {
        const string warning = "Letters are as large as they get: they can be read from up to 49 m. Seats beyond that need a second screen, or a picture at least 3.7 m high.";
        var device = await Hall.PairAsync(DeviceRole.Projector);
        var (screens, path) = ($"/assemblies/{Hall.Assembly.Id}/screens", $"/assemblies/{Hall.Assembly.Id}/screens/{device.Device.Id}");
        await MeasureAsync("49");
        Assert.DoesNotContain("as large as they get", (await Maria.GetAsync(path)).Text + (await Maria.GetAsync(screens)).Text);
        await MeasureAsync("80");
        Assert.Contains(warning, (await Maria.GetAsync(screens)).Text);
        Assert.Contains(warning, (await Maria.GetAsync(path)).Text);

        Task MeasureAsync(string seat) => Maria.PostAsync(path, "screen", ("text", "Left wall"), ("set", "hall"), ("settings.theme", "dark"), ("settings.imageHeight", "2.25"), ("settings.farthestSeat", seat));
    }

    [Fact]
    public async Task A_screen_page_that_is_refused_keeps_what_was_typed_and_says_when_the_stage_manager_was_faster()
    {
        var device = await Hall.PairAsync(DeviceRole.Projector);
        var path = $"/assemblies/{Hall.Assembly.Id}/screens/{device.Device.Id}";
        var page = await Maria.PostAsync(path, "screen", ("text", "Left wall"), ("set", "hall"), ("settings.theme", "dark"), ("settings.imageHeight", "two"));
        Assert.Contains("Write a number", page.Text);
        Assert.Equal("two", page.Value("settings.imageHeight"));
        var open = await Maria.GetAsync(path);
        using var tablet = (await Hall.PairAsync(DeviceRole.StageManager)).Http();
        await tablet.SendAsync<FloorReply>("/api/floor/direct", new DirectCommand(Guid.NewGuid(), [new(device.Device.Id, 0)], ScreenStepKind.Blanked));
        Assert.Contains("meanwhile", (await Maria.SendAsync(open, path, "screen", ("text", "Left wall"), ("set", "hall"), ("settings.theme", "dark"))).Text);
    }

    private async Task<PageClient.Page> UploadAsync(byte[] logo, params (string Name, string Value)[] fields) =>
        await Maria.UploadAsync("/alliance", "alliance", "logo", logo, fields);
}
