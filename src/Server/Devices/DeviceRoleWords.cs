using Assemblies.Wire;

namespace Assemblies.Devices;

/// <summary>What the organiser reads for each role.</summary>
internal static class DeviceRoleWords
{
    /// <summary>Wire words and what they mean, for a list to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices { get; } =
        [("", "Choose"), .. Enum.GetValues<DeviceRole>().Select(role => (WireFormat.Word(role), $"{Name(role)}: {Task(role)}"))];

    public static string Name(DeviceRole role) => role switch
    {
        DeviceRole.StageManager => "Stage manager",
        DeviceRole.StageTimer => "Stage timer",
        _ => role.ToString(),
    };

    public static bool TryRead(string word, out DeviceRole role)
    {
        role = Enum.GetValues<DeviceRole>().FirstOrDefault(r => WireFormat.Word(r) == word);
        return WireFormat.Word(role) == word;
    }

    private static string Task(DeviceRole role) => role switch
    {
        DeviceRole.Steward => "scans passes at a door",
        DeviceRole.Desk => "the help desk at a door",
        DeviceRole.Supervisor => "scans at every door",
        DeviceRole.Chair => "puts asks, rules on answers, reveals them",
        DeviceRole.Scribe => "writes answers down",
        DeviceRole.Timekeeper => "keeps the clocks and the finish in view",
        DeviceRole.StageManager => "chooses what the projector shows",
        DeviceRole.Projector => "the screen of the hall",
        DeviceRole.Kiosk => "people scan their own pass",
        DeviceRole.StageTimer => "the clock that only the speaker sees",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
