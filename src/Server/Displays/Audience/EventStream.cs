using Assemblies.Live;
using Microsoft.AspNetCore.Http.Features;

namespace Assemblies.Displays.Audience;

/// <summary>Writes frames as Server-Sent Events.</summary>
internal static class EventStream
{
    /// <summary>Writes until the frames end or the reader is gone.</summary>
    public static async Task WriteAsync(HttpResponse response, IAsyncEnumerable<SharedFrame> frames, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            // Where a phone that lost the stream starts again: soon, and not all at once. The first frame takes it along.
            await response.WriteAsync($"retry: {Random.Shared.Next(1_000, 5_000)}\n\n", cancellation);
            await foreach (var frame in frames.WithCancellation(cancellation))
                await response.BodyWriter.WriteAsync(frame.AsEvent, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The reader left or the server stops: both are the normal end of a stream.
        }
    }
}
