using System.Runtime.CompilerServices;
using Assemblies.Devices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Assemblies.Live;

/// <summary>The watch-only door at <c>/live</c>: no method changes anything (live.md, rule 7).</summary>
[AllowAnonymous]
public sealed class LiveHub(Broadcaster broadcaster, IClock clock) : Hub
{
    /// <summary>Watches a channel: the whole present first, then patches. Staff channels need a device of the right role.</summary>
    public async IAsyncEnumerable<LiveFrame> Watch(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = broadcaster.Find(request.Channel) ?? throw new HubException($"There is no channel \"{request.Channel}\".");
        if (!channel.MayWatch(Context.User!))
            throw new HubException($"The channel \"{request.Channel}\" is not for this device.");
        var assemblyId = Context.User!.BoundAssembly()
            ?? await broadcaster.FindAssemblyAsync(request.Assembly, cancellation)
            ?? throw new HubException("Name the assembly to watch.");
        await foreach (var shared in broadcaster.WatchAsync(channel, assemblyId, cancellation))
            // SignalR has signs of life of its own.
            if (shared.Frame is { } frame)
                yield return frame;
    }

    /// <summary>Stamps a clock round trip (live.md, rule 15).</summary>
    public ClockReply Clock(ClockRequest request)
    {
        var received = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        return new ClockReply(request.Sent, received, clock.GetCurrentInstant().ToUnixTimeMilliseconds());
    }
}
