using Assemblies.Agenda;

namespace Assemblies.Turnout;

/// <summary>What a door device shows between scans.</summary>
/// <param name="Title">The assembly's title.</param>
/// <param name="State">Whether the doors may admit.</param>
/// <param name="Arrived">Arrived in all, cumulative.</param>
/// <param name="RoomCapacity">The most people the room may hold.</param>
/// <param name="PresentNow">In that room now; overflow rooms are not in it.</param>
/// <param name="Overflow">Where a full room sends people.</param>
/// <param name="RosterCursor">How far the roster has come: a device whose cursor is lower asks for the changes (turnout.md, rule 21).</param>
public sealed record DoorPresent(
    string Title, AssemblyState State, int Arrived, int RoomCapacity, int PresentNow, string? Overflow, long RosterCursor);
