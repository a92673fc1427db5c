using Assemblies.Live;
using Assemblies.Turnout.Captain;
using Assemblies.Turnout.Desk;
using Assemblies.Turnout.Numbers;
using Assemblies.Turnout.Official;
using Assemblies.Turnout.Retention;
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
        services.AddScoped<OfficialBook>();
        services.AddCaptain();
        services.AddSingleton<RetentionSweep>();
        services.AddHostedService<RetentionService>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckInWriter>());
        services.AddSingleton<LiveChannel, DoorChannel>();
        services.AddSupervision();
        services.AddDesk();
    }

    public static void MapTurnout(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        // A wrong setting stops the start, not the first scan.
        routes.ServiceProvider.GetRequiredService<ScanPace>();
        routes.MapHub<DoorHub>("/live/door");
        ScansApi.Map(api);
        RosterApi.Map(api);
        BoardApi.Map(api);
        TurnoutNumbersApi.Map(routes, api);
        DeskApi.Map(api);
        OfficialApi.Map(api);
        CaptainApi.Map(api);
    }
}
