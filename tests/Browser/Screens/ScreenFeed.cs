using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assemblies.Displays;
using Assemblies.Live;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Browser.Screens;

/// <summary>
/// Stands in the line between a real screen and the real server and says what the channel <c>screen</c> has. Everything else
/// (the handshake, the clock, the pings) goes through, so that the app is as it is in a hall.
/// </summary>
public sealed class ScreenFeed
{
    private const char End = '\u001e';

    private IWebSocketRoute? screen;
    private string? watching;
    private long sequence = 1_000_000;
    private ScreenPresent? present;

    /// <summary>Puts a feed before every connection that the page opens from now on.</summary>
    public static async Task<ScreenFeed> PutBeforeAsync(IPage page)
    {
        var feed = new ScreenFeed();
        await page.RouteWebSocketAsync(new Regex(@"/live\?"), feed.Stand);
        return feed;
    }

    /// <summary>The page is told the whole present, as after a gap.</summary>
    public void Say(ScreenPresent now)
    {
        present = now;
        if (screen is null || watching is null)
            return;
        var frame = new LiveFrame(++sequence, null, JsonSerializer.SerializeToElement(now, WireFormat.Json), null, SystemClock.Instance.GetCurrentInstant());
        screen.Send($$"""{"type":2,"invocationId":"{{watching}}","item":{{JsonSerializer.Serialize(frame, WireFormat.Json)}}}{{End}}""");
    }

    /// <summary>A sign of life, for a page whose clock was moved on.</summary>
    public void Ping() => screen?.Send($$"""{"type":6}{{End}}""");

    private void Stand(IWebSocketRoute here)
    {
        var there = here.ConnectToServer();
        (screen, watching) = (here, null);
        here.OnMessage(frame =>
        {
            there.Send(frame.Text!);
            foreach (var message in Messages(frame.Text!).Where(m => (string?)m["target"] == "Watch"))
                watching = (string?)message["invocationId"];
        });
        there.OnMessage(frame =>
        {
            foreach (var text in frame.Text!.Split(End, StringSplitOptions.RemoveEmptyEntries))
            {
                // Until it is told something, the screen shows what the server says.
                if (present is null || watching is null || (string?)JsonNode.Parse(text)!["invocationId"] != watching)
                    here.Send(text + End);
                else
                    Say(present);
            }
        });
    }

    private static IEnumerable<JsonNode> Messages(string text) => text.Split(End, StringSplitOptions.RemoveEmptyEntries).Select(m => JsonNode.Parse(m)!);
}
