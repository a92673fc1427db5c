using System.Collections.Concurrent;
using NodaTime;

namespace Assemblies.Turnout.Supervision;

/// <summary>Slows down whoever tries short codes: five wrong ones a minute from one device (turnout.md, rule 32). Right ones cost nothing.</summary>
public sealed class WrongShortCodes(IClock clock)
{
    private const int AMinute = 5;

    private readonly ConcurrentDictionary<Guid, (Instant Since, int Wrong)> tries = new();

    /// <summary>Whether this device has guessed too often to be heard now.</summary>
    public bool Exhausted(Guid deviceId) => tries.TryGetValue(deviceId, out var t) && t.Wrong >= AMinute && IsCurrent(t.Since);

    /// <summary>Counts a wrong code.</summary>
    public void Count(Guid deviceId) => tries.AddOrUpdate(
        deviceId, _ => (clock.GetCurrentInstant(), 1), (_, t) => IsCurrent(t.Since) ? (t.Since, t.Wrong + 1) : (clock.GetCurrentInstant(), 1));

    private bool IsCurrent(Instant since) => clock.GetCurrentInstant() - since < Duration.FromMinutes(1);
}
