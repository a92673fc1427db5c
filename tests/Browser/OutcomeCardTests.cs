using System.Text.Json.Nodes;
using Assemblies.Browser.Harness;
using Deque.AxeCore.Playwright;

namespace Assemblies.Browser;

/// <summary>Every decision as a steward sees it: the server's own answers, with their outcome exchanged on the way.</summary>
public sealed class OutcomeCardTests
{
    private const char EndOfFrame = '\u001e';

    // What a steward reads first; how each looks is in the pictures.
    private static readonly (string Outcome, string Word, JsonObject More)[] Cards =
    [
        ("admitted", "Come in", new() { ["name"] = "Zoë Okonkwo" }),
        ("admitted_attention", "Come in", new() { ["finding"] = "revoked" }),
        ("already_in", "Already in", new() { ["firstAt"] = "2026-10-01T22:41:00Z", ["firstDoor"] = "South door" }),
        ("duplicate_offline", "In twice", new() { ["firstAt"] = "2026-10-01T22:41:00Z", ["firstDoor"] = "South door" }),
        ("exit_recorded", "Gone out", []),
        ("not_inside", "Not inside", []),
        ("unknown", "Not a pass", []),
        ("wrong_assembly", "Other assembly", []),
        ("revoked", "Withdrawn", []),
        ("replaced", "Replaced", []),
        ("not_open", "Not open yet", []),
        ("closed", "Closed", []),
        ("needs_info", "How many?", new() { ["label"] = "Coach 3", ["adults"] = 44, ["under18s"] = 6 }),
        ("room_full_redirect", "Room full", new() { ["redirectTo"] = "Send people to the school hall across the road." }),
        ("ambiguous", "Scan the QR", []),
        ("undone", "Taken back", []),
        ("device_revoked", "Device stopped", []),
        ("error", "Ask a supervisor", new() { ["reason"] = "This pass is for one person: scan it by itself." }),
        ("of_a_later_version", "Ask a supervisor", []),
    ];

    // Ours must go away by itself, after this long (turnout.md, rule 36); what is no welcome stays.
    private static readonly TimeSpan Welcome = TimeSpan.FromMilliseconds(1_500);

    private static readonly string[] Welcomes = ["admitted", "admitted_attention", "exit_recorded"];

    [Theory]
    [InlineData("steward", false)]
    [InlineData("desk", true)]
    public async Task Every_outcome_has_a_card_that_fits_a_phone_and_goes_away(string role, bool dark)
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        // A pass of its own for each: the same code twice within a moment is one gesture (turnout.md, rule 34).
        var tokens = await OfflineDoorTests.TokensAsync(organiser);
        var answer = new JsonObject();
        var phone = await StewardPhone.StartAsync(
            evening, organiser, "North door", role, Screen.Phone with { IsDark = dark }, page => ExchangeAnswersAsync(page, () => answer));

        foreach (var ((outcome, word, more), token) in Cards.Zip(tokens))
        {
            answer = more.DeepClone().AsObject();
            answer["outcome"] = outcome;
            await phone.ScanAsync(token);
            var card = phone.Page.Locator($"[data-outcome={outcome}]");
            await Expect(card.Locator("strong")).ToHaveTextAsync(word);
            await Evening.PictureAsync(phone.Page, $"card-{outcome}-{role}{(dark ? "-dark" : "")}");
            Assert.True(await card.EvaluateAsync<bool>("card => card.scrollHeight <= card.clientHeight && card.scrollWidth <= card.clientWidth"), $"{outcome} fits.");
            await phone.GoOnAsync();
        }
    }

    [Theory]
    [InlineData("steward", 360, 640)]
    [InlineData("desk", 360, 640)]
    [InlineData("supervisor", 844, 390)]
    public async Task What_may_be_done_is_under_the_thumb_on_the_smallest_phone_and_only_a_welcome_goes_by_itself(string role, int width, int height)
    {
        await using var evening = await Evening.BeginAsync();
        var organiser = await OfflineDoorTests.PrepareAsync(evening);
        var tokens = await OfflineDoorTests.TokensAsync(organiser);
        var answer = new JsonObject();
        SeenOn? seen = null;
        var phone = await StewardPhone.StartAsync(evening, organiser, "North door", role, new Screen(width, height), async page =>
        {
            seen = await SeenOn.WatchAsync(page, Welcomes.Select(outcome => (outcome, $"[data-outcome={outcome}]", "")));
            await ExchangeAnswersAsync(page, () => answer);
        });

        foreach (var ((outcome, _, more), token) in Cards.Zip(tokens))
        {
            answer = more.DeepClone().AsObject();
            answer["outcome"] = outcome;
            answer["institution"] = "Congregation of Our Lady of Perpetual Help";
            var isWelcome = Welcomes.Contains(outcome);
            await phone.ScanAsync(token);
            if (isWelcome)
            {
                // The page's own clock, and what a busy machine adds to it.
                Assert.InRange(await seen!.WentAsync(outcome), Welcome / 2, Welcome * 1.5);
                continue;
            }
            var card = phone.Page.Locator($"[data-outcome={outcome}]");
            await Expect(card).ToBeVisibleAsync();
            await Expect(card).ToHaveRoleAsync(AriaRole.Alertdialog);
            Assert.Empty((await phone.Page.RunAxe()).Violations.Select(v => $"{outcome}: {v.Id} at {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
            await InReachAsync(card, height);
            if (await card.GetByText("anyway …").IsVisibleAsync())
            {
                await card.GetByText("anyway …").ClickAsync();
                await InReachAsync(card, height);
                await card.GetByRole(AriaRole.Button, new() { Name = "Organiser says so" }).ClickAsync();
                await Evening.PictureAsync(phone.Page, $"overrule-{outcome}-{width}");
                await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Let in", Exact = true })).ToBeEnabledAsync();
            }
            await phone.GoOnAsync();
        }
    }

    // Each card's own buttons, apart from what a form scrolls: seen whole, and large enough for a thumb.
    private static async Task InReachAsync(ILocator card, int height)
    {
        var buttons = card.Locator(".result-buttons > *");
        await Expect(buttons.First).ToBeVisibleAsync();
        foreach (var button in await buttons.AllAsync())
        {
            var box = (await button.BoundingBoxAsync())!;
            Assert.True(box.Y >= 0 && box.Y + box.Height <= height, $"{await button.InnerTextAsync()} ends at {box.Y + box.Height} of {height}.");
            Assert.True(box is { Height: >= 48, Width: >= 48 }, $"{await button.InnerTextAsync()} is {box.Width} × {box.Height}.");
        }
    }

    private static Task ExchangeAnswersAsync(IPage page, Func<JsonObject> answer) => page.RouteWebSocketAsync("**/live/door?**", phone =>
    {
        var server = phone.ConnectToServer();
        server.OnMessage(frame => phone.Send(string.Concat(
            (frame.Text ?? "").Split(EndOfFrame, StringSplitOptions.RemoveEmptyEntries).Select(text => Exchanged(text, answer()) + EndOfFrame))));
    });

    private static string Exchanged(string text, JsonObject answer)
    {
        var message = JsonNode.Parse(text)!.AsObject();
        if (message["result"] is not JsonObject result || result["outcome"] is null)
            return text;
        foreach (var (name, value) in answer)
            result[name] = value!.DeepClone();
        return message.ToJsonString();
    }
}
