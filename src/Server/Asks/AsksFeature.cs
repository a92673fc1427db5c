using Assemblies.Turnout.Tags;

namespace Assemblies.Asks;

/// <summary>What is asked, and of whom.</summary>
public static class AsksFeature
{
    public static void AddAsks(this IServiceCollection services)
    {
        services.AddScoped<PowerHolderList>();
        services.AddScoped<AskEditor>();
        services.AddScoped<PresenceBook>();
        services.AddScoped<TagOffice>();
    }

    public static void MapAsks(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) => AsksApi.Map(api);
}
