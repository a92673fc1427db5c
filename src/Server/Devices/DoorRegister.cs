using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Devices;

/// <summary>The ways into the hall, as the organiser names them.</summary>
public sealed class DoorRegister(AssemblyDb db)
{
    private const int LongestName = 60;

    /// <summary>Adds a door.</summary>
    public async Task<(Door? Door, Problem? Problem)> AddAsync(Actor actor, Guid assemblyId, DoorCommand command, CancellationToken cancellation)
    {
        if (await CheckAsync(assemblyId, null, command.Name.Trim(), cancellation) is { } problem)
            return (null, problem);
        var door = new Door { AssemblyId = assemblyId, Name = command.Name.Trim(), IsOverflow = command.IsOverflow };
        db.Doors.Add(door);
        db.Record(actor, assemblyId, ChangeChannel.Devices, "door.added", $"The door \"{door.Name}\" was added.");
        await db.SaveChangesAsync(cancellation);
        return (door, null);
    }

    /// <summary>Changes a door; devices bound to it and admissions through it keep it.</summary>
    /// <returns>The door and no problem, a problem, or neither when there is no such door.</returns>
    public async Task<(Door? Door, Problem? Problem)> ChangeAsync(
        Actor actor, Guid assemblyId, Guid doorId, DoorCommand command, CancellationToken cancellation)
    {
        var door = await db.Doors.FirstOrDefaultAsync(d => d.Id == doorId && d.AssemblyId == assemblyId, cancellation);
        if (door is null)
            return (null, null);
        if (await CheckAsync(assemblyId, doorId, command.Name.Trim(), cancellation) is { } problem)
            return (null, problem);
        (door.Name, door.IsOverflow) = (command.Name.Trim(), command.IsOverflow);
        db.Record(actor, assemblyId, ChangeChannel.Devices, "door.changed",
            $"A door is now called \"{door.Name}\"{(door.IsOverflow ? " and leads to an overflow room" : "")}.");
        await db.SaveChangesAsync(cancellation);
        return (door, null);
    }

    /// <summary>Removes a door that nothing refers to. No problem when there is none.</summary>
    public async Task<Problem?> RemoveAsync(Actor actor, Guid assemblyId, Guid doorId, CancellationToken cancellation)
    {
        var door = await db.Doors.FirstOrDefaultAsync(d => d.Id == doorId && d.AssemblyId == assemblyId, cancellation);
        if (door is null)
            return null;
        // Scans and admissions name the door of the device that made them, so a door that never had a device has none.
        if (await db.Devices.AnyAsync(d => d.DoorId == doorId, cancellation) || await db.Pairings.AnyAsync(p => p.DoorId == doorId, cancellation))
            return new("", $"\"{door.Name}\" was given to a device, so the record refers to it. Rename it instead.");
        db.Doors.Remove(door);
        db.Record(actor, assemblyId, ChangeChannel.Devices, "door.removed", $"The door \"{door.Name}\" was removed.");
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private async Task<Problem?> CheckAsync(Guid assemblyId, Guid? doorId, string name, CancellationToken cancellation) =>
        name.Length is 0 or > LongestName
            ? new("name", $"Give the door a name of 1 to {LongestName} characters, for example \"North door\".")
            : await db.Doors.AnyAsync(d => d.AssemblyId == assemblyId && d.Id != doorId && d.Name == name, cancellation)
                ? new("name", $"There is a door \"{name}\" already.")
                : null;
}
