using Assemblies.Institutions;
using Assemblies.Wire;

namespace Assemblies.Turnout;

/// <summary>What a scan may say. What breaks these is a mistake of a program and is refused; what the door decides is an outcome.</summary>
internal static class ScanLimits
{
    /// <summary>The most scans in one batch (turnout.md, rule 13).</summary>
    public const int Batch = 200;

    // The longest reading that can end in a token: an address. Anything longer is not a pass.
    private const int LongestSubject = 512;
    private const int LongestAppVersion = 64;
    private const int LongestReason = 200;
    private const int LongestName = 100;

    public static IEnumerable<Problem> Problems(ScanCommand scan) => About(scan).Concat(scan.Undoes is null ? Subject(scan).Concat(Numbers(scan)) : []);

    private static IEnumerable<Problem> About(ScanCommand scan)
    {
        if (scan.ScanId == Guid.Empty)
            yield return new("scanId", "Give every scan an id of its own: a UUID version 7.");
        if (scan.DeviceSeq < 1)
            yield return new("deviceSeq", "Number the device's scans from 1.");
        if (scan.AppVersion.Length > LongestAppVersion)
            yield return new("appVersion", $"At most {LongestAppVersion} characters.");
        if (scan.Reason?.Length > LongestReason)
            yield return new("reason", $"At most {LongestReason} characters.");
        if (scan is { Forced: true, Decided: null, Undoes: null } && string.IsNullOrWhiteSpace(scan.Reason))
            yield return new("reason", "Say why somebody is let in against the rules.");
        if (scan.Undoes == Guid.Empty || scan.Undoes == scan.ScanId)
            yield return new("undoes", "Name the scan that is taken back: another one than this.");
    }

    private static IEnumerable<Problem> Subject(ScanCommand scan)
    {
        var length = scan.Subject.Length;
        switch (scan.Method)
        {
            case ScanMethod.Qr or ScanMethod.Code when length is 0 or > LongestSubject:
                yield return new("subject", $"Send what was read: 1 to {LongestSubject} characters.");
                break;
            case ScanMethod.Search or ScanMethod.Tally when !Guid.TryParse(scan.Subject, out _):
                yield return new("subject", scan.Method == ScanMethod.Tally ? "Send the counter's id: a UUID." : "Send the id of the pass that was chosen.");
                break;
            case ScanMethod.Walkup when length > 0:
                yield return new("subject", "A walk-up has no pass: leave the subject empty.");
                break;
            case ScanMethod.Group or ScanMethod.Paper when length > LongestSubject:
                yield return new("subject", $"At most {LongestSubject} characters.");
                break;
        }
        if (scan.Method is ScanMethod.Group && length == 0 && scan.InstitutionId is null)
            yield return new("institutionId", "Choose the institution that the group counts for, or scan its pass.");
        if (scan.Name?.Trim().Length > LongestName)
            yield return new("name", $"Use at most {LongestName} characters for the name.");
    }

    private static IEnumerable<Problem> Numbers(ScanCommand scan)
    {
        if (scan.Method is ScanMethod.Group && scan.Adults is null)
            yield return new("adults", "Say how many adults came; 0 where there were none.");
        if (scan is { Method: ScanMethod.Paper, Subject: "", Adults: null })
            yield return new("adults", "Say how many are on the sheet, or send one short code a scan.");
        if (scan is { Method: ScanMethod.Tally } and ({ Up: null } or { Down: null }))
            yield return new("up", "Send how often plus and minus were pressed so far.");
        foreach (var (field, value) in new[] { ("adults", scan.Adults), ("under18s", scan.Under18s), ("up", scan.Up), ("down", scan.Down) })
            if (value is < 0 or > DelegationRules.LargestPledge)
                yield return new(field, $"A whole number from 0 to {DelegationRules.LargestPledge:N0}.");
        if (scan.Adults is not null && scan.Adults + (scan.Under18s ?? 0) == 0)
            yield return new("adults", "Count at least one person.");
    }
}
