namespace Assemblies.Turnout.Numbers;

/// <summary>How full the room is.</summary>
public enum RoomLevel
{
    Free,

    /// <summary>From 80 %: think of where people will go.</summary>
    Filling,

    /// <summary>From 90 %: open the overflow room.</summary>
    NearlyFull,

    /// <summary>From 100 %: the doors send people away.</summary>
    Full,
}

/// <summary>When to warn that a room fills.</summary>
public static class RoomRules
{
    public static RoomLevel LevelOf(int presentNow, int capacity) => (100L * presentNow / capacity) switch
    {
        >= 100 => RoomLevel.Full,
        >= 90 => RoomLevel.NearlyFull,
        >= 80 => RoomLevel.Filling,
        _ => RoomLevel.Free,
    };
}
