using Assemblies.Live;

namespace Assemblies.Displays;

/// <summary>What the hall sees.</summary>
public static class DisplaysFeature
{
    public static void AddDisplays(this IServiceCollection services)
    {
        services.AddScoped<StageDirection>();
        services.AddSingleton<LiveChannel, ScreenChannel>();
    }

    public static void MapDisplays(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
    }
}
