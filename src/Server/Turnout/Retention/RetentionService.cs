namespace Assemblies.Turnout.Retention;

/// <summary>Sweeps before the server answers anybody, and then once a day.</summary>
internal sealed partial class RetentionService(RetentionSweep sweep, TimeProvider time, ILogger<RetentionService> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromDays(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(Pace, time);
        while (await days.WaitForNextTickAsync(stoppingToken))
            await SweepAsync(stoppingToken);
    }

    // Tonight's doors matter more than last month's names: a sweep that fails is written down and tried again, and stops nothing.
    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            await sweep.SweepAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "Names that are due to be erased could not be; they are tried again within a day.")]
    private partial void LogFailed(Exception error);
}
