namespace Assemblies.Testimony;

public static class TestimonyFeature
{
    public static void AddTestimony(this IServiceCollection services)
    {
    }

    public static void MapTestimony(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
    }
}
