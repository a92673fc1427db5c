using System.Diagnostics;
using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>The one line that everything else hangs on: from a QR at the door to a YES on the projector.</summary>
[Collection(Alone.Name)]
public sealed class MainLineTests
{
    private const string Ask = "Will you implement the parish ID system for immigrants in our community by 1 March 2027?";

    [Fact]
    public async Task From_a_spreadsheet_to_a_scanned_pass_to_a_yes_on_the_projector_and_the_public_page()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Laptop), evening);
        await PrepareAsync(evening, organiser);

        // The projector hangs in the hall and the chair puts the turnout on it.
        var projector = await evening.Browser.PersonAsync(Screen.Projector);
        await organiser.PairAsync(projector, "projector");
        await Expect(projector.GetByRole(AriaRole.Heading, new() { Name = "Leader Accountability Assembly" })).ToBeVisibleAsync();
        var chair = await evening.Browser.PersonAsync(Screen.Tablet);
        await organiser.PairAsync(chair, "chair");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Answers" }).ClickAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Turnout" }).ClickAsync();
        await Expect(projector.Locator(".turnout-number")).ToHaveTextAsync("0");
        await LegibleAsync(projector.Locator(".turnout-number"), 300);

        await ScanWithCameraAsync(evening, organiser, projector);
        await AskAndAnswerAsync(evening, organiser, chair, projector);
    }

    private static async Task PrepareAsync(Evening evening, OrganiserPages organiser)
    {
        await organiser.SetUpAsync(await evening.Server.SetUpLink);
        await organiser.PlanAssemblyAsync("Leader Accountability Assembly");
        await organiser.ImportAsync("Institution,Pledge,Kind\nSacred Heart of Jesus,300,church\nSt. Patrick's Catholic Church,220,church\nHampstead Hill Academy,40,school\n");
        await Expect(organiser.Page.GetByText("Sacred Heart of Jesus").First).ToBeVisibleAsync();
        await organiser.IssuePassesAsync("Hampstead Hill Academy");
        await Evening.PictureAsync(organiser.Page, "organiser-passes");
        await organiser.AddPowerHolderAsync("Catherine Pugh", "Mayor of Baltimore");
        await organiser.AddPowerHolderAsync("Jack Young", "President, Baltimore City Council");
        await organiser.WriteAskAsync(Ask, "A City That's Safe", "Catherine Pugh, Mayor of Baltimore", "Jack Young, President, Baltimore City Council");
        await Evening.PictureAsync(organiser.Page, "organiser-asks");
        await organiser.MakeRecordKeyAsync();
        await organiser.AddDoorAsync("North door");
        await organiser.OpenAsync();
        await Evening.PictureAsync(organiser.Page, "organiser-overview");
    }

    private static async Task ScanWithCameraAsync(Evening evening, OrganiserPages organiser, IPage projector)
    {
        // The holder's own page, as printed or shown at the door, is what the camera sees.
        var holder = await evening.Browser.PersonAsync(Screen.Phone);
        await holder.GotoAsync((await organiser.PassPagesAsync("Hampstead Hill Academy"))[0]);
        await Evening.PictureAsync(holder, "pass");
        var film = await CameraFilm.OfAsync(
            await evening.Browser.PersonAsync(Screen.Phone), await holder.Locator(".pass svg").ScreenshotAsync(), evening.Folder);

        await using var phone = await RealBrowser.StartAsync(film);
        var steward = await phone.PersonAsync(Screen.Phone, hasCamera: true);
        await organiser.PairAsync(steward, "steward", "North door");
        await Evening.PictureAsync(steward, "door-start");
        await steward.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(steward.GetByText("Come in")).ToBeVisibleAsync();
        var admitted = Stopwatch.GetTimestamp();
        await Expect(steward.GetByText("Hampstead Hill Academy")).ToBeVisibleAsync();
        await Evening.PictureAsync(steward, "door-admitted");

        await Expect(projector.Locator(".turnout-number")).ToHaveTextAsync("1");
        Assert.True(Stopwatch.GetElapsedTime(admitted) < TimeSpan.FromSeconds(1), "The count must move on the projector within a second.");

        // The same pass is still before the camera: it is said, and counted once.
        await Expect(steward.GetByText("Already")).ToBeVisibleAsync();
        await Expect(projector.Locator(".turnout-number")).ToHaveTextAsync("1");
    }

    private static async Task AskAndAnswerAsync(Evening evening, OrganiserPages organiser, IPage chair, IPage projector)
    {
        var scribe = await evening.Browser.PersonAsync(Screen.Tablet);
        await organiser.PairAsync(scribe, "scribe");
        var audience = await evening.Browser.PersonAsync(Screen.Phone);
        var loaded = new List<IRequest>();
        audience.RequestFinished += (_, request) => loaded.Add(request);
        await audience.GotoAsync(evening.Url("/a/leader-accountability-assembly-2026-10-01"));
        await Expect(audience.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Leader Accountability Assembly");

        Assert.InRange(await WeightAsync(loaded), 1, 60_000);

        await scribe.GetByRole(AriaRole.Button, new() { Name = "Catherine Pugh" }).ClickAsync();
        await scribe.GetByRole(AriaRole.Button, new() { Name = "Put to both" }).ClickAsync();
        await Expect(projector.Locator(".ask-put h1")).ToHaveAttributeAsync("aria-label", Ask);
        await LegibleAsync(projector.Locator(".ask-put h1"), 78);
        await scribe.GetByText("Agreed as worded, or more").ClickAsync();
        await scribe.GetByLabel("Their words").FillAsync("Yes. I will, and my office starts next week.");
        await Evening.PictureAsync(scribe, "scribe");
        await scribe.GetByRole(AriaRole.Button, new() { Name = "Give it to the chair" }).ClickAsync();

        await Expect(chair.GetByText("my office starts next week")).ToBeVisibleAsync();
        await Evening.PictureAsync(chair, "chair-answers");
        await Expect(projector.GetByText("YES")).ToHaveCountAsync(0);
        await Expect(audience.GetByText("YES")).ToHaveCountAsync(0);
        await chair.GetByRole(AriaRole.Button, new() { Name = "Confirm and reveal" }).ClickAsync();

        await Expect(projector.Locator(".hall-yes")).ToContainTextAsync("YES");
        await LegibleAsync(projector.Locator(".hall-yes"), 78);
        await Expect(audience.Locator("#live-asks").GetByText("YES", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(audience.Locator("#live-asks").GetByText("my office starts next week")).ToBeVisibleAsync();
    }

    // All that a phone in the hall has to fetch, fonts included, as it travels: compressed.
    private static async Task<int> WeightAsync(IEnumerable<IRequest> requests)
    {
        var bytes = 0;
        foreach (var request in requests.ToList())
            bytes += (await request.SizesAsync()).ResponseBodySize;
        return bytes;
    }

    // On an image of 1080 lines (live.md, rule 22): sizes are computed, and a size that is not applied falls back to a page's small print.
    private static async Task LegibleAsync(ILocator text, double atLeast) =>
        Assert.InRange(await text.EvaluateAsync<double>("element => parseFloat(getComputedStyle(element).fontSize)"), atLeast, 1_000);
}
