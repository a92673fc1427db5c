using Assemblies.Data;
using Assemblies.Devices;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Live;

/// <summary>Follows the change journal, whoever writes it, and tells the broadcaster which parts changed.</summary>
/// <remarks>The bell wakes it for this process's own changes; the poll finds those of other processes and of a missed ring.</remarks>
internal sealed partial class JournalTail(
    ChangeJournal journal,
    IDbContextFactory<AssemblyDb> databases,
    Broadcaster broadcaster,
    DeviceConnections connections,
    ILogger<JournalTail> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private long? seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadOnAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogTailFailed(error);
            }
            await journal.ListenAsync(Poll, stoppingToken);
        }
    }

    private async Task ReadOnAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        seen ??= await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation) ?? 0;
        var fresh = await db.Changes.AsNoTracking()
            .Where(c => c.Sequence > seen)
            .OrderBy(c => c.Sequence)
            .Select(c => new { c.Sequence, c.AssemblyId, c.Channel })
            .ToListAsync(cancellation);
        if (fresh.Count == 0)
            return;
        seen = fresh[^1].Sequence;
        foreach (var change in fresh.Select(c => (c.AssemblyId, c.Channel)).Distinct())
            broadcaster.Changed(change.AssemblyId, change.Channel);
        if (fresh.Any(c => c.Channel == ChangeChannel.Devices))
            await connections.CutRevokedAsync(db, cancellation);
    }

    [LoggerMessage(LogLevel.Error, "The change journal could not be read; it is tried again.")]
    private partial void LogTailFailed(Exception error);
}
