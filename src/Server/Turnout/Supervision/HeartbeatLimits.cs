using Assemblies.Wire;

namespace Assemblies.Turnout.Supervision;

/// <summary>What a heartbeat may say: everything in it is shown on the supervisor's board.</summary>
internal static class HeartbeatLimits
{
    private const int LongestAppVersion = 64;

    public static IEnumerable<Problem> Problems(HeartbeatCommand words)
    {
        if (words.QueueLength < 0)
            yield return new("queueLength", "How many scans wait on the device: 0 or more.");
        if (words.Quarantined < 0)
            yield return new("quarantined", "How many scans were refused: 0 or more.");
        if (words.AppVersion.Length > LongestAppVersion)
            yield return new("appVersion", $"At most {LongestAppVersion} characters.");
        if (words.Battery is < 0 or > 100)
            yield return new("battery", "Percent: 0 to 100.");
        if (words.RosterAgeMs < 0)
            yield return new("rosterAgeMs", "Milliseconds since the last update: 0 or more.");
    }
}
