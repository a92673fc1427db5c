using Assemblies.Live;
using Microsoft.AspNetCore.Http.Features;

namespace Assemblies.Displays.Audience;

/// <summary>Writes frames as Server-Sent Events.</summary>
internal static class EventStream
{
    // Below the idle limits of the proxies in common use (60 s).
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Writes until the frames end or the reader is gone.</summary>
    public static async Task WriteAsync(HttpResponse response, IAsyncEnumerable<SharedFrame> frames, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reader = frames.GetAsyncEnumerator(ended.Token);
        var next = Task.FromResult(false);
        try
        {
            // Where a phone that lost the stream starts again: soon, and not all at once.
            await response.WriteAsync($"retry: {Random.Shared.Next(1_000, 5_000)}\n\n", cancellation);
            next = reader.MoveNextAsync().AsTask();
            // One timer for each phone, not one for each frame of each phone.
            var beat = Task.Delay(Heartbeat, ended.Token);
            while (true)
            {
                if (await Task.WhenAny(next, beat) != next)
                {
                    await response.WriteAsync(":\n\n", cancellation);
                    beat = Task.Delay(Heartbeat, ended.Token);
                }
                else if (await next)
                {
                    await response.Body.WriteAsync(reader.Current.AsEvent, cancellation);
                    next = reader.MoveNextAsync().AsTask();
                }
                else
                    return;
                await response.Body.FlushAsync(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left or the server stops: both are the normal end of a stream.
        }
        finally
        {
            // An iterator must not be disposed while it waits for its next frame: thousands of phones leave just then.
            await ended.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await reader.DisposeAsync();
        }
    }
}
