using System.Text;

namespace Assemblies.Bench.FanOut;

/// <summary>What a watcher sends to be sent to.</summary>
/// <param name="Path">Of the request.</param>
/// <param name="IsWebSocket">Whether it asks for a WebSocket; else for a stream of events.</param>
/// <param name="FirstWords">What comes once it watches.</param>
/// <param name="Afterwards">Sent after the server's headers.</param>
/// <param name="Bearer">A device's credential.</param>
/// <param name="StillHere">Sent now and then, where the server ends a connection that is silent for long.</param>
internal sealed record WatchProtocol(string Path, bool IsWebSocket, string FirstWords, byte[][] Afterwards, string? Bearer = null, byte[]? StillHere = null)
{
    /// <summary>The public page's stream.</summary>
    public static WatchProtocol PublicPage(string slug) => new($"/a/{slug}/live", false, "\"present\"", []);

    /// <summary>A projector: SignalR's JSON protocol, the channel <c>screen</c>.</summary>
    public static WatchProtocol Screen(string token) => new("/live", true, "\"present\"", [
        Frame("{\"protocol\":\"json\",\"version\":1}\u001e"),
        Frame("{\"type\":4,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[{\"channel\":\"screen\"}]}\u001e"),
    ], token, Frame("{\"type\":6}\u001e"));

    /// <summary>A WebSocket that is sent to without asking; the server greets.</summary>
    public static WatchProtocol Plain { get; } = new("/", true, "hello", []);

    /// <summary>socket.io 4 (engine.io 4) on a WebSocket from the beginning.</summary>
    public static WatchProtocol SocketIo { get; } = new("/socket.io/?EIO=4&transport=websocket", true, "hello", [Frame("40")]);

    public byte[] Request(Uri address)
    {
        string[] lines =
        [
            $"GET {Path} HTTP/1.1", $"Host: {address.Authority}",
            .. Bearer is null ? (string[])[] : [$"Authorization: Bearer {Bearer}"],
            .. IsWebSocket ? (string[])["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="] : [],
        ];
        return Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
    }

    // RFC 6455, section 5.2: one final text frame. A client masks; a mask of zeros leaves the text as it is.
    private static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. payload];
    }
}
