using Assemblies.Live;
using Assemblies.Record.Anchors;
using Assemblies.Record.Corrections;
using Assemblies.Record.Keys;
using Assemblies.Record.Log;
using Assemblies.Record.Publication;
using Assemblies.Record.Redactions;

namespace Assemblies.Record;

/// <summary>Answers: put, recorded, ruled on, revealed.</summary>
public static class RecordFeature
{
    public static void AddRecord(this IServiceCollection services)
    {
        services.AddScoped<AnswerBook>();
        services.AddScoped<CorrectionBook>();
        services.AddScoped<DisputeBook>();
        services.AddScoped<RedactionBook>();
        services.AddSingleton<IWordsBeside, AnswerWordsBeside>();
        services.AddSingleton<IWordsBeside, DisputeWordsBeside>();
        services.AddSingleton<IWordsBeside, AskWordsBeside>();
        services.AddScoped<RecordDesk>();
        services.AddScoped<RecordClosing>();
        services.AddScoped<KeyHandover>();
        services.AddScoped<AnchorBook>();
        services.AddSingleton<TimestampAuthority>();
        services.AddHostedService<TimestampService>();
        services.AddSingleton<RecordFiles>();
        services.AddHostedService<RecordCheckAtStart>();
        services.AddScoped<RecordPages>();
        services.AddSingleton<LiveChannel, FloorChannel>();
    }

    public static void MapRecord(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) 
    {
        CorrectionsApi.Map(api);
        RedactionsApi.Map(api);
        AnchorsApi.Map(api);
        RecordLogApi.Map(api);
        RecordFilesApi.Map(routes);
        RecordPagesApi.Map(routes);
    }
}
