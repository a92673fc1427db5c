using NodaTime;

namespace Assemblies.Tests.Harness;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class StoppedClock(Instant start) : IClock
{
    private long milliseconds = start.ToUnixTimeMilliseconds();

    public Instant GetCurrentInstant() => Instant.FromUnixTimeMilliseconds(Interlocked.Read(ref milliseconds));

    public void GoTo(Instant at) => Interlocked.Exchange(ref milliseconds, at.ToUnixTimeMilliseconds());

    public void Advance(Duration by) => Interlocked.Add(ref milliseconds, (long)by.TotalMilliseconds);
}
