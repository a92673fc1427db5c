using Assemblies.Live;

namespace Assemblies.Record;

/// <summary>Answers: put, recorded, ruled on, revealed.</summary>
public static class RecordFeature
{
    public static void AddRecord(this IServiceCollection services)
    {
        services.AddScoped<AnswerBook>();
        services.AddSingleton<LiveChannel, FloorChannel>();
    }

    public static void MapRecord(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        routes.MapHub<FloorHub>("/live/floor");
        FloorApi.Map(api);
    }
}
