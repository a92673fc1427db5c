using System.Collections.Concurrent;
using Assemblies.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Devices;

/// <summary>Knows the hub connections of each device, so that a revoked one is cut at once and not at its next request.</summary>
public sealed class DeviceConnections(IDbContextFactory<AssemblyDb> databases, IClock clock) : IHubFilter
{
    private readonly ConcurrentDictionary<string, (Guid Device, HubCallerContext Connection)> open = new();
    private readonly ConcurrentDictionary<Guid, Instant> heard = new();

    /// <summary>Whether a device has a connection now.</summary>
    public bool IsConnected(Guid deviceId) => open.Values.Any(c => c.Device == deviceId);

    /// <summary>When a device last asked for anything; null where it has not since the server started.</summary>
    public Instant? HeardAt(Guid deviceId) => heard.TryGetValue(deviceId, out var at) ? at : null;

    /// <summary>Notes that a device asked for something: a sign of life, whatever it asked.</summary>
    internal void Hear(Guid deviceId) => heard[deviceId] = clock.GetCurrentInstant();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.User?.DeviceId() is { } device)
            open[context.Context.ConnectionId] = (device, context.Context);
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        open.TryRemove(context.Context.ConnectionId, out _);
        await next(context, exception);
    }

    /// <summary>A command is refused when its device was revoked or ran out after it connected.</summary>
    /// <remarks>Scans decide that for themselves, in the transaction that stores them.</remarks>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.Hub is not Turnout.DoorHub && invocationContext.Context.User?.DeviceId() is { } device)
        {
            await using var db = await databases.CreateDbContextAsync(invocationContext.Context.ConnectionAborted);
            var now = clock.GetCurrentInstant();
            if (!await db.Devices.AnyAsync(d => d.Id == device && d.RevokedAt == null && d.ExpiresAt > now))
            {
                invocationContext.Context.Abort();
                throw new HubException("This device is no longer paired.");
            }
        }
        return await next(invocationContext);
    }

    internal async Task CutRevokedAsync(AssemblyDb db, CancellationToken cancellation)
    {
        var devices = open.Values.Select(c => c.Device).Distinct().ToList();
        var revoked = await db.Devices.Where(d => devices.Contains(d.Id) && d.RevokedAt != null).Select(d => d.Id).ToListAsync(cancellation);
        foreach (var (_, (device, connection)) in open)
            if (revoked.Contains(device))
                connection.Abort();
    }
}
