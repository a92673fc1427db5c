namespace Assemblies.Agenda.Evening.Rules;

/// <summary>
/// What a step changes and what it rests on. A command is stale when somebody has since changed what it rests on, and a step can be taken back while no
/// later one rests on it; everything else commutes, so that the timekeeper's minute never makes the chair's advance fail.
/// </summary>
internal static class EveningTouch
{
    public const string Position = "position";
    private const string Order = "order";
    private const string Control = "control";
    private const string RollCall = "roll call";

    public static IEnumerable<string> Changes(EveningStep step) => step.Kind switch
    {
        EveningStepKind.Started or EveningStepKind.Advanced or EveningStepKind.Returned or EveningStepKind.Ended =>
            [Position, Order, .. Enum.GetValues<EveningClockKind>().Select(Run)],
        EveningStepKind.Paused or EveningStepKind.Resumed => [Position, .. Enum.GetValues<EveningClockKind>().Select(Rate)],
        EveningStepKind.Skipped or EveningStepKind.Restored => [Order, Fate(step.ItemId)],
        EveningStepKind.Moved => [Order],
        EveningStepKind.Inserted => [Order, Existence(step.ItemId)],
        EveningStepKind.LengthChanged or EveningStepKind.TimeAdded => [Length(step.ItemId)],
        EveningStepKind.ClockStarted or EveningStepKind.ClockStopped => [Run(step.Details.Clock!.Value), Rate(step.Details.Clock.Value)],
        EveningStepKind.ClockPaused or EveningStepKind.ClockResumed => [Rate(step.Details.Clock!.Value)],
        EveningStepKind.WordsRead or EveningStepKind.WordsUnread => [Said(step)],
        EveningStepKind.ControlTaken => [Control],
        EveningStepKind.RollCallStarted or EveningStepKind.RollCallOrdered => [RollCall],
        EveningStepKind.InstitutionCalled or EveningStepKind.InstitutionUncalled => [Called(step)],
        _ => [],
    };

    public static IEnumerable<string> RestsOn(EveningStep step) => [.. Own(step), .. Items(step).Select(id => Existence(id))];

    private static IEnumerable<string> Own(EveningStep step) => step.Kind switch
    {
        EveningStepKind.Started => [Position, Control],
        EveningStepKind.Advanced or EveningStepKind.Returned or EveningStepKind.Moved or EveningStepKind.Inserted => [Position, Order],
        EveningStepKind.Paused or EveningStepKind.Resumed or EveningStepKind.Ended => [Position],
        EveningStepKind.Skipped or EveningStepKind.Restored => [Fate(step.ItemId)],
        EveningStepKind.LengthChanged => [Length(step.ItemId)],
        EveningStepKind.ClockStarted => [Position, Run(step.Details.Clock!.Value)],
        EveningStepKind.ClockPaused or EveningStepKind.ClockResumed => [Run(step.Details.Clock!.Value), Rate(step.Details.Clock.Value)],
        EveningStepKind.ClockExtended or EveningStepKind.ClockStopped => [Run(step.Details.Clock!.Value)],
        EveningStepKind.ControlTaken => [Control],
        EveningStepKind.RollCallOrdered => [RollCall],
        EveningStepKind.InstitutionCalled or EveningStepKind.InstitutionUncalled => [Called(step)],
        _ => [],
    };

    // What is inserted need not have been there before.
    private static IEnumerable<Guid?> Items(EveningStep step) =>
        new[] { step.Kind == EveningStepKind.Inserted ? null : step.ItemId, step.Details.AfterItemId }.Where(id => id is not null);

    private static string Run(EveningClockKind clock) => $"run {clock}";

    private static string Rate(EveningClockKind clock) => $"rate {clock}";

    private static string Fate(Guid? item) => $"fate {item}";

    private static string Length(Guid? item) => $"length {item}";

    private static string Existence(Guid? item) => $"existence {item}";

    private static string Said(EveningStep step) => $"words {step.ItemId} {step.Details.Text}";

    private static string Called(EveningStep step) => $"called {step.Details.SubjectId}";
}
