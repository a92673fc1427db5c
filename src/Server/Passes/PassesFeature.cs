using Assemblies.Data;

namespace Assemblies.Passes;

/// <summary>Passes: issuing, printing, the holder's page.</summary>
public static class PassesFeature
{
    public static void AddPasses(this IServiceCollection services)
    {
        services.AddSingleton(provider => PassKey.Load(provider.GetRequiredService<DataFolder>()));
        services.AddScoped<PassOffice>();
        services.AddScoped<PassPrinter>();
        services.AddScoped<PassReader>();
        services.AddScoped<PassesOverview>();
    }

    public static void MapPasses(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        PassesApi.Map(api);
        HolderApi.Map(routes);
    }
}
