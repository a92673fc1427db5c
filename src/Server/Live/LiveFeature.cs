using Assemblies.Devices;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR;

namespace Assemblies.Live;

/// <summary>How state reaches the people who look at it.</summary>
public static class LiveFeature
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<Broadcaster>();
        services.AddHostedService<JournalTail>();
        services.AddHostedService<Heartbeat>();
        services.AddSignalR(options =>
        {
            // A screen declares a dead link after three missed seconds (live.md, rule 12).
            options.KeepAliveInterval = TimeSpan.FromSeconds(1);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            options.MaximumReceiveMessageSize = 64 * 1024;
            options.MaximumParallelInvocationsPerClient = 8;
            options.AddFilter<DeviceConnections>();
        }).AddJsonProtocol(options => WireFormat.Apply(options.PayloadSerializerOptions));
    }

    /// <summary>A device whose pairing was revoked or ran out is told so at the watch-only door too: as an anonymous watcher it would wait for ever.</summary>
    public static void UseLive(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/live") && http.Request.Query.ContainsKey("role") && http.User.DeviceId() is null)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        return next(http);
    });

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>("/live");
}
