using System.Threading.Channels;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>The one writer of scans: everything that waits goes into one transaction, and nobody is answered before it is on the disk.</summary>
/// <remarks>
/// A commit with its fsync costs as much as hundreds of rows (performance.md), so under load this is what keeps the doors moving.
/// A batch that fails is tried scan by scan, so one bad scan cannot fail its neighbours.
/// </remarks>
public sealed partial class CheckInWriter(
    IDbContextFactory<AssemblyDb> databases, ChangeJournal journal, Passes.PassKey passKey, IClock clock, ILogger<CheckInWriter> log)
    : BackgroundService
{
    // A commit with as many takes some 50 ms, and that is what the chair may have to wait for it (live.md, rule 11).
    private const int MostInOneCommit = 250;
    private const int SqliteConstraint = 19;

    // Bounded: when the disk cannot keep up, callers wait here instead of filling the memory.
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(10_000) { SingleReader = true });

    // Kept from commit to commit, with its prepared statements; only the writer's own loop touches it.
    private ScanStore? store;

    /// <summary>Decides and stores one scan of a device. The same scan sent again gets the stored answer.</summary>
    /// <returns>The answer, after it is durable.</returns>
    /// <param name="lookUp">False treats a typed code as unknown, whatever it is.</param>
    public async Task<ScanAnswer> CheckInAsync(Guid deviceId, ScanCommand scan, CancellationToken cancellation, bool lookUp = true)
    {
        var waiting = new Waiting(deviceId, scan, lookUp);
        await queue.Writer.WriteAsync(waiting, cancellation);
        return await waiting.Answer.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(MostInOneCommit);
        try
        {
            while (await queue.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < MostInOneCommit && queue.Reader.TryRead(out var waiting))
                    batch.Add(waiting);
                await StoreAsync(batch, stoppingToken);
            }
        }
        finally
        {
            queue.Writer.TryComplete();
            if (store is not null)
                await store.DisposeAsync();
            while (queue.Reader.TryRead(out var left))
                left.Answer.TrySetCanceled(stoppingToken);
        }
    }

    private async Task StoreAsync(List<Waiting> batch, CancellationToken cancellation)
    {
        try
        {
            await CommitAsync(batch, cancellation);
        }
        catch (Exception error) when (batch.Count > 1 && IsOfOneScan(error))
        {
            LogBatchFailed(batch.Count, error);
            foreach (var waiting in batch)
                await StoreAsync([waiting], cancellation);
        }
        catch (Exception error)
        {
            LogScansFailed(batch.Count, error);
            foreach (var waiting in batch)
                waiting.Answer.TrySetException(error);
            if (error is OperationCanceledException)
                throw;
        }
    }

    // A database that is away fails everybody alike; trying each by itself would only hold the turn for minutes.
    private static bool IsOfOneScan(Exception error) =>
        error is not (OperationCanceledException or TimeoutException or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: not SqliteConstraint }
            or Npgsql.NpgsqlException { IsTransient: true });

    private async Task CommitAsync(List<Waiting> batch, CancellationToken cancellation)
    {
        var answers = new ScanAnswer[batch.Count];
        store ??= new ScanStore(await databases.CreateDbContextAsync(cancellation));
        try
        {
            using var turn = await journal.TakeTurnAsync(cancellation);
            await using var transaction = await store.BeginAsync(cancellation);
            var checkIn = new CheckIn(store, passKey, clock.GetCurrentInstant());
            for (var i = 0; i < batch.Count; i++)
                answers[i] = await checkIn.ApplyAsync(batch[i].DeviceId, batch[i].Scan, batch[i].LookUp, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch
        {
            // Whatever went wrong, the next attempt gets a fresh connection: this one may be what went wrong.
            await store.DisposeAsync();
            store = null;
            throw;
        }
        journal.Ring();
        for (var i = 0; i < batch.Count; i++)
            batch[i].Answer.TrySetResult(answers[i]);
    }

    private sealed record Waiting(Guid DeviceId, ScanCommand Scan, bool LookUp)
    {
        public TaskCompletionSource<ScanAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [LoggerMessage(LogLevel.Warning, "A commit of {Count} scans failed; they are tried one by one.")]
    private partial void LogBatchFailed(int count, Exception error);

    [LoggerMessage(LogLevel.Error, "{Count} scans could not be stored; their devices keep them and are told so.")]
    private partial void LogScansFailed(int count, Exception error);
}
