using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Publication;

/// <summary>The list of all records that the public may find by itself.</summary>
public static class RecordArchive
{
    /// <summary>An assembly that is still prepared is not announced here: who is asked what may still change, and the date is the organisers' to tell.</summary>
    public static bool Lists(AssemblyState state) => state != AssemblyState.Preparing;

    internal static async Task<IReadOnlyList<ArchivedRecord>> ReadAsync(AssemblyDb db, CancellationToken cancellation)
    {
        var kept = await db.RecordKeys.AsNoTracking().Where(k => db.RecordEntries.Any(e => e.AssemblyId == k.AssemblyId))
            .Join(db.Assemblies.AsNoTracking(), k => k.AssemblyId, a => a.Id, (k, a) => new { k.Slug, Assembly = a }).ToListAsync(cancellation);
        var counts = (await db.RecordEntries.Where(e => e.Type == "ask.published" || e.Type == "answer.recorded" || e.Type == "session.closed")
            .Select(e => new { e.AssemblyId, e.Type, e.AskId, e.PowerHolderId }).Distinct().ToListAsync(cancellation)).ToLookup(e => (e.AssemblyId, e.Type));
        var arrived = (await db.OfficialTurnouts.AsNoTracking().Select(o => new { o.AssemblyId, o.Number, o.Arrived }).ToListAsync(cancellation))
            .GroupBy(o => o.AssemblyId).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Number)!.Arrived);
        return [.. kept.Where(k => Lists(k.Assembly.State)).OrderByDescending(k => k.Assembly.Start).Select(k => new ArchivedRecord(
            k.Slug, k.Assembly, counts[(k.Assembly.Id, "ask.published")].Count(), counts[(k.Assembly.Id, "answer.recorded")].Count(),
            arrived.TryGetValue(k.Assembly.Id, out var count) ? count : null, counts[(k.Assembly.Id, "session.closed")].Any()))];
    }
}

/// <param name="Slug">The record's part of its address.</param>
/// <param name="Assembly">Title, venue, times.</param>
/// <param name="Asks">How many asks were published.</param>
/// <param name="Answers">How many answers were revealed.</param>
/// <param name="Arrived">The official turnout, once it was frozen.</param>
/// <param name="IsClosed">Whether the evening is closed in it, so that the follow-up has begun.</param>
public sealed record ArchivedRecord(string Slug, AccountabilityAssembly Assembly, int Asks, int Answers, int? Arrived, bool IsClosed);
