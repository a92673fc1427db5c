using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Tags;

/// <summary>Where the people whom the agenda waits for are, as far as the doors know.</summary>
public sealed class TaggedArrivals
{
    private readonly Dictionary<(Guid OwnerId, ArrivalTagKind Kind), DoorPresence> presences = [];
    private readonly Dictionary<Guid, string> doors = [];

    /// <summary>What the doors know of one of them; null without a tag, and before the first scan.</summary>
    public DoorPresence? Of(Guid ownerId, ArrivalTagKind kind) => presences.GetValueOrDefault((ownerId, kind));

    /// <summary>The door's name.</summary>
    public string? Door(DoorPresence? presence) => presence?.DoorId is { } id ? doors.GetValueOrDefault(id) : null;

    public static async Task<TaggedArrivals> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var arrivals = new TaggedArrivals();
        var tags = await db.ArrivalTags.AsNoTracking().Where(t => t.AssemblyId == assemblyId).ToListAsync(cancellation);
        if (tags.Count == 0)
            return arrivals;
        var personIds = tags.Select(t => t.PersonId).OfType<Guid>().ToList();
        var passes = (await db.Passes.Where(p => p.AssemblyId == assemblyId && p.PersonId != null && personIds.Contains(p.PersonId.Value))
            .Select(p => new { p.Id, p.PersonId }).ToListAsync(cancellation)).ToLookup(p => p.PersonId!.Value, p => p.Id);
        var passesOf = tags.ToDictionary(t => t, t => (List<Guid>)[.. t.PassId is { } id ? [id] : passes[t.PersonId ?? Guid.Empty]]);
        var scans = await ScansAsync(db, assemblyId, [.. passesOf.Values.SelectMany(p => p).Distinct()], cancellation);
        foreach (var (tag, ids) in passesOf)
            if (DoorPresence.Of(ids.SelectMany(id => scans[id])) is { } presence)
                arrivals.presences[(tag.OwnerId, tag.Kind)] = presence;
        if (arrivals.presences.Count > 0)
            foreach (var door in await db.Doors.AsNoTracking().Where(d => d.AssemblyId == assemblyId).ToListAsync(cancellation))
                arrivals.doors[door.Id] = door.Name;
        return arrivals;
    }

    private static async Task<ILookup<Guid, HeardScan>> ScansAsync(
        AssemblyDb db, Guid assemblyId, IReadOnlyList<Guid> passIds, CancellationToken cancellation)
    {
        var scans = await db.Scans.AsNoTracking().Where(s => s.AssemblyId == assemblyId && passIds.Contains(s.SubjectId)).ToListAsync(cancellation);
        var subjects = scans.ToDictionary(s => s.ScanId, s => s.SubjectId);
        var scanIds = subjects.Keys.ToList();
        // What takes a scan back is a scan of nothing else: it is found by what it takes back.
        var undos = scanIds.Count == 0
            ? []
            : await db.Scans.AsNoTracking().Where(s => s.AssemblyId == assemblyId && s.Undoes != null && scanIds.Contains(s.Undoes.Value)).ToListAsync(cancellation);
        return scans.Select(s => (Subject: s.SubjectId, Scan: Heard(s))).Concat(undos.Select(u => (Subject: subjects[u.Undoes!.Value], Scan: Heard(u))))
            .ToLookup(s => s.Subject, s => s.Scan);
    }

    private static HeardScan Heard(Scan s) => new(
        new SubjectFact(s.ScanId, s.DeviceId, s.DeviceSeq, s.DoorId, s.Method, s.Direction, s.Outcome, s.Forced, s.EffectiveAt, s.PassId,
            s.InstitutionId, s.Adults, s.Under18s, s.Undoes) { SubjectId = s.SubjectId, IsAssumed = s.IsAssumed },
        s.ReceivedAt);
}
