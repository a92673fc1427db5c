using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Data;

/// <summary>Reads that all see the database as it was at one moment, whatever is committed meanwhile.</summary>
internal static class OneMoment
{
    /// <summary>Reads; within another such reading, at its moment. It holds nobody up, and may not write.</summary>
    public static async Task<T> ReadAsync<T>(AssemblyDb db, Func<Task<T>> read, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
            return await read();
        if (db.Database.IsNpgsql())
        {
            await using var repeatable = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            return await read();
        }
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            // Deferred, because SQLite's other kind takes the lock of the one who writes.
            await using var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
            await using var used = await db.Database.UseTransactionAsync(deferred, cancellation);
            return await read();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
