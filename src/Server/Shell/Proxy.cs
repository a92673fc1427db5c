using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Assemblies.Shell;

/// <summary>Believes a reverse proxy about the caller's address and scheme, if the proxy stands in a network named by the operator.</summary>
internal static class Proxy
{
    /// <summary>Networks in CIDR notation, separated by commas; loopback is always trusted.</summary>
    private const string Setting = "Proxy:Networks";

    /// <exception cref="InvalidOperationException">The setting is not a list of networks.</exception>
    public static void AddProxy(this WebApplicationBuilder builder)
    {
        var networks = (builder.Configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => IPNetwork.TryParse(text, out var network)
                ? network
                : throw new InvalidOperationException($"{Setting} has \"{text}\", which is no network like 172.16.0.0/12."))
            .ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        });
    }
}
