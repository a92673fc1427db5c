using Assemblies.Browser.Harness;

namespace Assemblies.Browser;

/// <summary>The organiser's running order: rows are dragged, or moved with the keys alone, and the times follow.</summary>
public sealed class RunningOrderTests
{
    [Fact]
    public async Task Rows_are_moved_by_mouse_and_by_keyboard_and_stay_where_they_were_put()
    {
        await using var evening = await Evening.BeginAsync();
        var page = await evening.Browser.PersonAsync(Screen.Tablet);
        var organiser = new OrganiserPages(page, evening);
        await organiser.SetUpAsync(await evening.Server.SetUpLink);
        await organiser.PlanAssemblyAsync("Leader Accountability Assembly");
        await organiser.UseTemplateAsync("90 minutes, small: 14 items");
        await Evening.PictureAsync(page, "running-order", whole: true);
        Assert.Equal(["Welcome", "Opening reflection", "Roll call"], (await TitlesAsync(page))[..3]);

        await DragAsync(page, "Roll call", "Welcome");
        await Expect(page.GetByText("“Roll call” is at place 1 now and begins at 19:00.").First).ToBeVisibleAsync();
        Assert.Equal(["Roll call", "Welcome", "Opening reflection"], (await TitlesAsync(page))[..3]);

        // Picked up, moved two places down, put down; the row keeps the focus, so that it can be moved on at once.
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Roll call", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#move-status")).ToHaveTextAsync("Roll call: picked up, place 1 of 14.");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#move-status")).ToHaveTextAsync("Place 3 of 14.");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#move-status")).ToHaveTextAsync("“Roll call” is at place 3 now and begins at 19:09.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move Roll call", Exact = true })).ToBeFocusedAsync();

        // Escape puts it back, and nothing is sent.
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("End");
        Assert.Equal("Roll call", (await TitlesAsync(page))[^1]);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#move-status")).ToHaveTextAsync("Roll call is back at place 3.");

        await page.ReloadAsync();
        Assert.Equal(["Welcome", "Opening reflection", "Roll call"], (await TitlesAsync(page))[..3]);
    }

    private static async Task DragAsync(IPage page, string title, string onto)
    {
        var handle = (await page.GetByRole(AriaRole.Button, new() { Name = $"Move {title}", Exact = true }).BoundingBoxAsync())!;
        var target = (await page.Locator($"tr[data-title='{onto}']").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(handle.X + handle.Width / 2, handle.Y + handle.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(handle.X + handle.Width / 2, target.Y + 4, new MouseMoveOptions { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private static async Task<string[]> TitlesAsync(IPage page) =>
        await page.Locator(".running-order tr[data-item]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.title)");
}
