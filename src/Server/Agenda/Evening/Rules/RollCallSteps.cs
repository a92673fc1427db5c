namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Steps of the roll call.</summary>
internal static class RollCallSteps
{
    public static RollCallLife After(RollCallLife? life, EveningStep step) => (step.Kind, life) switch
    {
        (EveningStepKind.RollCallStarted, _) => new(step.Details.Order ?? RollCallOrder.Chapter, step.Details.InstitutionIds ?? [], step.Details.Figures!, []),
        (EveningStepKind.RollCallOrdered, { } call) => call with { Order = step.Details.Order ?? call.Order, First = step.Details.InstitutionIds ?? [] },
        (EveningStepKind.InstitutionCalled, { } call) => call with
        {
            Called = [.. call.Called, new CalledInstitution(step.Details.SubjectId!.Value, step.Details.Figure!.Value, step.At)],
        },
        (EveningStepKind.InstitutionUncalled, { } call) => call with { Called = [.. call.Called.Where(c => c.Id != step.Details.SubjectId)] },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
