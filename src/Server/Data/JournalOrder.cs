using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Data;

/// <summary>Makes journal sequences appear in the order of commits, on both databases.</summary>
/// <remarks>
/// SQLite has one writer. PostgreSQL hands out sequence numbers before the commit, so a reader that has seen 12 could miss an 11
/// committed later; holding one advisory lock from before the insert until the end of the transaction rules that out.
/// </remarks>
internal static class JournalOrder
{
    private const string HoldSql = "SELECT pg_advisory_xact_lock(4061951)";

    public static Task HoldAsync(AssemblyDb db, CancellationToken cancellation) =>
        db.Database.IsNpgsql() ? db.Database.ExecuteSqlRawAsync(HoldSql, cancellation) : Task.CompletedTask;

    public static async Task HoldAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        if (transaction is not Npgsql.NpgsqlTransaction)
            return;
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = HoldSql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
