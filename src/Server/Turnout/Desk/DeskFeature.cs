using Assemblies.Live;

namespace Assemblies.Turnout.Desk;

/// <summary>The help desk: search, and the scans that a person has to look at.</summary>
internal static class DeskFeature
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<NameSearch>();
        services.AddScoped<CaseDesk>();
        services.AddSingleton<LiveChannel, DeskChannel>();
    }
}
