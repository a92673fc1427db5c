using System.Diagnostics;
using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>A volunteer with her own phone and no instruction: from the link to the first person who comes in.</summary>
[Collection(Alone.Name)]
public sealed class FirstScanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task From_the_pairing_link_to_the_first_person_it_takes_two_taps_and_a_small_part_of_a_minute()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var film = await FilmOfAPassAsync(evening, organiser);
        var link = evening.Url($"/app/pair#{await organiser.InviteAsync("steward", "North door")}");
        await using var phone = await RealBrowser.StartAsync(film);
        var page = await phone.PersonAsync(Screen.Phone, hasCamera: true);

        var began = Stopwatch.GetTimestamp();
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pair this device" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        var took = Stopwatch.GetElapsedTime(began);

        TestContext.Current.SendDiagnosticMessage($"Two taps and {took.TotalSeconds:0.0} s.");
        Assert.True(took < Patience / 4, $"The machine took {took.TotalSeconds:0.0} s of the minute; reading and tapping want the rest.");
    }

    [Fact]
    public async Task On_plain_http_in_a_hall_the_camera_stays_off_and_a_photo_a_scanner_a_typed_code_and_the_camera_app_do_its_work()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var passes = await organiser.PassPagesAsync("Sacred Heart of Jesus");
        var code = await organiser.Page.Locator("a.font-monospace").Nth(1).InnerTextAsync();
        await using var hall = await RealBrowser.StartAsync(hallName: "hall.example");
        var page = await hall.PersonAsync(Screen.Phone, hasCamera: false);
        var phone = new StewardPhone(page);
        string InHall(string address) => new UriBuilder(address) { Host = "hall.example" }.Uri.ToString();

        await page.GotoAsync(InHall(evening.Url($"/app/pair#{await organiser.InviteAsync("steward", "North door")}")));
        Assert.False(await page.EvaluateAsync<bool>("isSecureContext"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Pair this device" }).ClickAsync();
        await Expect(page.GetByText("keeps the camera off")).ToBeVisibleAsync();
        await phone.BeginAsync();
        await Expect(page.GetByText("The camera needs https")).ToBeVisibleAsync();
        await Expect(page.GetByText("own camera app works")).ToBeVisibleAsync();
        await Evening.PictureAsync(page, "door-without-https");

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(InHall(passes[0]));
        var photo = await other.Locator(".pass svg").ScreenshotAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = photo });
        await Expect(page.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        await phone.GoOnAsync();
        await page.GetByLabel("Short code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(page.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        await phone.GoOnAsync();
        await phone.ScanAsync(passes[2][(passes[2].LastIndexOf('/') + 1)..], "admitted");
        await phone.GoOnAsync();

        // The phone's own camera app opens the pass's address in a tab of its own.
        await other.GotoAsync(InHall(passes[3]));
        await other.GetByRole(AriaRole.Link, new() { Name = "Check in with this device" }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Use it here" }).ClickAsync();
        await Expect(other.Locator("[data-outcome=admitted]")).ToBeVisibleAsync();
        await Expect(other.Locator(".door-arrived")).ToHaveTextAsync("4 arrived");
    }

    private static async Task<string> FilmOfAPassAsync(Evening evening, OrganiserPages organiser)
    {
        var holder = await evening.Browser.PersonAsync(Screen.Phone);
        await holder.GotoAsync((await organiser.PassPagesAsync("Sacred Heart of Jesus"))[0]);
        return await CameraFilm.OfAsync(
            await evening.Browser.PersonAsync(Screen.Phone), await holder.Locator(".pass svg").ScreenshotAsync(), evening.Folder);
    }
}
