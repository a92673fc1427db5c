using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays.Audience;
using Assemblies.Displays.Direction;
using Assemblies.Displays.Look;
using Assemblies.Live;
using Assemblies.Shell;

namespace Assemblies.Displays;

/// <summary>What the hall sees.</summary>
public static class DisplaysFeature
{
    public static void AddDisplays(this IServiceCollection services)
    {
        services.AddScoped<SceneFinder>();
        services.AddScoped<StageDirection>();
        services.AddScoped<ScreenBook>();
        services.AddScoped<AllianceRegister>();
        services.AddScoped<ScenePreview>();
        services.AddSingleton<PaintedScreens>();
        services.AddSingleton<LiveChannel, ScreenChannel>();
        services.AddSingleton<LiveChannel, PaintedChannel>();
        services.AddSingleton<LiveChannel, PublicChannel>();
    }

    public static void MapDisplays(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        PublicApi.Map(routes);
        ScreensApi.Map(api);
        AllianceApi.Map(routes, api);
        api.MapGet("/screen", async (AssemblyDb db, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok(await ScreenChannel.PresentAsync(db, caller.BoundAssembly()!.Value, cancellation)))
            .For(Access.AnyDevice).WithSummary("What the projector shows now, as the channel \"screen\" does.");
    }
}
