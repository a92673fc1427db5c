using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda;

/// <summary>What of an assembly is prepared, in numbers.</summary>
/// <param name="Institutions">Delegations.</param>
/// <param name="Pledged">The sum of their turnout pledges.</param>
/// <param name="People">People named.</param>
/// <param name="Passes">Passes issued.</param>
/// <param name="Doors">Ways in.</param>
/// <param name="Devices">Devices paired and not revoked.</param>
/// <param name="PowerHolders">Who is asked.</param>
/// <param name="Asks">What is asked.</param>
/// <param name="Speakers">Who gives testimony.</param>
/// <param name="AgendaItems">Items of the running order.</param>
/// <param name="PlannedSeconds">Their planned lengths together.</param>
/// <param name="Arrived">People counted in so far.</param>
public sealed record AssemblyReadiness(
    int Institutions, int Pledged, int People, int Passes, int Doors, int Devices, int PowerHolders, int Asks, int Speakers,
    int AgendaItems, int PlannedSeconds, int Arrived)
{
    public static async Task<AssemblyReadiness> ReadAsync(AssemblyDb db, Guid id, CancellationToken cancellation) => new(
        await db.Delegations.CountAsync(d => d.AssemblyId == id, cancellation),
        await db.Delegations.Where(d => d.AssemblyId == id).SumAsync(d => d.Pledge, cancellation),
        await db.People.CountAsync(p => p.AssemblyId == id, cancellation),
        await db.Passes.CountAsync(p => p.AssemblyId == id && p.Status == global::Assemblies.Passes.PassStatus.Active, cancellation),
        await db.Doors.CountAsync(d => d.AssemblyId == id, cancellation),
        await db.Devices.CountAsync(d => d.AssemblyId == id && d.RevokedAt == null, cancellation),
        await db.PowerHolders.CountAsync(p => p.AssemblyId == id, cancellation),
        await db.Asks.CountAsync(a => a.AssemblyId == id, cancellation),
        await db.Speakers.CountAsync(s => s.AssemblyId == id, cancellation),
        await db.AgendaItems.CountAsync(i => i.AssemblyId == id, cancellation),
        await db.AgendaItems.Where(i => i.AssemblyId == id).SumAsync(i => i.PlannedSeconds, cancellation),
        await db.TurnoutCounts.Where(c => c.AssemblyId == id).SumAsync(c => c.Arrived, cancellation));
}
