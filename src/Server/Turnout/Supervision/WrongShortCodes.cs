using System.Collections.Concurrent;
using NodaTime;

namespace Assemblies.Turnout.Supervision;

/// <summary>Slows down whoever tries short codes: five wrong ones a minute from one device (turnout.md, rule 32). Right ones cost nothing.</summary>
/// <remarks>
/// Codes that a device decided about without a connection come in by the hundred, so that sixty of them may be wrong. They are facts and are stored all the
/// same; those above are only not looked up.
/// </remarks>
public sealed class WrongShortCodes(IClock clock)
{
    private const int AMinute = 5;
    private const int DecidedAMinute = 60;

    private readonly ConcurrentDictionary<(Guid Device, bool Decided), (Instant Since, int Wrong)> tries = new();

    /// <summary>Whether this device has guessed too often to be heard now.</summary>
    public bool Exhausted(Guid deviceId, bool decided = false) =>
        tries.TryGetValue((deviceId, decided), out var t) && t.Wrong >= (decided ? DecidedAMinute : AMinute) && IsCurrent(t.Since);

    /// <summary>Counts a wrong code.</summary>
    public void Count(Guid deviceId, bool decided = false) => tries.AddOrUpdate(
        (deviceId, decided), _ => (clock.GetCurrentInstant(), 1), (_, t) => IsCurrent(t.Since) ? (t.Since, t.Wrong + 1) : (clock.GetCurrentInstant(), 1));

    private bool IsCurrent(Instant since) => clock.GetCurrentInstant() - since < Duration.FromMinutes(1);
}
