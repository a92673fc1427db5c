namespace Assemblies.Agenda.RunningOrder;

/// <summary>Who a printed run sheet is for.</summary>
public enum RunSheetRole
{
    Chair,
    Timekeeper,
    StageManager,
    Scribe,

    /// <summary>Anybody on the floor team: the plan without notes.</summary>
    Everybody,
}

/// <summary>What a role's sheet says beside the plan.</summary>
public static class RunSheetRules
{
    public static string Title(this RunSheetRole role) => role switch
    {
        RunSheetRole.StageManager => "Stage manager",
        _ => role.ToString(),
    };

    /// <summary>The role's own notes on an item; nobody carries another's.</summary>
    public static string? Note(this RunSheetRole role, AgendaItemRow item) => role switch
    {
        RunSheetRole.Chair => item.Notes.Chair,
        RunSheetRole.Timekeeper => item.Notes.Timekeeper,
        RunSheetRole.StageManager => item.Notes.StageManager,
        RunSheetRole.Scribe => item.Notes.Scribe,
        _ => null,
    };

    /// <summary>Whether the sheet lists the words that must be said: the chair says them, the timekeeper listens for them.</summary>
    public static bool HasRequiredWords(this RunSheetRole role) => role is RunSheetRole.Chair or RunSheetRole.Timekeeper;

    /// <summary>Whether the sheet has the asks in full: the chair reads them out, the scribe writes down what is said instead.</summary>
    public static bool HasAsksInFull(this RunSheetRole role) => role is RunSheetRole.Chair or RunSheetRole.Scribe;
}
