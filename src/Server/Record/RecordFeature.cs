using Assemblies.Live;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Record.Publication;

namespace Assemblies.Record;

/// <summary>Answers: put, recorded, ruled on, revealed.</summary>
public static class RecordFeature
{
    public static void AddRecord(this IServiceCollection services)
    {
        services.AddScoped<AnswerBook>();
        services.AddScoped<CorrectionBook>();
        services.AddScoped<DisputeBook>();
        services.AddScoped<RecordDesk>();
        services.AddScoped<RecordClosing>();
        services.AddSingleton<RecordFiles>();
        services.AddScoped<RecordPages>();
        services.AddSingleton<LiveChannel, FloorChannel>();
    }

    public static void MapRecord(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) 
    {
        CorrectionsApi.Map(api);
        RecordLogApi.Map(api);
        RecordFilesApi.Map(routes);
        RecordPagesApi.Map(routes);
    }
}
