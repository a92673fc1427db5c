using Assemblies.Shell.Mail;

namespace Assemblies.Commitments.Reminders;

/// <summary>Makes a round soon after the start and then every few minutes, where a mail server is set.</summary>
internal sealed partial class ReminderService(IServiceScopeFactory scopes, Mailer mailer, TimeProvider time, ILogger<ReminderService> log) : BackgroundService
{
    // A laptop that is opened for a moment sends what fell due meanwhile; a start that fails sends nothing.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (mailer.Settings is null)
            return;
        using var ticks = new PeriodicTimer(First, time);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            await RunAsync(stoppingToken);
            ticks.Period = Pace;
        }
    }

    // A round that fails is written down and made again; it stops nothing else.
    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reminders of commitments could not be sent; they are tried again in a few minutes.")]
    private partial void LogFailed(Exception error);
}
