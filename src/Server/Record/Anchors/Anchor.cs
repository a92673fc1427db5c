using Assemblies.Data;
using Assemblies.PublicRecord.Text;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Anchors;

/// <summary>A checkpoint that was put into other people's hands, as the record says it (docs/record-format.md, anchor.recorded).</summary>
/// <param name="Seq">The entry.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Size">The checkpoint's size.</param>
/// <param name="Kind">How: screen, paper, mail, timestamp, witness.</param>
/// <param name="Where">Where, for people.</param>
/// <param name="StampedAt">Of a time stamp: what the authority's clock said; null for others and for a token that does not hold.</param>
public sealed record Anchor(long Seq, Instant At, long Size, string Kind, string? Where, Instant? StampedAt)
{
    private const string Type = "anchor.recorded";

    /// <summary>All anchors of an assembly's record, in order, each token checked again.</summary>
    public static async Task<IReadOnlyList<Anchor>> ListAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var entries = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == assemblyId && e.Type == Type).OrderBy(e => e.Seq).ToListAsync(cancellation);
        var anchors = new List<Anchor>();
        foreach (var entry in entries)
            if (StrictJson.TryRead(entry.Bytes!, out var value) && value is JsonMap map && map["body"] is JsonMap body)
                anchors.Add(new(entry.Seq, entry.At, body.Number("size")!.Value, body.Text("kind")!, body.Text("where"), await StampedAtAsync(db, entry, body, cancellation)));
        return anchors;
    }

    private static async Task<Instant?> StampedAtAsync(AssemblyDb db, RecordEntry entry, JsonMap body, CancellationToken cancellation)
    {
        if (body.Text("token") is not { } token || StrictText.FromBase64(token) is not { } bytes)
            return null;
        var last = body.Number("size")!.Value - 1;
        var note = await db.RecordEntries.Where(e => e.AssemblyId == entry.AssemblyId && e.Seq == last).Select(e => e.Checkpoint).FirstOrDefaultAsync(cancellation);
        return note is not null && TimestampAuthority.TimeOf(bytes, System.Text.Encoding.UTF8.GetBytes(note)) is { } at ? Instant.FromDateTimeOffset(at) : null;
    }
}
