using System.Diagnostics;
using Assemblies.Commitments;
using Assemblies.Data;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Log;

/// <summary>
/// Computes every stored record again when the server starts, so that a damaged or changed database is known before the evening and not at the first answer.
/// Beside the start, not before it: nothing is signed over an inconsistent record in any case, because <see cref="RecordKeeper"/> looks for itself.
/// </summary>
internal sealed partial class RecordCheckAtStart(IDbContextFactory<AssemblyDb> databases, RecordHealth health, IClock clock, ILogger<RecordCheckAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stoppingToken);
            foreach (var key in await db.RecordKeys.AsNoTracking().ToListAsync(stoppingToken))
                await CheckAsync(db, key, stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    private async Task CheckAsync(AssemblyDb db, RecordKey key, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (size, finding) = await FindAsync(db, key, cancellation);
        if (finding is not null)
        {
            health.Broke(key.AssemblyId, finding.Message);
            LogBroken(key.Slug, finding.Message);
            return;
        }
        LogWhole(key.Slug, size, watch.ElapsedMilliseconds);
        foreach (var words in await DifferingAsync(db, key.AssemblyId, cancellation))
        {
            health.Differs(key.AssemblyId, words.Sentence);
            LogDiffers(key.Slug, words.Sentence);
        }
    }

    private async Task<IReadOnlyList<UnsignedWords>> DifferingAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var steps = (await db.CommitmentSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).ToListAsync(cancellation)).ToLookup(s => (s.AskId, s.PowerHolderId));
        var commitments = await CommitmentReader.ReadAsync(db, [assembly], clock.GetCurrentInstant(), cancellation, steps);
        return
        [
            .. await SignedWords.DifferingAsync(db, assemblyId, await ScoreSheet.ReadAsync(db, assemblyId, cancellation), cancellation),
            .. await SignedSteps.DifferingAsync(db, assemblyId, commitments, steps, cancellation),
        ];
    }

    private static async Task<(long Size, Finding? Finding)> FindAsync(AssemblyDb db, RecordKey key, CancellationToken cancellation)
    {
        var check = new StoredRecordCheck(VerifierKey.Parse(key.VerifierKey)!);
        var size = 0L;
        var stored = db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == key.AssemblyId).OrderBy(e => e.Seq).Select(e => new { e.Seq, e.Hash, e.Bytes, e.Checkpoint });
        await foreach (var entry in stored.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (entry.Seq != size++)
                return (size, new Finding("seq", entry.Seq));
            check.Take(new StoredEntry(entry.Hash, entry.Bytes), entry.Checkpoint);
        }
        return (size, check.End());
    }

    [LoggerMessage(LogLevel.Information, "The public record {Slug} was checked in {Milliseconds} ms: its {Size} entries are those that were signed.")]
    private partial void LogWhole(string slug, long size, long milliseconds);

    [LoggerMessage(LogLevel.Critical, "The public record {Slug} is not the one that was signed: {What} Nothing more is signed. Compare the database with a backup.")]
    private partial void LogBroken(string slug, string what);

    [LoggerMessage(LogLevel.Critical, "The public record {Slug} is whole, but the database beside it is not what was signed: {What} Compare it with a backup.")]
    private partial void LogDiffers(string slug, string what);

    [LoggerMessage(LogLevel.Error, "The public records could not be checked at the start. Each is checked again before anything is signed.")]
    private partial void LogFailed(Exception error);
}
