using System.Diagnostics;
using Assemblies.Live;
using Assemblies.Rehearsal;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Tests.Harness;

/// <summary>A screen on a wall: it comes back by itself in the pace of kiosk/src/live/backoff.ts, and knows whether what it shows is live.</summary>
public sealed class WallScreen : IAsyncDisposable
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1_200);

    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;
    private long backAt;
    private volatile string? scene;
    private volatile bool isLive;

    public WallScreen(Uri server, string token) => running = Task.Run(() => RunAsync(server, token));

    /// <summary>Whether it holds a present that came on the connection it has.</summary>
    public bool IsLive => isLive;

    /// <summary>The scene that it shows, live or not.</summary>
    public string? Scene => scene;

    /// <summary>When the present last came anew, as <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long BackAt => Interlocked.Read(ref backAt);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(Uri server, string token)
    {
        for (var attempt = 0; !stopping.IsCancellationRequested; attempt++)
        {
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
                patience.CancelAfter(Attempt);
                await using var line = await HubLine.OpenAsync(server, "/live", token, patience.Token);
                // A link without three pings is dead (live.md, rule 12).
                line.ServerTimeout = TimeSpan.FromSeconds(3);
                attempt = 0;
                await foreach (var frame in line.StreamAsync<LiveFrame>("Watch", new WatchRequest("screen"), stopping.Token))
                    Take(frame);
            }
            catch (Exception) when (!stopping.IsCancellationRequested)
            {
                // No server, or no longer: it is asked again below.
            }
            catch (OperationCanceledException)
            {
                return;
            }
            isLive = false;
            await Task.Delay(Backoff(attempt), stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private void Take(LiveFrame frame)
    {
        if ((frame.Present ?? frame.Patch) is { } state && state.TryGetProperty("scene", out var shown))
            scene = shown.GetString();
        if (frame.Present is null)
            return;
        Interlocked.Exchange(ref backAt, Stopwatch.GetTimestamp());
        isLive = true;
    }

    private static TimeSpan Backoff(int attempt)
    {
        var wait = (First * Math.Pow(2, Math.Min(attempt, 4)) is var doubled && doubled < Longest ? doubled : Longest) * (0.75 + (Random.Shared.NextDouble() * 0.5));
        return wait < First ? First : wait > Longest ? Longest : wait;
    }
}
