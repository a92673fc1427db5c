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
}
