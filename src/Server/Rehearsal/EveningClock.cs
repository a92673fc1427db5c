namespace Assemblies.Rehearsal;

/// <summary>The evening's own minutes, running faster than the wall's.</summary>
/// <param name="speed">How many minutes of the evening pass in one real minute.</param>
internal sealed class EveningClock(double speed)
{
    // The doors have been open for a quarter of an hour when the play begins: nobody watches an empty hall.
    private const double FirstMinute = 15;
    private readonly long started = TimeProvider.System.GetTimestamp();

    /// <summary>Waits until the given minute since the doors opened; returns at once when it has passed.</summary>
    public Task UntilAsync(double minute, CancellationToken cancellation)
    {
        var due = TimeSpan.FromMinutes(Math.Max(0, minute - FirstMinute) / speed) - TimeProvider.System.GetElapsedTime(started);
        return due > TimeSpan.Zero ? Task.Delay(due, cancellation) : Task.CompletedTask;
    }
}
