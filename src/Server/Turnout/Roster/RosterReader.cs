using System.Buffers.Text;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Passes;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Roster;

/// <summary>Reads what the doors hold. The journal's sequence is the cursor: it rises by commit, whatever the clocks say (rule 18).</summary>
public sealed class RosterReader(AssemblyDb db, PassKey key)
{
    private const int MostChanges = 250;

    // A door further behind than this is quicker with the whole roster.
    private const int MostBehind = 5_000;

    private static readonly string[] WholeAnew =
        ["institution.changed", "delegation.added", "delegation.changed", "delegation.removed", "delegations.imported", "door.removed"];

    /// <summary>The cursor that a snapshot read now would have.</summary>
    public async Task<long> CursorAsync(Guid assemblyId, CancellationToken cancellation) =>
        // Backwards along the key: a maximum over the filter would read the whole evening.
        await Relevant(assemblyId).OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(cancellation);

    /// <summary>The whole roster.</summary>
    public async Task<RosterSnapshot> ReadAsync(Guid assemblyId, DeviceRole role, CancellationToken cancellation)
    {
        // Before the rows: what is committed in between comes twice, never not at all.
        var cursor = await CursorAsync(assemblyId, cancellation);
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var institutions = await InstitutionsAsync(assemblyId, role, cancellation);
        var doors = await DoorsAsync(assemblyId, cancellation);
        return new RosterSnapshot(
            cursor, assembly.State, assembly.RoomCapacity, assembly.Overflow, Base64Url.EncodeToString(key.RosterKey(assemblyId)), institutions, doors,
            await PassesAsync(assemblyId, null, role, institutions, doors, cancellation));
    }

    /// <summary>What changed after a cursor; null when the whole roster has to be fetched anew.</summary>
    public async Task<RosterChanges?> ReadChangesAsync(Guid assemblyId, DeviceRole role, long after, CancellationToken cancellation)
    {
        var newest = await CursorAsync(assemblyId, cancellation);
        var rows = await Relevant(assemblyId).Where(c => c.Sequence > after).OrderBy(c => c.Sequence).Take(MostChanges)
            .Select(c => new { c.Sequence, c.Channel, c.Kind, c.Subject }).ToListAsync(cancellation);
        // A cursor of the future is of a database that was put back from a backup.
        if (after > newest || rows.Any(c => WholeAnew.Contains(c.Kind) || (c.Channel == ChangeChannel.Passes && c.Subject is null)))
            return null;
        if (rows.Count == MostChanges && await Relevant(assemblyId).CountAsync(c => c.Sequence > after, cancellation) > MostBehind)
            return null;
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var doors = await DoorsAsync(assemblyId, cancellation);
        var changed = rows.Select(c => c.Subject).OfType<Guid>().Distinct().ToList();
        var passes = changed.Count == 0
            ? []
            : await PassesAsync(assemblyId, changed, role, await InstitutionsAsync(assemblyId, role, cancellation), doors, cancellation);
        var cursor = rows.Count == 0 ? after : rows[^1].Sequence;
        return new RosterChanges(cursor, cursor < newest, assembly.State, assembly.RoomCapacity, assembly.Overflow, doors, passes);
    }

    private IQueryable<Change> Relevant(Guid assemblyId) => db.Changes.AsNoTracking().Where(c =>
        (c.AssemblyId == assemblyId && (c.Subject != null || c.Channel == ChangeChannel.Passes || c.Channel == ChangeChannel.Agenda
            || WholeAnew.Contains(c.Kind) || c.Kind == "door.added" || c.Kind == "door.changed"))
        || (c.AssemblyId == null && c.Kind == "institution.changed"));

    private Task<List<RosterPlace>> InstitutionsAsync(Guid assemblyId, DeviceRole role, CancellationToken cancellation) => db.Delegations
        .Where(d => d.AssemblyId == assemblyId).Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new { i.Id, i.Name, d.Pledge })
        .OrderBy(i => i.Id).Select(i => new RosterPlace(i.Id, i.Name, role == DeviceRole.Kiosk || i.Pledge == 0 ? null : i.Pledge)).ToListAsync(cancellation);

    // By id, which rises with time: a door that is added changes no other's place.
    private Task<List<RosterPlace>> DoorsAsync(Guid assemblyId, CancellationToken cancellation) => db.Doors
        .Where(d => d.AssemblyId == assemblyId).OrderBy(d => d.Id).Select(d => new RosterPlace(d.Id, d.Name, null)).ToListAsync(cancellation);

    private async Task<List<RosterPass>> PassesAsync(
        Guid assemblyId, List<Guid>? only, DeviceRole role, List<RosterPlace> institutions, List<RosterPlace> doors, CancellationToken cancellation)
    {
        var rows = await (
            from code in db.PassCodes
            where code.AssemblyId == assemblyId && (only == null || only.Contains(code.PassId))
            join pass in db.Passes on code.PassId equals pass.Id
            join person in db.People on pass.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            join admission in db.Admissions.Where(a => a.AssemblyId == assemblyId) on pass.Id equals admission.SubjectId into admissions
            from admission in admissions.DefaultIfEmpty()
            orderby pass.Id, code.Generation
            select new { Pass = pass, code.Generation, person.Name, Admission = admission }).AsNoTracking().ToListAsync(cancellation);
        var placeOf = institutions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var doorOf = doors.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var shortCodeKey = key.RosterKey(assemblyId);
        return [.. rows.Where(r => placeOf.ContainsKey(r.Pass.InstitutionId)).Select(r =>
        {
            var token = key.Token(r.Pass.Id, r.Generation);
            var entry = new RosterPass(
                RosterSeal.Hash(token), RosterSeal.Code(shortCodeKey, key.ShortCode(r.Pass.Id, r.Generation)), placeOf[r.Pass.InstitutionId],
                r.Pass.Status == PassStatus.Revoked ? RosterStanding.Revoked : r.Generation < r.Pass.Generation ? RosterStanding.Replaced : RosterStanding.Good,
                r.Admission is null ? null : r.Admission.Inside > 0,
                r.Admission is { Heads: > 0 } a ? a.At : null,
                r.Admission?.DoorId is { } door && doorOf.TryGetValue(door, out var place) ? place : null,
                r.Pass.Adults, r.Pass.Under18s, role == DeviceRole.Kiosk ? null : r.Pass.Label,
                Outside: r.Admission is { Inside: > 0 } part && part.Heads > part.Inside ? part.Heads - part.Inside : null);
            return Named(entry, r.Pass.Id, r.Name, token, role);
        })];
    }

    private static RosterPass Named(RosterPass entry, Guid passId, string? name, string token, DeviceRole role) => role switch
    {
        DeviceRole.Desk or DeviceRole.Supervisor when entry.Standing == RosterStanding.Good => entry with { Pass = passId, Name = name },
        DeviceRole.Steward when name is not null && entry.Standing == RosterStanding.Good => entry with { Sealed = RosterSeal.Name(token, name) },
        _ => entry,
    };
}
