using Assemblies.Live;
using Assemblies.Record.Corrections;

namespace Assemblies.Record;

/// <summary>Answers: put, recorded, ruled on, revealed.</summary>
public static class RecordFeature
{
    public static void AddRecord(this IServiceCollection services)
    {
        services.AddScoped<AnswerBook>();
        services.AddScoped<CorrectionBook>();
        services.AddScoped<DisputeBook>();
        services.AddSingleton<LiveChannel, FloorChannel>();
    }

    public static void MapRecord(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) => CorrectionsApi.Map(api);
}
