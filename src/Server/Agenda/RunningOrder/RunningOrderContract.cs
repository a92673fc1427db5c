using Assemblies.Asks;
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
    IReadOnlyList<Guid>? PowerHolderIds = null);

/// <summary>Where an item goes: to a position, or one place up or down. Exactly one of the two.</summary>
/// <param name="Position">Its new place: 1 is first.</param>
/// <param name="Direction">One place up or down; at the end nothing happens.</param>
public sealed record AgendaItemMove(int? Position = null, Direction? Direction = null);

/// <summary>An item of the running order as planned.</summary>
/// <param name="Id">The item.</param>
/// <param name="Position">Its place: 1 is first.</param>
/// <param name="Kind">What happens during it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Owner">Who leads it, or null.</param>
/// <param name="PlannedSeconds">Planned length in seconds.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
/// <param name="StartsAt">When it begins if everything before it takes as long as planned.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="RequiredWords">Words that must be said.</param>
/// <param name="Notes">What each role has to know.</param>
/// <param name="SpeakerIds">Who speaks in it, in their order.</param>
/// <param name="AskIds">Which asks it is about, in their order.</param>
/// <param name="PowerHolderIds">Who has to be on the stage, in the agreed order.</param>
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
    IReadOnlyList<Guid> PowerHolderIds);

/// <summary>The whole evening as planned.</summary>
/// <param name="Items">The items in their order.</param>
/// <param name="PlannedSeconds">Their lengths together.</param>
/// <param name="StartsAt">When the first one begins.</param>
/// <param name="EndsAt">When the last one ends.</param>
/// <param name="HardEndAt">The finish the chair may not miss.</param>
/// <param name="SpareSeconds">From the planned finish to the hard end; below 0 when the plan is too long.</param>
/// <param name="CuttableSeconds">Lengths of the items that may be cut, together.</param>
public sealed record PlannedEvening(
    IReadOnlyList<AgendaItemRow> Items,
    int PlannedSeconds,
    Instant StartsAt,
    Instant EndsAt,
    Instant HardEndAt,
    int SpareSeconds,
    int CuttableSeconds);

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
