using System.Reflection;
using Assemblies.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Assemblies.Tests.Shell;

/// <summary>One way into the server and who may use it.</summary>
/// <param name="Verb">HTTP method, or <c>hub</c> for a hub's method.</param>
/// <param name="Path">Route pattern, or the hub's path and the method's name.</param>
/// <param name="Roles">Null for everyone.</param>
public sealed record WayIn(string Verb, string Path, IReadOnlyList<string>? Roles)
{
    public override string ToString() => $"| {Verb} | `{Path}` | {(Roles is null ? "everyone" : string.Join(", ", Roles))} |";
}

/// <summary>Every route and hub method of a running server, read from the server itself.</summary>
internal static class RouteInventory
{
    public static IReadOnlyList<WayIn> Of(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        var routes = endpoints.Where(e => e.Metadata.GetMetadata<HubMetadata>() is null)
            .SelectMany(e => Verbs(e).Select(verb => new WayIn(verb, Pattern(e), Roles(e))));
        var hubs = endpoints.Where(e => e.Metadata.GetMetadata<HubMetadata>() is not null && !Pattern(e).EndsWith("/negotiate", StringComparison.Ordinal))
            .SelectMany(e => Methods(e.Metadata.GetMetadata<HubMetadata>()!.HubType)
                .Select(m => new WayIn("hub", $"{Pattern(e)} {m.Name}", Narrow(Roles(e), Roles(m.GetCustomAttributes<AuthorizeAttribute>())))));
        return [.. routes.Concat(hubs).Distinct(WayInComparer.Instance).OrderBy(w => w.Path, StringComparer.Ordinal).ThenBy(w => w.Verb, StringComparer.Ordinal)];
    }

    private static string Pattern(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    private static IEnumerable<string> Verbs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["GET"];

    private static IReadOnlyList<string>? Roles(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        var declared = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        if (declared.Count > 0)
            return Roles(declared);
        // Razor components add a route of their own that can declare nothing; the fallback policy keeps it for organisers.
        return Pattern(endpoint).StartsWith("/_framework/", StringComparison.Ordinal) ? [Access.Organiser] : ["UNDECLARED"];
    }

    private static IReadOnlyList<string>? Roles(IEnumerable<IAuthorizeData> declared) =>
        declared.Select(d => d.Roles?.Split(',')).Aggregate((IReadOnlyList<string>?)null, Narrow);

    private static IReadOnlyList<string>? Narrow(IReadOnlyList<string>? outer, IReadOnlyList<string>? inner) =>
        outer is null ? inner : inner is null ? outer : [.. outer.Intersect(inner)];

    private static IEnumerable<MethodInfo> Methods(Type hub) =>
        hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName);

    private sealed class WayInComparer : IEqualityComparer<WayIn>
    {
        public static readonly WayInComparer Instance = new();

        public bool Equals(WayIn? x, WayIn? y) => x?.ToString() == y?.ToString();

        public int GetHashCode(WayIn way) => way.ToString().GetHashCode(StringComparison.Ordinal);
    }
}
