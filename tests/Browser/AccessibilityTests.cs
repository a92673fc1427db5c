using Assemblies.Browser.Harness;
using Deque.AxeCore.Playwright;

namespace Assemblies.Browser;

/// <summary>WCAG 2.2 AA as far as a program can see it (live.md, rule 30).</summary>
public sealed class AccessibilityTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Pages_and_tablets_have_no_violation_that_a_program_can_find(bool isDark)
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = new OrganiserPages(await evening.Browser.PersonAsync(Screen.Phone with { IsDark = isDark }), evening);
        await organiser.SetUpAsync(await evening.Server.SetUpLink);
        await organiser.PlanAssemblyAsync("Leader Accountability Assembly");
        await organiser.ImportAsync("Institution,Pledge\nHampstead Hill Academy,3\n");
        await organiser.IssuePassesAsync("Hampstead Hill Academy");
        await organiser.AddPowerHolderAsync("Catherine Pugh", "Mayor of Baltimore");
        await organiser.WriteAskAsync("Will you meet us within 60 days?", "Safety", "Catherine Pugh, Mayor of Baltimore");
        await organiser.AddDoorAsync("North door");
        await organiser.UseTemplateAsync("90 minutes, small: 14 items");

        var wrong = new List<string>();
        foreach (var path in new[] { "", "/institutions", "/import", "/passes", "/devices", "/asks", "/testimony", "/running-order", "/running-order/new", "/running-order/fill", "/running-order/sheet", "/edit" })
            await CheckAsync(organiser.Page, organiser.AddressOf(path), wrong);
        foreach (var path in new[] { "/assemblies", "/institutions", "/tokens", "/account", "/a/leader-accountability-assembly-2026-10-01", "/app/pair" })
            await CheckAsync(organiser.Page, evening.Url(path), wrong);
        await CheckAsync(organiser.Page, (await organiser.PassPagesAsync("Hampstead Hill Academy"))[0], wrong);
        foreach (var task in new[] { "chair", "scribe", "stage_manager", "timekeeper", "stage_timer" })
        {
            var tablet = await evening.Browser.PersonAsync(Screen.Tablet with { IsDark = isDark });
            await organiser.PairAsync(tablet, task);
            await Expect(tablet.Locator(".floor-bar, .timer-title").First).ToBeVisibleAsync();
            await CheckAsync(tablet, tablet.Url, wrong);
        }
        Assert.Empty(wrong);
    }

    private static async Task CheckAsync(IPage page, string address, List<string> wrong)
    {
        if (page.Url != address)
            await page.GotoAsync(address);
        await page.WaitForLoadStateAsync(LoadState.Load);
        foreach (var violation in (await page.RunAxe()).Violations)
            wrong.Add($"{new Uri(address).AbsolutePath}: {violation.Id} at {string.Join("; ", violation.Nodes.Select(n => n.Html))}");
    }
}
