using Assemblies.Data;
using Assemblies.Turnout.Tags;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>A power-holder as the floor's tablets see them. Staff only; without the reason of the invitation and without anybody's words.</summary>
/// <param name="Name">The power-holder's name.</param>
/// <param name="Office">The office that can grant the ask.</param>
/// <param name="Order">The agreed order.</param>
/// <param name="Presence">Whether they are there.</param>
/// <param name="Version">To send back as the expected version.</param>
/// <param name="At">Since when.</param>
/// <param name="Door">The door's name, where they were seen there.</param>
/// <param name="Deputy">Who is there instead, or is expected instead.</param>
/// <param name="Invitation">When and by whom invited, what was replied: the basis of an answer "not present".</param>
/// <param name="DepartsAt">When they have to leave.</param>
public sealed record FloorPowerHolder(
    string Name, string Office, int Order, Presence Presence, int Version, Instant? At, string? Door, Deputy? Deputy, string Invitation, Instant? DepartsAt);

/// <summary>Reads where the power-holders are, for the channels of the floor.</summary>
public static class PowerHoldersPresent
{
    /// <param name="zone">The assembly's zone, for the hour of departure.</param>
    /// <param name="arrivals">What the doors know, read by the caller for everybody at once.</param>
    public static async Task<IReadOnlyDictionary<Guid, FloorPowerHolder>> ReadAsync(
        AssemblyDb db, Guid assemblyId, DateTimeZone zone, TaggedArrivals arrivals, CancellationToken cancellation)
    {
        var steps = (await db.PresenceSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).ToListAsync(cancellation)).ToLookup(s => s.PowerHolderId);
        return (await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == assemblyId).ToListAsync(cancellation)).ToDictionary(p => p.Id, p =>
        {
            var door = arrivals.Of(p.Id, ArrivalTagKind.PowerHolder);
            var present = PowerHolderPresence.Of(steps[p.Id], door, p.Invitation);
            return new FloorPowerHolder(
                p.Name, p.Office, p.Order, present.State, present.Version, present.At,
                present.State is Presence.Here or Presence.Left && present.At == door?.At ? arrivals.Door(door) : null,
                present.Deputy ?? p.Invitation.Deputy, p.Invitation.InWords(),
                p.DepartsAt is { } at ? zone.AtLeniently(at).ToInstant() : null);
        });
    }
}
