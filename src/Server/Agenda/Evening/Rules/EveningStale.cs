namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Whether somebody was faster: a step since the expected version changed what the command rests on (live.md, rule 8).</summary>
internal static class EveningStale
{
    public static bool Is(IReadOnlyList<EveningStep> steps, EveningStep wanted, RunCommand command) =>
        command.ExpectedVersion >= wanted.Version
        || steps.Where(s => s.Version > command.ExpectedVersion).SelectMany(s => Changed(steps, s)).Intersect(RestsOn(steps, wanted, command)).Any();

    private static IEnumerable<string> Changed(IReadOnlyList<EveningStep> steps, EveningStep step) => EveningTouch.Changes(Meant(steps, step));

    private static IEnumerable<string> RestsOn(IReadOnlyList<EveningStep> steps, EveningStep wanted, RunCommand command) => wanted.Kind switch
    {
        EveningStepKind.Undone => EveningTouch.Changes(Meant(steps, wanted)),
        // "The item that runs" may have become another one.
        EveningStepKind.TimeAdded when command.ItemId is null => [.. EveningTouch.RestsOn(wanted), EveningTouch.Position],
        _ => EveningTouch.RestsOn(wanted),
    };

    // Taking a step back changes whatever the step had changed.
    private static EveningStep Meant(IReadOnlyList<EveningStep> steps, EveningStep step) =>
        step.Kind == EveningStepKind.Undone ? steps.FirstOrDefault(s => s.Version == step.Details.Undoes) ?? step : step;
}
