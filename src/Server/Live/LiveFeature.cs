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

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>("/live");
}
