namespace Assemblies.Agenda.Evening.Rules;

/// <summary>A step in words, for people who look back: a refusal, the minutes.</summary>
public static class StepWords
{
    public static string Of(EveningStep step) => step.Kind switch
    {
        EveningStepKind.Started => "the evening was started",
        EveningStepKind.Advanced => "the next item began",
        EveningStepKind.Returned => "the evening went back to the item before",
        EveningStepKind.Paused => "the evening was paused",
        EveningStepKind.Resumed => "the evening went on",
        EveningStepKind.Ended => "the evening was ended",
        EveningStepKind.Skipped => "an item was skipped",
        EveningStepKind.Restored => "a skipped item was taken back in",
        EveningStepKind.LengthChanged => "the length of an item was changed",
        EveningStepKind.TimeAdded => step.Details.Seconds < 0 ? "time was taken from an item" : "time was added to an item",
        EveningStepKind.Moved => "an item was moved",
        EveningStepKind.Inserted => "an item was inserted",
        EveningStepKind.ClockStarted => $"the {Clock(step)} clock was started",
        EveningStepKind.ClockPaused => $"the {Clock(step)} clock was paused",
        EveningStepKind.ClockResumed => $"the {Clock(step)} clock went on",
        EveningStepKind.ClockExtended => step.Details.Seconds < 0 ? $"time was taken from the {Clock(step)} clock" : $"time was added to the {Clock(step)} clock",
        EveningStepKind.ClockStopped => $"the {Clock(step)} clock was stopped",
        EveningStepKind.WordsRead => "required words were ticked",
        EveningStepKind.WordsUnread => "required words were unticked",
        EveningStepKind.ControlTaken => "another device took control",
        EveningStepKind.RollCallStarted => "the roll call began",
        EveningStepKind.InstitutionCalled => "an institution was called",
        EveningStepKind.InstitutionUncalled => "the call of an institution was taken back",
        EveningStepKind.RollCallOrdered => "the order of the roll call was changed",
        EveningStepKind.MessageShown => "a message was shown on the stage timers",
        EveningStepKind.MessageCleared => "a message was cleared from the stage timers",
        EveningStepKind.Undone => "a step was taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static string Clock(EveningStep step) => Wire.WireFormat.Word(step.Details.Clock!.Value);
}
