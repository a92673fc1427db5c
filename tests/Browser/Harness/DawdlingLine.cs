using System.Threading.Channels;

namespace Assemblies.Browser.Harness;

/// <summary>A line that keeps each message for a while, now longer and now shorter, in both directions; the order stays.</summary>
public static class DawdlingLine
{
    /// <summary>Puts one before every WebSocket that the page opens from now on.</summary>
    public static Task PutBeforeAsync(IPage page, int longestMs) => page.RouteWebSocketAsync(_ => true, here =>
    {
        var there = here.ConnectToServer();
        here.OnMessage(Slowly(there.Send, there.Send, longestMs, seed: 1));
        there.OnMessage(Slowly(here.Send, here.Send, longestMs, seed: 2));
    });

    private static Action<IWebSocketFrame> Slowly(Action<string> text, Action<byte[]> bytes, int longestMs, int seed)
    {
        var random = new Random(seed);
        var waiting = Channel.CreateUnbounded<(IWebSocketFrame Frame, DateTime Due)>();
        _ = Task.Run(async () =>
        {
            await foreach (var (frame, due) in waiting.Reader.ReadAllAsync())
            {
                if (due - DateTime.UtcNow is { Ticks: > 0 } rest)
                    await Task.Delay(rest);
                if (frame.Text is { } words)
                    text(words);
                else if (frame.Binary is { } data)
                    bytes(data);
            }
        });
        return frame => waiting.Writer.TryWrite((frame, DateTime.UtcNow.AddMilliseconds(random.Next(longestMs))));
    }
}
