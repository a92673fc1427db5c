using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Displays.Audience;
using Assemblies.Live;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Supervision;

/// <summary>Tells the screens that devices fell silent: nothing happens then, so nothing else would tell them (turnout.md, rule 25).</summary>
internal sealed partial class SilenceWatch(IDbContextFactory<AssemblyDb> databases, Fleet fleet, Broadcaster broadcaster, TimeProvider time, ILogger<SilenceWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);
    private readonly Dictionary<Guid, SilentDevices> told = [];

    /// <summary>Looks at every assembly that is open, and has those channels read anew whose words are others now.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var id in await db.Assemblies.Where(a => a.State == AssemblyState.Open).Select(a => a.Id).ToListAsync(cancellation))
        {
            var silent = await fleet.SilentAsync(db, id, cancellation);
            if (told.TryGetValue(id, out var before) && before == silent)
                continue;
            told[id] = silent;
            broadcaster.Touch(SupervisorChannel.ChannelName, id);
            broadcaster.Touch(PublicChannel.ChannelName, id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
    }

    [LoggerMessage(LogLevel.Warning, "Whether devices are silent could not be looked at; it is tried again.")]
    private partial void LogFailed(Exception error);
}
