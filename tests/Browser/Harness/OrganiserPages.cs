using System.Text.RegularExpressions;
namespace Assemblies.Browser.Harness;

/// <summary>An organiser at a laptop: what she does, in her words.</summary>
public sealed class OrganiserPages(IPage page, Evening evening)
{
    private string assembly = "";

    public IPage Page => page;

    /// <summary>The address of one of the assembly's pages.</summary>
    public string AddressOf(string section) => evening.Url(assembly + section);

    public async Task SetUpAsync(string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("E-mail address").FillAsync("maria@example.org");
        await page.GetByLabel("Password").FillAsync("four unrelated words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(page.GetByText("Your account is ready")).ToBeVisibleAsync();
    }

    /// <summary>Signs in and goes to an assembly that is there already.</summary>
    public async Task SignInAsync(string email, string password, string title)
    {
        await page.GotoAsync(evening.Url("/sign-in"));
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(evening.Url("/assemblies"));
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(title)) }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        assembly = new Uri(page.Url).AbsolutePath.TrimEnd('/');
    }

    public async Task PlanAssemblyAsync(string title)
    {
        await page.GotoAsync(evening.Url("/assemblies/new"));
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Venue").FillAsync("Kingdom Life Church, Baltimore");
        await page.GetByLabel("Doors open").FillAsync("2026-10-01T18:00");
        await page.GetByLabel("Start", new() { Exact = true }).FillAsync("2026-10-01T19:00");
        await page.GetByLabel("Hard end").FillAsync("2026-10-01T20:45");
        await page.GetByLabel("Time zone of the hall").FillAsync("America/New_York");
        await page.GetByLabel("Room capacity").FillAsync("1500");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        assembly = new Uri(page.Url).AbsolutePath.TrimEnd('/');
    }

    /// <summary>Makes the key of the public record, without which nothing is put.</summary>
    public async Task MakeRecordKeyAsync()
    {
        await page.GotoAsync(evening.Url($"{assembly}/public-record"));
        await page.GetByLabel("Passphrase").FillAsync("four words on paper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await Expect(page.GetByText("The key is made.")).ToBeVisibleAsync();
    }

    public async Task OpenAsync()
    {
        await page.GotoAsync(evening.Url(assembly));
        await page.GetByText("Open the assembly …").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, open the assembly" }).ClickAsync();
        await Expect(page.GetByText("The assembly is open: the doors admit.")).ToBeVisibleAsync();
    }

    /// <summary>Imports a spreadsheet and returns when it says what it did.</summary>
    public async Task ImportAsync(string csv)
    {
        await page.GotoAsync(evening.Url($"{assembly}/import"));
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "institutions.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(csv),
        });
        await page.Locator("main form button[type=submit]").First.ClickAsync();
    }

    /// <summary>Issues passes up to an institution's pledge.</summary>
    public async Task IssuePassesAsync(string institution)
    {
        await page.GotoAsync(evening.Url($"{assembly}/passes"));
        await page.GetByRole(AriaRole.Button, new() { Name = $"without a name to {institution}" }).ClickAsync();
        await Expect(page.GetByText("passes were issued")).ToBeVisibleAsync();
    }

    /// <summary>The addresses of an institution's pass pages.</summary>
    public async Task<IReadOnlyList<string>> PassPagesAsync(string institution)
    {
        await page.GotoAsync(evening.Url($"{assembly}/passes"));
        await page.GetByRole(AriaRole.Link, new() { Name = institution, Exact = true }).ClickAsync();
        var links = page.Locator("a.font-monospace");
        await Expect(links.First).ToBeVisibleAsync();
        return await links.EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
    }

    public async Task AddPowerHolderAsync(string name, string office)
    {
        await page.GotoAsync(evening.Url($"{assembly}/asks"));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Office").FillAsync(office);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByText("The power-holder was added.")).ToBeVisibleAsync();
    }

    public async Task WriteAskAsync(string text, string area, params string[] powerHolders)
    {
        await page.GotoAsync(evening.Url($"{assembly}/asks/new"));
        await page.GetByLabel("The ask").FillAsync(text);
        await page.GetByLabel("Area or campaign").FillAsync(area);
        foreach (var name in powerHolders)
            await page.GetByLabel(name).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the ask" }).ClickAsync();
        await Expect(page.GetByText(text)).ToBeVisibleAsync();
    }

    /// <summary>Begins the running order with a template and is on its page.</summary>
    public async Task UseTemplateAsync(string template)
    {
        await page.GotoAsync(evening.Url($"{assembly}/running-order/fill"));
        await page.GetByLabel("Template").SelectOptionAsync(new SelectOptionValue { Label = template });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use the template" }).ClickAsync();
        await Expect(page.GetByText("items are in the running order.")).ToBeVisibleAsync();
    }

    public async Task AddDoorAsync(string name)
    {
        await page.GotoAsync(evening.Url($"{assembly}/devices"));
        await page.GetByLabel("New door").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the door" }).ClickAsync();
    }

    /// <summary>Makes a pairing for a role, by its wire word, and gives the code as it is shown.</summary>
    public async Task<string> InviteAsync(string task, string? door = null)
    {
        await page.GotoAsync(evening.Url($"{assembly}/devices"));
        await page.Locator("select[name=role]").SelectOptionAsync(task);
        if (door is not null)
            await page.Locator("select[name=doorId]").SelectOptionAsync(new SelectOptionValue { Label = door });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show a pairing code" }).ClickAsync();
        var code = await page.Locator("section[aria-labelledby=pairing] b.font-monospace").InnerTextAsync();
        return code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Pairs a browser with a role: the organiser shows a code, the person opens it.</summary>
    public async Task PairAsync(IPage device, string task, string? door = null)
    {
        var code = await InviteAsync(task, door);
        await device.GotoAsync(evening.Url($"/app/pair#{code}"));
        await device.GetByLabel("Name of this device").FillAsync(task);
        await device.GetByRole(AriaRole.Button, new() { Name = "Pair this device" }).ClickAsync();
        await device.WaitForURLAsync(url => !url.Contains("/pair", StringComparison.Ordinal));
    }

    /// <summary>Revokes a device by its name.</summary>
    public async Task RevokeAsync(string device)
    {
        await page.GotoAsync(evening.Url($"{assembly}/devices"));
        await page.GetByRole(AriaRole.Button, new() { Name = $"Revoke {device}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Revoked" })).ToBeVisibleAsync();
    }
}
