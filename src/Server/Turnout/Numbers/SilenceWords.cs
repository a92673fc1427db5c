using Assemblies.Turnout.Supervision;

namespace Assemblies.Turnout.Numbers;

/// <summary>What may be missing from a count, in words (turnout.md, rule 25).</summary>
public static class SilenceWords
{
    /// <summary>For example <c>2 devices have not been heard from for up to 7 minutes: what they hold is not counted yet.</c></summary>
    public static string Say(SilentDevices silent) => silent.Devices switch
    {
        0 => "Every device that counts was heard from.",
        1 => $"1 device has not been heard from for {Minutes(silent.Minutes)}: what it holds is not counted yet.",
        var n => $"{n} devices have not been heard from for up to {Minutes(silent.Minutes)}: what they hold is not counted yet.",
    };

    private static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";
}
