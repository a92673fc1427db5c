using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>A power-holder as they are to be. What is left out is empty afterwards.</summary>
/// <param name="Name">The power-holder's name.</param>
/// <param name="Office">The office that can grant the ask.</param>
/// <param name="Invitation">How they were invited and what they replied.</param>
/// <param name="DepartsAt">When they have to leave, on the assembly's wall clock.</param>
/// <param name="Arrival">The pass whose scan announces them.</param>
public sealed record PowerHolderCommand(
    string Name, string Office, Invitation? Invitation = null, LocalDateTime? DepartsAt = null, ArrivalTagCommand? Arrival = null);

/// <summary>A power-holder as organisers see them.</summary>
/// <param name="Id">The power-holder.</param>
/// <param name="Name">The power-holder's name.</param>
/// <param name="Office">The office that can grant the ask.</param>
/// <param name="Order">The agreed order: 1 is first.</param>
/// <param name="Invitation">How they were invited and what they replied.</param>
/// <param name="DepartsAt">When they have to leave, on the assembly's wall clock.</param>
/// <param name="Arrival">The pass whose scan announces them.</param>
public sealed record PowerHolderRow(
    Guid Id, string Name, string Office, int Order, Invitation Invitation, LocalDateTime? DepartsAt, ArrivalTagCommand? Arrival);

/// <summary>One step of a power-holder's presence, as it stands in the record.</summary>
/// <param name="Step">What was noted.</param>
/// <param name="At">When.</param>
/// <param name="By">By which device; a role and an id.</param>
/// <param name="Deputy">Who came instead.</param>
public sealed record PresenceRow(PresenceStepKind Step, Instant At, string By, Deputy? Deputy);

/// <summary>Which way a power-holder goes in the agreed order.</summary>
public enum Direction
{
    Up,
    Down,
}

/// <param name="Direction">One place up or down; at the end nothing happens.</param>
public sealed record MoveCommand(Direction Direction);

/// <summary>An ask as it is to be.</summary>
/// <param name="Text">The words: "Will you …?"</param>
/// <param name="Area">Area or campaign, or null.</param>
/// <param name="Number">Position on the score sheet, or null for the present one; a new ask goes last.</param>
/// <param name="PowerHolderIds">Whom it is put to; null keeps them.</param>
public sealed record AskCommand(string Text, string? Area = null, int? Number = null, IReadOnlyList<Guid>? PowerHolderIds = null);

/// <summary>An ask as it stands.</summary>
/// <param name="Id">The ask.</param>
/// <param name="Number">Position on the score sheet: 1 is first.</param>
/// <param name="Area">Area or campaign, or null.</param>
/// <param name="Text">The words of the present version.</param>
/// <param name="Version">How often the words were written.</param>
/// <param name="PowerHolderIds">Whom it is put to, in the agreed order.</param>
/// <param name="Warnings">What to think about once more; nothing is refused for it.</param>
public sealed record AskRow(
    Guid Id, int Number, string? Area, string Text, int Version, IReadOnlyList<Guid> PowerHolderIds, IReadOnlyList<Problem> Warnings);
