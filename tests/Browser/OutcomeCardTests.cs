using System.Text.Json.Nodes;
using Assemblies.Browser.Harness;

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
