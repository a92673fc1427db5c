using NodaTime;

namespace Assemblies.Agenda.Evening;

/// <summary>What can happen on the evening. A step says what was done, never what the clock shows: starts are stored, ticks are not (live.md, rule 16).</summary>
public enum EveningStepKind
{
    /// <summary>The first item begins; the plan as it is now is kept in the step.</summary>
    Started,

    /// <summary>The next item begins, or the one that is named: it then comes before what was to be next.</summary>
    Advanced,

    /// <summary>Back to the item before; its clock goes on where it stood.</summary>
    Returned,

    /// <summary>Everything stops: the item's clock and the separate clocks.</summary>
    Paused,

    Resumed,

    /// <summary>The evening is over.</summary>
    Ended,

    /// <summary>An item will not happen.</summary>
    Skipped,

    /// <summary>A skipped item will happen after all.</summary>
    Restored,

    /// <summary>An item gets another length.</summary>
    LengthChanged,

    /// <summary>Time is added to an item or taken from it, also while it runs.</summary>
    TimeAdded,

    /// <summary>An item comes at another place among those that have not begun.</summary>
    Moved,

    /// <summary>An item that was not planned.</summary>
    Inserted,

    /// <summary>One of the separate clocks starts.</summary>
    ClockStarted,

    ClockPaused,
    ClockResumed,

    /// <summary>Time is added to a separate clock or taken from it, also after the speech began.</summary>
    ClockExtended,

    ClockStopped,

    /// <summary>Required words were said.</summary>
    WordsRead,

    /// <summary>They were ticked by mistake.</summary>
    WordsUnread,

    /// <summary>Another device of a chair holds control from now on.</summary>
    ControlTaken,

    /// <summary>The roll call begins: the official turnout is frozen, and each institution's figure with it.</summary>
    RollCallStarted,

    /// <summary>An institution is called.</summary>
    InstitutionCalled,

    /// <summary>It was called by mistake.</summary>
    InstitutionUncalled,

    /// <summary>The institutions are called in another order.</summary>
    RollCallOrdered,

    /// <summary>A message appears on the stage timers or on one of them.</summary>
    MessageShown,

    MessageCleared,

    /// <summary>An earlier step is taken back; both stay in the history.</summary>
    Undone,
}

/// <summary>The clocks that run beside the item's own (live.md, rule 19).</summary>
public enum EveningClockKind
{
    /// <summary>Somebody gives a testimony.</summary>
    Speaker,

    /// <summary>A power-holder answers.</summary>
    Answer,

    /// <summary>A power-holder or an expert explains.</summary>
    Explanation,
}

/// <summary>In which order the roll call names institutions.</summary>
public enum RollCallOrder
{
    /// <summary>Chapter by chapter, by name within each.</summary>
    Chapter,

    /// <summary>By name.</summary>
    Alphabetical,

    /// <summary>As the chair wrote it.</summary>
    Custom,
}

/// <summary>One append-only step of the evening. Rows are never changed or deleted; the evening is their fold.</summary>
public sealed class EveningStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }

    /// <summary>1, 2, 3 … within the assembly. Unique there, so two tablets cannot both take the next step.</summary>
    public required int Version { get; init; }

    /// <summary>Made by the tablet; a repeated command finds its earlier step by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required EveningStepKind Kind { get; init; }

    /// <summary>When the server took the step, in milliseconds (live.md, rule 16).</summary>
    public required Instant At { get; init; }

    /// <summary>The device or organiser that took the step; a kind and an id, never a name.</summary>
    public required string By { get; init; }

    /// <summary>The item it is about. Of position steps: the item that begins, decided when the step was taken, so that no later change moves it.</summary>
    public Guid? ItemId { get; init; }

    public EveningDetails Details { get; init; } = EveningDetails.None;
}

/// <summary>What a step says beside its kind and item. Which members are there depends on the kind.</summary>
/// <param name="Plan">started: the running order as planned.</param>
/// <param name="AfterItemId">moved, inserted: the item it comes after.</param>
/// <param name="Seconds">A length, or how much is added; may be less than 0 for what is taken away.</param>
/// <param name="Text">inserted: the title; words_read, words_unread: the words; message_shown: the message.</param>
/// <param name="ItemKind">inserted: what happens in it.</param>
/// <param name="Clock">clock steps: which one.</param>
/// <param name="SubjectId">clock_started: the speaker or power-holder; institution steps: the institution.</param>
/// <param name="Order">roll call steps: the order of the institutions.</param>
/// <param name="InstitutionIds">roll_call_ordered: the chair's own order.</param>
/// <param name="Figures">roll_call_started: how many of each institution had arrived at the moment the official turnout was frozen.</param>
/// <param name="Figure">institution_called: the figure that was announced.</param>
/// <param name="TimerId">message steps: one stage timer; null for all.</param>
/// <param name="Undoes">undone: the version of the step that is taken back.</param>
public sealed record EveningDetails(
    IReadOnlyList<PlannedItem>? Plan = null,
    Guid? AfterItemId = null,
    int? Seconds = null,
    string? Text = null,
    RunningOrder.AgendaItemKind? ItemKind = null,
    EveningClockKind? Clock = null,
    Guid? SubjectId = null,
    RollCallOrder? Order = null,
    IReadOnlyList<Guid>? InstitutionIds = null,
    IReadOnlyDictionary<Guid, int>? Figures = null,
    int? Figure = null,
    Guid? TimerId = null,
    int? Undoes = null)
{
    public static EveningDetails None { get; } = new();
}

/// <summary>An item as it was planned when the evening started.</summary>
/// <param name="Id">The item of the running order.</param>
/// <param name="Kind">What happens in it.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Seconds">Its planned length.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
public sealed record PlannedItem(Guid Id, RunningOrder.AgendaItemKind Kind, string Title, int Seconds, bool MustNotCut);
