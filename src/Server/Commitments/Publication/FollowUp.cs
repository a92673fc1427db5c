using Assemblies.Data;
using Assemblies.Record.Publication;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Publication;

/// <summary>What became of the answers of one evening, on the day that somebody reads it.</summary>
/// <param name="Record">The record that it stands in.</param>
/// <param name="Today">That day, in the assembly's time zone.</param>
/// <param name="Commitments">In the order of the score sheet; none before the evening is closed, because until then everything can still be put right in the hall.</param>
public sealed record FollowUp(PublishedRecord Record, LocalDate Today, IReadOnlyList<PublicCommitment> Commitments)
{
    /// <summary>Whether the follow-up has begun.</summary>
    public bool HasBegun => Record.ClosedAt is not null;

    /// <summary>Each power-holder in the agreed order, whoever kept more: this is no ranking.</summary>
    public IEnumerable<IGrouping<Guid, PublicCommitment>> PowerHolders =>
        Commitments.OrderBy(c => c.Of.Given.Order).ThenBy(c => c.Of.Ask.Number).GroupBy(c => c.Of.Key.PowerHolderId);

    public PublicCommitment? Find(Guid askId, Guid powerHolderId) =>
        Commitments.FirstOrDefault(c => c.Of.Key.AskId == askId && c.Of.Key.PowerHolderId == powerHolderId);

    internal static async Task<FollowUp> ReadAsync(AssemblyDb db, IClock clock, PublishedRecord record, CancellationToken cancellation)
    {
        var id = record.Assembly.Id;
        var now = clock.GetCurrentInstant();
        var today = now.InZone(DateTimeZoneProviders.Tzdb[record.Assembly.TimeZone]).Date;
        if (record.ClosedAt is null)
            return new(record, today, []);
        var steps = (await db.CommitmentSteps.AsNoTracking().Where(s => s.AssemblyId == id).ToListAsync(cancellation)).ToLookup(s => (s.AskId, s.PowerHolderId));
        var papers = (await db.EvidenceFiles.Where(f => f.AssemblyId == id && f.IsPublic).Select(f => f.Sha256).ToListAsync(cancellation)).ToHashSet();
        var commitments = await CommitmentReader.ReadAsync(db, [record.Assembly], now, cancellation, steps);
        var unsigned = await SignedSteps.DifferingAsync(db, id, commitments, steps, cancellation);
        return new(record with { NotSigned = [.. record.NotSigned, .. unsigned] }, today,
        [
            .. commitments.Where(c => record.Find(c.Key.AskId, c.Key.PowerHolderId) is not null)
                .Select(c => PublicCommitment.From(c, steps[(c.Key.AskId, c.Key.PowerHolderId)], record.Log, papers)),
        ]);
    }
}
