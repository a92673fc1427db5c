namespace Assemblies.Asks;

public static class AsksFeature
{
    public static void AddAsks(this IServiceCollection services)
    {
    }

    public static void MapAsks(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
    }
}
