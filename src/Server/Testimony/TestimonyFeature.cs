namespace Assemblies.Testimony;

/// <summary>First-person stories that ground asks: who tells them, and what may be shown of them.</summary>
public static class TestimonyFeature
{
    public static void AddTestimony(this IServiceCollection services) => services.AddScoped<SpeakerList>();

    public static void MapTestimony(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) => TestimonyApi.Map(api);
}
