namespace Assemblies.Live;

/// <summary>Gives every watcher a sign of life four times a minute: below the idle limits of the proxies in common use (60 s), and one timer for a whole hall.</summary>
internal sealed class Heartbeat(Broadcaster broadcaster, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            broadcaster.Beat();
    }
}
