using Assemblies.Live;
using Assemblies.Turnout.Numbers;
using Assemblies.Turnout.Roster;
using Assemblies.Turnout.Supervision;

namespace Assemblies.Turnout;

/// <summary>The doors: scans, admissions, counts.</summary>
public static class TurnoutFeature
{
    public static void AddTurnout(this IServiceCollection services)
    {
        services.AddSingleton<CheckInWriter>();
        services.AddScoped<RosterReader>();
        services.AddScoped<TurnoutReader>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckInWriter>());
        services.AddSingleton<LiveChannel, DoorChannel>();
        services.AddSingleton<Fleet>();
        services.AddSingleton<SupervisorBoard>();
        services.AddSingleton<LiveChannel, SupervisorChannel>();
    }

    public static void MapTurnout(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        routes.MapHub<DoorHub>("/live/door");
        ScansApi.Map(api);
        RosterApi.Map(api);
        BoardApi.Map(api);
        TurnoutNumbersApi.Map(routes, api);
    }
}
