using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Assemblies.Bench.FanOut;

/// <summary>
/// One connection that waits for words in what it is sent. It reads bytes and parses nothing: frames that a server sends on a WebSocket are not masked and events are
/// plain text, so every competitor's watchers cost the load generator the same.
/// </summary>
internal sealed class Watcher : IAsyncDisposable
{
    private readonly TcpClient socket = new() { NoDelay = true };
    private readonly Task reading;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Waiting waiting;

    private readonly WatchProtocol protocol;

    private Watcher(Uri address, WatchProtocol protocol)
    {
        this.protocol = protocol;
        waiting = new Waiting(Encoding.ASCII.GetBytes(protocol.FirstWords));
        reading = ReadAsync(address);
    }

    /// <summary>Connects, and returns when the first words of the protocol came: the watcher is among those who are sent to.</summary>
    public static async Task<Watcher> OpenAsync(Uri address, WatchProtocol protocol)
    {
        var watcher = new Watcher(address, protocol);
        await await Task.WhenAny(watcher.ready.Task, watcher.reading);
        await watcher.waiting.Seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return watcher;
    }

    /// <summary>When words come, as a timestamp of <see cref="Stopwatch"/>. Call it before they are sent.</summary>
    public Task<long> SeesAsync(string words)
    {
        var next = new Waiting(Encoding.ASCII.GetBytes(words));
        waiting = next;
        return next.Seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Says that it is still there, where the server ends a connection that is silent for long.</summary>
    public Task StayAsync() => protocol.StillHere is { } words ? socket.GetStream().WriteAsync(words).AsTask() : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task ReadAsync(Uri address)
    {
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(protocol.Request(address));
        var (buffer, kept, talked) = (new byte[8_192], 0, false);
        while (true)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(kept));
            if (count == 0)
                throw new InvalidOperationException("The server ended the connection of a watcher.");
            var text = buffer.AsSpan(0, kept + count);
            if (!talked && text.IndexOf("\r\n\r\n"u8) >= 0)
            {
                talked = true;
                foreach (var message in protocol.Afterwards)
                    await stream.WriteAsync(message);
                ready.TrySetResult();
                text = buffer.AsSpan(0, kept + count);
            }
            if (waiting is { } now && text.IndexOf(now.Words) >= 0)
                now.Seen.TrySetResult(Stopwatch.GetTimestamp());
            // Words may be torn in two by the network: their beginning is kept.
            kept = Math.Min(64, text.Length);
            text[^kept..].CopyTo(buffer);
        }
    }

    private sealed record Waiting(byte[] Words)
    {
        public TaskCompletionSource<long> Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
