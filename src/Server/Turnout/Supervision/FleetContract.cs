namespace Assemblies.Turnout.Supervision;

/// <summary>Whether a device asks the server about each scan or decides by itself.</summary>
public enum DeviceState
{
    Online,
    Offline,
}

/// <summary>What a door device says of itself every 30 seconds (turnout.md, rule 31). Nothing of a person is in it.</summary>
/// <param name="QueueLength">Scans that wait on the device to be sent.</param>
/// <param name="Quarantined">Scans that the server refused and a person must look at.</param>
/// <param name="OffsetMs">Server time minus device time in milliseconds, as the device estimates it.</param>
/// <param name="AppVersion">The version of its app.</param>
/// <param name="State">Whether it asks the server or decides by itself.</param>
/// <param name="RosterCursor">Up to where it knows the passes; absent where it has none.</param>
/// <param name="RosterAgeMs">How long ago that was brought up to date, in milliseconds.</param>
/// <param name="Battery">Charge in percent, where the browser tells.</param>
/// <param name="Charging">Whether it is plugged in, where the browser tells.</param>
public sealed record HeartbeatCommand(
    int QueueLength,
    int Quarantined,
    long OffsetMs,
    string AppVersion,
    DeviceState State,
    long? RosterCursor = null,
    long? RosterAgeMs = null,
    int? Battery = null,
    bool? Charging = null);

/// <summary>Door devices that were not heard of for more than three minutes while the doors were open (rule 25): what they hold is not counted yet.</summary>
/// <param name="Devices">How many.</param>
/// <param name="Minutes">For how many whole minutes the longest silent of them was not heard of; 0 where there is none.</param>
public sealed record SilentDevices(int Devices, int Minutes);
