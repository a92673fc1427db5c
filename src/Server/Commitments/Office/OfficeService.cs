namespace Assemblies.Commitments.Office;

/// <summary>Publishes every minute what offices sent while the record could not take it: whoever closed or unlocked it need not think of them.</summary>
internal sealed partial class OfficeService(OfficePublisher publisher, TimeProvider time, ILogger<OfficeService> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Pace, time);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
            await RunAsync(stoppingToken);
    }

    // A round that fails is written down and made again; it stops nothing else.
    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await publisher.PublishWaitingAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "Words of offices could not be published; they are tried again in a minute.")]
    private partial void LogFailed(Exception error);
}
