using Assemblies.Data;
using Assemblies.Record;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.ReportBack;

/// <summary>Reads the commitments that an assembly may hear of: those of the assemblies before it.</summary>
public static class OldCommitments
{
    /// <summary>All of them, as they stand on the day of that assembly: those to propose first, the most urgent of each first.</summary>
    public static async Task<IReadOnlyList<OldCommitment>> ListAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var invited = await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == assemblyId).ToListAsync(cancellation);
        var all = ReportBackRules.MostUrgentFirst(await HeardAsync(db, assemblyId, cancellation))
            .Select(c => Row(c, c.IsOpen && ReportBackRules.IsInvited(c, invited), ReportBackRules.Successor(c, invited)));
        return [.. all.OrderByDescending(c => c.IsProposed)];
    }

    /// <summary>Which of these an assembly may not hear of.</summary>
    public static async Task<bool> AreAllHeardAsync(AssemblyDb db, Guid assemblyId, IReadOnlyList<CommitmentKey> keys, CancellationToken cancellation) =>
        keys.Count == 0 || keys.All((await HeardAsync(db, assemblyId, cancellation, keys.Select(k => k.AssemblyId).ToHashSet())).Select(c => c.Key).ToHashSet().Contains);

    /// <summary>Who is invited to a later assembly for a commitment's office in the holder's place, the latest first; null for nobody.</summary>
    public static async Task<string?> SuccessorAsync(AssemblyDb db, Commitment commitment, CancellationToken cancellation)
    {
        var start = commitment.Assembly.Start;
        var later = await db.Assemblies.AsNoTracking().Where(a => a.Start > start).OrderByDescending(a => a.Start).Select(a => a.Id).ToListAsync(cancellation);
        var invited = (await db.PowerHolders.AsNoTracking().Where(p => later.Contains(p.AssemblyId)).ToListAsync(cancellation)).ToLookup(p => p.AssemblyId);
        return later.Select(id => ReportBackRules.Successor(commitment, [.. invited[id]])).FirstOrDefault(name => name is not null);
    }

    /// <summary>The commitments of the assemblies before one, as they stand on its day.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="assemblyId">The later assembly.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="among">Only those of these; null for all. Live channels read this again while people arrive.</param>
    internal static async Task<IReadOnlyList<Commitment>> HeardAsync(
        AssemblyDb db, Guid assemblyId, CancellationToken cancellation, IReadOnlySet<Guid>? among = null)
    {
        var evening = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var before = await db.Assemblies.AsNoTracking().Where(a => a.Id != assemblyId && a.Start < evening.Start && (among == null || among.Contains(a.Id))).ToListAsync(cancellation);
        var start = DateTimeZoneProviders.Tzdb[evening.TimeZone].AtLeniently(evening.Start).ToInstant();
        return [.. (await CommitmentReader.ReadAsync(db, before, start, cancellation)).Where(ReportBackRules.MayBeHeard)];
    }

    internal static OldCommitment Row(Commitment c, bool isProposed, string? successor = null) => new(
        c.Key, $"{c.Assembly.Slug}, ask {c.Ask.Number}: {c.Given.Name}, {c.Given.Office}", c.Assembly.Title, c.Ask.Number, c.Ask.Area, c.Ask.Wording,
        c.Given.Office, c.Given.Name, c.Holder, successor, c.Said.On, AnswerWording.Line(c.Stands), c.Life.Status, CommitmentWording.Status(c.Life.Status),
        CommitmentWording.Definition(c.Life.Status), c.Due, CommitmentWording.Timeliness(c.Timeliness), c.IsOpen, isProposed);
}
