using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Assemblies.Data;

/// <summary>Recognises a save that failed because somebody else changed the same thing between this caller's check and its save.</summary>
/// <remarks>
/// Rules are checked before a save, so that a refusal can be a sentence at its field. Two callers at once can both pass the check; then the
/// keys of the database refuse the second one, whole. That is a conflict between people and no fault of the server.
/// </remarks>
internal static class SimultaneousChange
{
    // SQLITE_CONSTRAINT_FOREIGNKEY, _PRIMARYKEY and _UNIQUE: what is referred to is gone, or was made a moment ago.
    private const int SqliteForeignKey = 787;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    public static bool IsCauseOf(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception is DbUpdateException && exception.InnerException is
            SqliteException { SqliteExtendedErrorCode: SqliteForeignKey or SqlitePrimaryKey or SqliteUnique }
            or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.UniqueViolation });
}
