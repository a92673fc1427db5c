using Assemblies.Devices;
using Assemblies.Wire;

namespace Assemblies.Agenda.Evening;

/// <summary>Who may give which step. A step is taken back by whoever may give it.</summary>
public static class EveningRoles
{
    /// <summary>Whether the role may give the step; no role is an organiser, who edits what is to come while the evening runs.</summary>
    public static bool May(DeviceRole? role, EveningStepKind step) => role switch
    {
        DeviceRole.Chair => true,
        DeviceRole.Timekeeper => IsTime(step) || IsClock(step) || IsMessage(step) || step == EveningStepKind.Undone,
        DeviceRole.StageManager => IsTime(step) || IsOrder(step) || IsWords(step) || IsMessage(step) || IsCalling(step) || step == EveningStepKind.Undone,
        null => IsTime(step) || IsOrder(step),
        _ => false,
    };

    /// <summary>Whether the role may cut an item that must not be cut: only who answers for the evening.</summary>
    public static bool MayCutAnything(DeviceRole? role) => role is null or DeviceRole.Chair;

    /// <summary>For a step that the role may not give.</summary>
    public static Problem Refusal(EveningStepKind step) => new("step", IsClock(step) ? "The chair and the timekeeper keep the clocks."
        : IsOrder(step) ? "The chair and the stage manager change the order."
        : IsWords(step) || IsCalling(step) ? "The chair and the stage manager do this."
        : "This is for the chair to do.");

    private static bool IsTime(EveningStepKind step) => step is EveningStepKind.LengthChanged or EveningStepKind.TimeAdded;

    private static bool IsOrder(EveningStepKind step) => step is EveningStepKind.Skipped or EveningStepKind.Restored or EveningStepKind.Moved or EveningStepKind.Inserted;

    private static bool IsClock(EveningStepKind step) => step is EveningStepKind.ClockStarted or EveningStepKind.ClockPaused or EveningStepKind.ClockResumed
        or EveningStepKind.ClockExtended or EveningStepKind.ClockStopped;

    private static bool IsWords(EveningStepKind step) => step is EveningStepKind.WordsRead or EveningStepKind.WordsUnread;

    private static bool IsMessage(EveningStepKind step) => step is EveningStepKind.MessageShown or EveningStepKind.MessageCleared;

    private static bool IsCalling(EveningStepKind step) => step is EveningStepKind.InstitutionCalled or EveningStepKind.InstitutionUncalled or EveningStepKind.RollCallOrdered;
}
