using Assemblies.Live;

namespace Assemblies.Turnout;

/// <summary>The doors: scans, admissions, counts.</summary>
public static class TurnoutFeature
{
    public static void AddTurnout(this IServiceCollection services)
    {
        services.AddSingleton<CheckInWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckInWriter>());
        services.AddSingleton<LiveChannel, DoorChannel>();
    }

    public static void MapTurnout(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        routes.MapHub<DoorHub>("/live/door");
        ScansApi.Map(api);
    }
}
