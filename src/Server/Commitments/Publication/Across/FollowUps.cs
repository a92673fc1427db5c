using Assemblies.Data;
using Assemblies.Record.Publication;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Publication.Across;

/// <summary>Reads what became of the answers of several evenings. Nothing is in it that does not stand on their own boards.</summary>
internal static class FollowUps
{
    /// <summary>Those that everybody may find by themselves and that are closed in their records, the latest first.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="clock">Says what day it is.</param>
    /// <param name="address">Scheme and host of their pages.</param>
    /// <param name="among">Only those of these assemblies; null for all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<FollowUp>> ReadAsync(
        AssemblyDb db, IClock clock, string address, IReadOnlyCollection<Guid>? among, CancellationToken cancellation)
    {
        var closed = await db.RecordKeys.AsNoTracking()
            .Where(k => (among == null || among.Contains(k.AssemblyId)) && db.RecordEntries.Any(e => e.AssemblyId == k.AssemblyId && e.Type == "session.closed"))
            .Join(db.Assemblies.AsNoTracking(), k => k.AssemblyId, a => a.Id, (k, a) => new { Key = k, Assembly = a }).ToListAsync(cancellation);
        var all = new List<FollowUp>();
        foreach (var one in closed.Where(c => RecordArchive.Lists(c.Assembly.State)).OrderByDescending(c => c.Assembly.Start))
            if (await PublishedRecord.ReadAsync(db, one.Key, address, cancellation) is { } record)
                all.Add(await FollowUp.ReadAsync(db, clock, record, cancellation));
        return all;
    }

    /// <summary>The assemblies in which an office answered, whoever held it.</summary>
    public static async Task<IReadOnlyCollection<Guid>> OfOfficeAsync(AssemblyDb db, string key, CancellationToken cancellation)
    {
        var answered = db.RecordEntries.Where(e => e.Type == "answer.recorded").Select(e => e.PowerHolderId);
        var offices = await db.PowerHolders.Where(p => answered.Contains(p.Id)).Select(p => new { p.AssemblyId, p.Office }).Distinct().ToListAsync(cancellation);
        return offices.Where(o => OfficeKey.Of(o.Office) == key).Select(o => o.AssemblyId).ToHashSet();
    }

    /// <summary>Where an institution follows what it was promised; null while none of its assemblies is closed in its record.</summary>
    public static async Task<string?> PageOfAsync(AssemblyDb db, Guid institutionId, CancellationToken cancellation) =>
        await db.Delegations.AnyAsync(d => d.InstitutionId == institutionId && db.RecordEntries.Any(e => e.AssemblyId == d.AssemblyId && e.Type == "session.closed"), cancellation)
            ? AcrossAddresses.Institution(institutionId)
            : null;

    /// <summary>The assemblies that an institution was part of, however many of its people came: who stayed away is nobody's to read here.</summary>
    public static async Task<IReadOnlyCollection<Guid>> OfInstitutionAsync(AssemblyDb db, Guid institutionId, CancellationToken cancellation) =>
        await db.Delegations.Where(d => d.InstitutionId == institutionId).Select(d => d.AssemblyId).ToListAsync(cancellation);
}
