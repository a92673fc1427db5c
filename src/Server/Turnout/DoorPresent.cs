using Assemblies.Agenda;

namespace Assemblies.Turnout;

/// <summary>What a door device shows between scans.</summary>
/// <param name="Title">The assembly's title.</param>
/// <param name="State">Whether the doors may admit.</param>
/// <param name="Arrived">Arrived in all, cumulative.</param>
/// <param name="RoomCapacity">The most people the room may hold.</param>
public sealed record DoorPresent(string Title, AssemblyState State, int Arrived, int RoomCapacity);
