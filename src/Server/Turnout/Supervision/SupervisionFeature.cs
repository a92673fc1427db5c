using Assemblies.Live;

namespace Assemblies.Turnout.Supervision;

/// <summary>The supervisor of the doors: devices, doors, and what one device may ask of the server.</summary>
internal static class SupervisionFeature
{
    public static void AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton<Fleet>();
        services.AddSingleton<SilenceWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SilenceWatch>());
        services.AddSingleton<SupervisorBoard>();
        services.AddSingleton<ScanPace>();
        services.AddSingleton<WrongShortCodes>();
        services.AddSingleton<GuardedCheckIn>();
        services.AddSingleton<LiveChannel, SupervisorChannel>();
    }
}
