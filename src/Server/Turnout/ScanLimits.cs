using Assemblies.Wire;

namespace Assemblies.Turnout;

/// <summary>What a scan may look like at all; more is refused before anything is stored.</summary>
public static class ScanLimits
{
    /// <summary>The most scans in one batch (turnout.md, rule 13).</summary>
    public const int Batch = 200;

    // The longest reading that can end in a token: an address. Anything longer is not a pass.
    private const int LongestSubject = 512;
    private const int LongestAppVersion = 64;

    public static IReadOnlyList<Problem> Problems(ScanCommand scan)
    {
        var problems = new List<Problem>();
        if (scan.ScanId == Guid.Empty)
            problems.Add(new("scanId", "Give every scan an id of its own: a UUID version 7."));
        if (scan.DeviceSeq < 1)
            problems.Add(new("deviceSeq", "Number the device's scans from 1."));
        if (scan.Subject.Length is 0 or > LongestSubject)
            problems.Add(new("subject", $"Send what was read: 1 to {LongestSubject} characters."));
        if (scan.AppVersion.Length > LongestAppVersion)
            problems.Add(new("appVersion", $"At most {LongestAppVersion} characters."));
        return problems;
    }
}
