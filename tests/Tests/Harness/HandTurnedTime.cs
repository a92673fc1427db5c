namespace Assemblies.Tests.Harness;

/// <summary>Time that passes for waiting services when a test turns it on, and not before. What day it is is the <see cref="StoppedClock"/>'s.</summary>
public sealed class HandTurnedTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HandTurnedTimer> waiting = [];
    private TimeSpan now;

    /// <summary>Lets time pass, and rings every timer that falls due on the way, in its order.</summary>
    public void Turn(TimeSpan by)
    {
        var until = now + by;
        while (Next(until) is { } due)
            due.Ring();
        now = until;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTurnedTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (gate)
            waiting.Add(timer);
        return timer;
    }

    private HandTurnedTimer? Next(TimeSpan until)
    {
        lock (gate)
        {
            var next = waiting.Where(t => t.Due <= until).MinBy(t => t.Due);
            if (next is not null)
            {
                now = next.Due!.Value;
                next.Due = next.Period == Timeout.InfiniteTimeSpan ? null : now + next.Period;
            }
            return next;
        }
    }

    private sealed class HandTurnedTimer(HandTurnedTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
                (Due, Period) = (dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime, period);
            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
