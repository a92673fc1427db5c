namespace Assemblies.Testimony;

/// <summary>First-person stories that ground asks: who tells them, when, how ready they are, and what may be shown of them.</summary>
public static class TestimonyFeature
{
    public static void AddTestimony(this IServiceCollection services)
    {
        services.AddScoped<SpeakerList>();
        services.AddScoped<SpeakerFiles>();
        services.AddScoped<ConsentBook>();
        services.AddScoped<ReadinessBook>();
        services.AddScoped<ScheduleBook>();
    }

    public static void MapTestimony(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) => TestimonyApi.Map(api);
}
