using Assemblies.Agenda.Evening.Minutes;
using Assemblies.Agenda.Evening.RollCall;
using Assemblies.Live;

namespace Assemblies.Agenda.Evening;

/// <summary>The live evening: its steps, what tablets and timers are shown of it, the roll call.</summary>
internal static class EveningFeature
{
    public static void AddEvening(this IServiceCollection services)
    {
        services.AddScoped<EveningBook>();
        services.AddScoped<EveningFinder>();
        services.AddScoped<EveningScenes>();
        services.AddScoped<RollCallFreeze>();
        services.AddScoped<MinutesReader>();
        services.AddSingleton<LiveChannel, OrderChannel>();
        services.AddSingleton<LiveChannel, TimerChannel>();
    }

    public static void MapEvening(this IEndpointRouteBuilder routes) => MinutesCsv.Map(routes);
}
