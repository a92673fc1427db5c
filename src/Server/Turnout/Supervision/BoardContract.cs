using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Turnout.Numbers;
using NodaTime;

namespace Assemblies.Turnout.Supervision;

/// <summary>What the supervisor of the doors sees. Staff only: it holds shortfalls, which no public screen shows.</summary>
/// <param name="State">Whether the doors may admit.</param>
/// <param name="Arrived">Arrived in all, cumulative.</param>
/// <param name="PresentNow">In the room whose capacity counts, now.</param>
/// <param name="RoomCapacity">The most people it may hold.</param>
/// <param name="Room">How full it is.</param>
/// <param name="Silent">Devices that hold back what nobody can know.</param>
/// <param name="Doors">The doors by id; <see cref="Guid.Empty"/> for devices that stand at none.</param>
/// <param name="Devices">The door devices by id.</param>
/// <param name="Institutions">The delegations by institution.</param>
public sealed record SupervisorPresent(
    AssemblyState State,
    int Arrived,
    int PresentNow,
    int RoomCapacity,
    RoomLevel Room,
    SilentDevices Silent,
    IReadOnlyDictionary<Guid, BoardDoor> Doors,
    IReadOnlyDictionary<Guid, BoardDevice> Devices,
    IReadOnlyDictionary<Guid, BoardInstitution> Institutions);

/// <summary>A door on the board.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="IsOverflow">Leads to another room than the one whose capacity counts.</param>
/// <param name="Arrived">Arrived through it, cumulative.</param>
/// <param name="PerMinute">Arrivals a minute, over the last five minutes.</param>
/// <param name="PresentNow">Of those who came through it, inside now.</param>
public sealed record BoardDoor(string Name, bool IsOverflow, int Arrived, double PerMinute, int PresentNow);

/// <summary>A device on the board. What it never said is absent.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Door">The door it is bound to, if any.</param>
/// <param name="IsConnected">Whether it has a connection to the server now.</param>
/// <param name="HeardAt">When it was last heard of, where it is not connected.</param>
/// <param name="IsSilent">It was not heard of for more than three minutes while it may have scanned.</param>
/// <param name="PerMinute">People it let in a minute, over the last five minutes: the pace of its lane.</param>
/// <param name="State">Whether it asks the server or decides by itself.</param>
/// <param name="QueueLength">Scans that wait on it.</param>
/// <param name="Quarantined">Scans that the server refused.</param>
/// <param name="RosterAgeMs">How old its list of passes is, in milliseconds.</param>
/// <param name="OffsetMs">Server time minus device time in milliseconds.</param>
/// <param name="AppVersion">The version of its app.</param>
/// <param name="Battery">Charge in percent.</param>
/// <param name="Charging">Whether it is plugged in.</param>
public sealed record BoardDevice(
    string Name,
    DeviceRole Role,
    string? Door,
    bool IsConnected,
    Instant? HeardAt,
    bool IsSilent,
    double PerMinute,
    DeviceState? State,
    int? QueueLength,
    int? Quarantined,
    long? RosterAgeMs,
    long? OffsetMs,
    string? AppVersion,
    int? Battery,
    bool? Charging);

/// <summary>A delegation on the board.</summary>
/// <param name="Name">The institution.</param>
/// <param name="Pledge">How many it promised.</param>
/// <param name="Arrived">How many of them arrived.</param>
public sealed record BoardInstitution(string Name, int Pledge, int Arrived);
