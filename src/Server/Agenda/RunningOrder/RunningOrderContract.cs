using Assemblies.Agenda.Evening;
using Assemblies.Asks;
using Assemblies.Commitments;
using NodaTime;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>An item of the running order as it is to be. A member that is missing is refused like one that is wrong, unless it says otherwise.</summary>
/// <param name="Kind">What happens during it.</param>
/// <param name="Title">What it is called. Screens and the public page may show it: no name that needs consent belongs here.</param>
/// <param name="PlannedSeconds">Planned length in seconds.</param>
/// <param name="Owner">Who leads it, in the organiser's words; null for nobody yet.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
/// <param name="Position">Its place: 1 is first. Null keeps it; a new item goes last.</param>
/// <param name="RequiredWords">Words that must be said, one entry each; null keeps them.</param>
/// <param name="Notes">What each role has to know; null keeps them.</param>
/// <param name="SpeakerIds">Who speaks in it, in that order; null keeps them.</param>
/// <param name="AskIds">Which asks it is about, in that order; null keeps them.</param>
/// <param name="PowerHolderIds">Who has to be on the stage; null keeps them.</param>
/// <param name="Id">An id for a new item, made by the sender: sending it again adds nothing. Null for a new one; not looked at in a change.</param>
/// <param name="ExpectedVersion">
/// The version of the evening that the sender saw, once it has begun: what stands as it did then is left as it is now, and a length or place that somebody has
/// changed since is refused. Null for the evening as it is now.
/// </param>
/// <param name="Commitments">Which commitments of earlier assemblies it reports back on, in that order; null keeps them.</param>
public sealed record AgendaItemCommand(
    AgendaItemKind? Kind = null,
    string? Title = null,
    int? PlannedSeconds = null,
    string? Owner = null,
    bool MustNotCut = false,
    int? Position = null,
    IReadOnlyList<string>? RequiredWords = null,
    AgendaNotes? Notes = null,
    IReadOnlyList<Guid>? SpeakerIds = null,
    IReadOnlyList<Guid>? AskIds = null,
    IReadOnlyList<Guid>? PowerHolderIds = null,
    Guid? Id = null,
    int? ExpectedVersion = null,
    IReadOnlyList<CommitmentKey>? Commitments = null);

/// <summary>Where an item goes: to a position, or one place up or down. Exactly one of the two.</summary>
/// <param name="Position">Its new place: 1 is first.</param>
/// <param name="Direction">One place up or down; at the end nothing happens.</param>
public sealed record AgendaItemMove(int? Position = null, Direction? Direction = null);

/// <summary>An item of the running order: as planned, and once the evening has begun as it is lived.</summary>
/// <param name="Id">The item.</param>
/// <param name="Position">Its place now: 1 is first.</param>
/// <param name="Kind">What happens during it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Owner">Who leads it, or null.</param>
/// <param name="PlannedSeconds">The length it is to have, in seconds: as it was last changed.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
/// <param name="StartsAt">When it began, or begins if everything before it takes as long as it is to.</param>
/// <param name="EndsAt">When it ended or ends.</param>
/// <param name="RequiredWords">Words that must be said.</param>
/// <param name="Notes">What each role has to know.</param>
/// <param name="SpeakerIds">Who speaks in it, in their order.</param>
/// <param name="AskIds">Which asks it is about, in their order.</param>
/// <param name="PowerHolderIds">Who has to be on the stage, in the agreed order.</param>
/// <param name="Commitments">Which commitments of earlier assemblies it reports back on, in their order.</param>
/// <param name="Lived">What became of it; null before the evening begins.</param>
public sealed record AgendaItemRow(
    Guid Id,
    int Position,
    AgendaItemKind Kind,
    string Title,
    string? Owner,
    int PlannedSeconds,
    bool MustNotCut,
    Instant StartsAt,
    Instant EndsAt,
    IReadOnlyList<string> RequiredWords,
    AgendaNotes Notes,
    IReadOnlyList<Guid> SpeakerIds,
    IReadOnlyList<Guid> AskIds,
    IReadOnlyList<Guid> PowerHolderIds,
    IReadOnlyList<CommitmentKey> Commitments,
    LivedItem? Lived = null);

/// <summary>What became of an item on the evening.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="FirstSeconds">Its length in the plan with which the evening began; 0 for what was inserted since.</param>
/// <param name="IsInserted">It was not in that plan.</param>
/// <param name="SpentSeconds">How long it has been now, at the time of reading.</param>
public sealed record LivedItem(ItemStatus Status, int FirstSeconds, bool IsInserted, int SpentSeconds);

/// <summary>The whole evening: as planned, and once it has begun as it is lived.</summary>
/// <param name="Items">The items in their order.</param>
/// <param name="PlannedSeconds">Their lengths together, without what is skipped.</param>
/// <param name="StartsAt">When the first one begins or began.</param>
/// <param name="EndsAt">When the last one ends: the projected finish.</param>
/// <param name="HardEndAt">The finish the chair may not miss.</param>
/// <param name="SpareSeconds">From the finish to the hard end; below 0 when it is too late.</param>
/// <param name="CuttableSeconds">Lengths of the items to come that may be cut, together.</param>
/// <param name="Lived">How the evening goes; null before it begins.</param>
public sealed record PlannedEvening(
    IReadOnlyList<AgendaItemRow> Items,
    int PlannedSeconds,
    Instant StartsAt,
    Instant EndsAt,
    Instant HardEndAt,
    int SpareSeconds,
    int CuttableSeconds,
    LivedEvening? Lived = null);

/// <summary>How an evening goes that has begun.</summary>
/// <param name="Version">To send back as the expected version.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="DriftSeconds">How late it is against the plan with which it began; less than 0 is early.</param>
/// <param name="FirstPlace">The first place of those that can still be changed.</param>
/// <param name="AsOf">When this was read: finish and drift move with the clock.</param>
public sealed record LivedEvening(int Version, EveningStage Stage, int DriftSeconds, int FirstPlace, Instant AsOf);

/// <summary>A running order to begin with, by the length of the evening.</summary>
public enum RunningOrderTemplate
{
    /// <summary>90 minutes, 14 items.</summary>
    Small,

    /// <summary>105 minutes, 28 items.</summary>
    Medium,

    /// <summary>120 minutes, 45 items.</summary>
    VeryLarge,
}

/// <summary>What becomes of the items that are there already.</summary>
public enum FillMode
{
    /// <summary>They stay, and the new ones come after them.</summary>
    Append,

    /// <summary>They go.</summary>
    Replace,
}

/// <param name="Template">Which one.</param>
/// <param name="Mode">What becomes of the items that are there; needed where there are any.</param>
public sealed record TemplateCommand(RunningOrderTemplate? Template = null, FillMode? Mode = null);

/// <param name="FromAssemblyId">The assembly whose running order is copied.</param>
/// <param name="Mode">What becomes of the items that are there; needed where there are any.</param>
public sealed record CopyCommand(Guid? FromAssemblyId = null, FillMode? Mode = null);

/// <summary>An assembly that has a running order to copy.</summary>
/// <param name="AssemblyId">The assembly.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Start">When it started, on its own wall clock.</param>
/// <param name="Items">How many items it has.</param>
public sealed record CopySource(Guid AssemblyId, string Title, LocalDateTime Start, int Items);
