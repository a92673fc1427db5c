using System.Text.Json;
using System.Text.RegularExpressions;
using Assemblies.Browser.Harness;
using Assemblies.Tests.Harness;

namespace Assemblies.Browser;

/// <summary>The record as people meet it: on tablets, on the projector, on phones that remember, and in a page on a stick.</summary>
public sealed class RecordTests
{
    private const string Slug = "leader-accountability-assembly-2026-10-01";

    private static readonly Regex Countdown = new(@"^They object… [1-8]?\d s$");

    [Fact]
    public async Task The_answers_of_2018_go_from_the_scribe_to_the_chair_to_the_projector_and_a_saved_page_without_a_network_checks_them()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Laptop), evening);
        using var told = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Server/Rehearsal/build-2018.json")));
        var asks = told.RootElement.GetProperty("asks").EnumerateArray().Select(a => a.GetProperty("text").GetString()!).ToList();
        await BeginAsync(organiser, evening);
        await organiser.AddPowerHolderAsync("Catherine Pugh", "Mayor of Baltimore");
        foreach (var ask in asks)
            await organiser.WriteAskAsync(ask, "Baltimore", "Catherine Pugh, Mayor of Baltimore");
        await organiser.OpenAsync();
        var (chair, scribe, projector, audience) = await HallAsync(evening, organiser);

        for (var number = 1; number <= asks.Count; number++)
        {
            await scribe.PickAsync(number, "Catherine Pugh");
            await scribe.PutAsync("Catherine Pugh");
            // In full, though the screen may have to turn its pages.
            await Expect(projector.GetByRole(AriaRole.Heading, new() { Name = asks[number - 1] })).ToBeVisibleAsync();
            // The accounts give her answer and no other words of hers.
            await scribe.WriteAsync("yes", "Yes.");
            await chair.GetByRole(AriaRole.Button, new() { Name = "Confirm and reveal" }).ClickAsync();
            await Expect(projector.Locator("body")).ToContainTextAsync("YES");
            await Expect(audience.Locator("#live-asks").GetByText("YES", new() { Exact = true })).ToHaveCountAsync(number);
            await ReadBackOf(chair).GetByRole(AriaRole.Button, new() { Name = "It is read back" }).ClickAsync();
            await Expect(ReadBackOf(chair).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^They object") })).ToBeVisibleAsync();
            await ReadBackOf(chair).GetByRole(AriaRole.Button, new() { Name = "They say it is right" }).ClickAsync();
            await Expect(ReadBackOf(chair)).ToHaveCountAsync(0);
        }

        var record = (await audience.Locator("[data-record]").GetAttributeAsync("data-record"))!;
        await organiser.Page.GotoAsync(organiser.AddressOf("/public-record"));
        var key = (await organiser.Page.Locator("pre").First.InnerTextAsync()).Trim();
        var saved = await SavedRecord.SaveAsync(evening, record);
        var reader = await evening.Browser.PersonAsync(Screen.Laptop);
        var verdict = await saved.CheckAsync(reader, saved.Bundle, key);
        await Expect(verdict).ToHaveClassAsync("valid");
        await Evening.PictureAsync(reader, "verify-valid", whole: true);
        verdict = await saved.CheckAsync(reader, await saved.TamperedAsync("\"answer\":\"yes\"", "\"answer\":\"no\""), key);
        await Expect(verdict).ToHaveClassAsync("invalid");
        await Expect(verdict).ToContainTextAsync("Rule:");
        // Somebody photographed another code than the record they are given now has at that size.
        verdict = await saved.CheckAsync(reader, saved.Bundle, key, $"3.{new string('A', 42)}A");
        await Expect(verdict).ToHaveClassAsync("invalid");
        await Expect(verdict).ToContainTextAsync("without a signature: a claim");
        await Evening.PictureAsync(reader, "verify-fork", whole: true);
    }

    [Fact]
    public async Task Two_are_revealed_together_and_one_objects_when_it_is_read_back_and_a_phone_that_saw_another_record_says_so()
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Laptop), evening);
        await BeginAsync(organiser, evening);
        await organiser.AddPowerHolderAsync("A. Mayor", "Mayor");
        await organiser.AddPowerHolderAsync("B. Leader", "Council leader");
        await organiser.WriteAskAsync("Will you meet us in public by 1 March 2027?", "Access", "A. Mayor, Mayor", "B. Leader, Council leader");
        await organiser.OpenAsync();
        var (chair, scribe, projector, audience) = await HallAsync(evening, organiser);

        await scribe.PickAsync(1, "A. Mayor");
        await scribe.PutAsync("both");
        await scribe.WriteAsync("yes", "Yes, every month.");
        await scribe.PickAsync(1, "B. Leader");
        await scribe.WriteAsync("no", "No, not in public.");
        for (var left = 2; left > 0; left--)
        {
            await chair.GetByRole(AriaRole.Button, new() { Name = "Confirm, hold" }).ClickAsync();
            await Expect(chair.Locator(".held-cell")).ToHaveCountAsync(3 - left);
        }
        await Expect(projector.GetByText("YES", new() { Exact = true })).ToHaveCountAsync(0);
        await CountAsync(projector, "YES", "NO");
        await CountAsync(audience, "Yes, every month.", "No, not in public.");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Reveal all 2 together" }).ClickAsync();
        Assert.Equal(2, Assert.Single(await CountedAsync(projector)));
        Assert.Equal(2, Assert.Single(await CountedAsync(audience)));

        // Read back on the chair's tablet: the power-holder has a moment to object, and does.
        var readBack = chair.GetByRole(AriaRole.Region, new() { Name = "Read back to A. Mayor" });
        await Expect(readBack).ToContainTextAsync("In your words: Yes, every month.");
        await readBack.GetByRole(AriaRole.Button, new() { Name = "It is read back" }).ClickAsync();
        var objects = readBack.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^They object") });
        await Expect(objects).ToHaveTextAsync(Countdown);
        await Evening.PictureAsync(chair, "chair-read-back");
        await objects.ClickAsync();
        await readBack.GetByLabel("What do they say?").FillAsync("I said once, not every month.");
        await readBack.GetByRole(AriaRole.Button, new() { Name = "Write the objection down, ask again" }).ClickAsync();
        await scribe.PickAsync(1, "A. Mayor");
        await Expect(scribe.Page.GetByText("I said once, not every month.")).ToBeVisibleAsync();
        await scribe.WriteAsync("no", "Then it is a no.");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Confirm and reveal" }).ClickAsync();
        await Expect(projector.GetByText("YES", new() { Exact = true })).ToHaveCountAsync(0);
        await Expect(audience.Locator("#live-asks").GetByText("Then it is a no.")).ToBeVisibleAsync();
        await Expect(audience.Locator("#live-asks s").First).ToContainTextAsync("Yes, every month.");

        // The phone kept what it saw. It is then given a record whose past is another one.
        await audience.ReloadAsync();
        await Expect(audience.Locator("#record-kept")).ToContainTextAsync("fit");
        await audience.RouteAsync("**/checkpoints.txt", async route =>
        {
            var honest = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = honest, Body = Regex.Replace(await honest.TextAsync(), @"^[A-Za-z0-9+/]{43}=$", $"{new string('A', 43)}=", RegexOptions.Multiline) });
        });
        await audience.ReloadAsync();
        await Expect(audience.Locator("#record-kept")).ToContainTextAsync("Warning: this phone saw another record");
        await Evening.PictureAsync(audience, "phone-fork");
    }

    private static ILocator ReadBackOf(IPage chair) => chair.Locator(".read-back");

    private static async Task BeginAsync(OrganiserPages organiser, Evening evening)
    {
        await organiser.SetUpAsync(await evening.Server.SetUpLink);
        await organiser.PlanAssemblyAsync("Leader Accountability Assembly");
        await organiser.MakeRecordKeyAsync();
    }

    private static async Task<(IPage Chair, ScribeTablet Scribe, IPage Projector, IPage Audience)> HallAsync(Evening evening, OrganiserPages organiser)
    {
        var (chair, scribe, projector) = (await evening.Browser.PersonAsync(Screen.Tablet), await evening.Browser.PersonAsync(Screen.Tablet), await evening.Browser.PersonAsync(Screen.Projector));
        await organiser.PairAsync(chair, "chair");
        await chair.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Answers") }).ClickAsync();
        await organiser.PairAsync(scribe, "scribe");
        await organiser.PairAsync(projector, "projector");
        var audience = await evening.Browser.PersonAsync(Screen.Phone);
        await audience.GotoAsync(evening.Url($"/a/{Slug}"));
        return (chair, new ScribeTablet(scribe), projector, audience);
    }

    // How many of the two can be read, whenever anything on the page changes: a moment with one of them is a leak of who answered first.
    private static Task CountAsync(IPage page, params string[] words) => page.EvaluateAsync("""
        words => {
            const count = () => words.filter(word => new RegExp(`(^|[^A-Z])${word}([^A-Z]|$)`).test(document.body.innerText)).length;
            window.counted = [];
            new MutationObserver(() => { const now = count(); if (now !== (window.counted.at(-1) ?? 0)) window.counted.push(now); })
                .observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """, words);

    private static async Task<List<int>> CountedAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.counted.includes(2)");
        return [.. await page.EvaluateAsync<int[]>("() => window.counted")];
    }
}
