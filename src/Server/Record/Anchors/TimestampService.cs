using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Anchors;

/// <summary>Has the closing checkpoint of each record stamped, as soon as it is closed and the authority answers. Idle where none is set.</summary>
internal sealed partial class TimestampService(IServiceScopeFactory scopes, TimestampAuthority authority, ILogger<TimestampService> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // Notes that have their stamp: nobody has to check its signature again in every round.
    private readonly HashSet<string> stamped = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (authority.Address is null)
            return;
        for (var pause = Pace; ; await Task.Delay(pause, stoppingToken))
            // A hall without a network must not knock at the door every few seconds all night.
            pause = await StampAllAsync(stoppingToken) ? Pace : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
    }

    private async Task<bool> StampAllAsync(CancellationToken cancellation)
    {
        try
        {
            var all = true;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AssemblyDb>();
            var notes = await db.RecordEntries.Where(e => e.Type == "session.closed").Select(e => new { e.AssemblyId, Size = e.Seq + 1, e.Checkpoint }).ToListAsync(cancellation);
            foreach (var closed in notes.Where(n => !stamped.Contains(n.Checkpoint)))
                if ((await Anchor.ListAsync(db, closed.AssemblyId, cancellation)).Any(a => a.StampedAt is not null && a.Size == closed.Size))
                    stamped.Add(closed.Checkpoint);
                else
                    all &= await StampAsync(closed.AssemblyId, cancellation);
            return all;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogBroke(error);
            return false;
        }
    }

    private async Task<bool> StampAsync(Guid assemblyId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AnchorBook>().StampAsync(Actor.Server, assemblyId, cancellation) is not { } problem)
            return true;
        LogLater(assemblyId, problem.Fix);
        return false;
    }

    [LoggerMessage(LogLevel.Warning, "The record of assembly {Assembly} is not time-stamped yet: {Why}")]
    private partial void LogLater(Guid assembly, string why);

    [LoggerMessage(LogLevel.Error, "Time stamps could not be fetched; they are tried again.")]
    private partial void LogBroke(Exception error);
}
