using Assemblies.Evaluation.Notes;

namespace Assemblies.Evaluation;

/// <summary>Looking back on an evening, privately: what the numbers say, and what the leaders say.</summary>
public static class EvaluationFeature
{
    public static void AddEvaluation(this IServiceCollection services)
    {
        services.AddScoped<TurnoutReview>();
        services.AddScoped<EvaluationNotes>();
        services.AddScoped<ReviewReader>();
    }

    public static void MapEvaluation(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api) => EvaluationApi.Map(routes, api);
}
