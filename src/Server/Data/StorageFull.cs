using Assemblies.Wire;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assemblies.Data;

/// <summary>Recognises a save that failed because there is no room left: it was rolled back whole, and the same works again once there is room.</summary>
internal static class StorageFull
{
    private const int SqliteFull = 13;

    /// <summary>What whoever tried is told.</summary>
    public static Problem Problem { get; } =
        new("", "The server's disk is full: nothing of this was saved, and nothing that was saved before is lost. Free some space, then do it again.");

    public static bool IsCauseOf(Exception? exception) => exception switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        _ => IsCauseOf(exception.InnerException),
    };
}
