using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Assemblies.Bench;

/// <summary>The floor under every check-in: rows of a scan's size committed to SQLite (WAL, synchronous=FULL) with nothing around them.</summary>
internal sealed class RawSqlite : IDisposable
{
    private const int MostInOneCommit = 500;
    private readonly string folder = Directory.CreateTempSubdirectory("assembly-bench-").FullName;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly byte[] hash = new byte[32];

    public RawSqlite()
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE Scans (Id TEXT PRIMARY KEY, Seq INTEGER NOT NULL, At INTEGER NOT NULL, Hash BLOB NOT NULL, Outcome TEXT NOT NULL);
            """;
        schema.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Scans VALUES (@id, @seq, @at, @hash, 'admitted')";
        foreach (var name in new[] { "@id", "@seq", "@at", "@hash" })
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    /// <summary>One transaction for each row: what a naive server does.</summary>
    public void OneByOne(int rows)
    {
        for (var i = 0; i < rows; i++)
            Commit(1, i);
    }

    /// <summary>Callers who wait in a queue, one writer that commits all who wait.</summary>
    public async Task GroupedAsync(int callers, int rows)
    {
        var queue = Channel.CreateUnbounded<TaskCompletionSource>();
        var writer = Task.Run(async () =>
        {
            var waiting = new List<TaskCompletionSource>();
            while (await queue.Reader.WaitToReadAsync())
            {
                waiting.Clear();
                while (waiting.Count < MostInOneCommit && queue.Reader.TryRead(out var caller))
                    waiting.Add(caller);
                Commit(waiting.Count, 0);
                foreach (var caller in waiting)
                    caller.SetResult();
            }
        });
        var left = rows;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await queue.Writer.WriteAsync(done);
                await done.Task;
            }
        })));
        queue.Writer.Complete();
        await writer;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Commit(int rows, long seq)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        for (var i = 0; i < rows; i++)
        {
            insert.Parameters[0].Value = Guid.CreateVersion7();
            insert.Parameters[1].Value = seq;
            insert.Parameters[2].Value = 0L;
            insert.Parameters[3].Value = hash;
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
