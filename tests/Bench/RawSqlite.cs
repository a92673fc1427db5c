using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Assemblies.Bench;

/// <summary>Group commit with nothing around it: a queue, one writer, all who wait in one transaction of raw SQLite (WAL, synchronous=FULL).</summary>
internal sealed class RawSqlite : IAsyncDisposable
{
    private const int MostInOneCommit = 500;
    private readonly string folder = Directory.CreateTempSubdirectory("assembly-bench-").FullName;
    private readonly Channel<(RawScan Scan, TaskCompletionSource Done)> queue =
        Channel.CreateUnbounded<(RawScan, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly Task writer;

    public RawSqlite()
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE Scans (Id TEXT PRIMARY KEY, Seq INTEGER NOT NULL, At TEXT NOT NULL, Hash BLOB NOT NULL, Outcome TEXT NOT NULL);
            """;
        schema.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Scans VALUES (@id, @seq, @at, @hash, 'admitted')";
        foreach (var name in new[] { "@id", "@seq", "@at", "@hash" })
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        writer = Task.Run(WriteAsync);
    }

    /// <summary>Returns when the scan is on the disk.</summary>
    public Task AppendAsync(RawScan scan)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((scan, done));
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await writer;
        await insert.DisposeAsync();
        await connection.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task WriteAsync()
    {
        var waiting = new List<(RawScan Scan, TaskCompletionSource Done)>();
        while (await queue.Reader.WaitToReadAsync())
        {
            waiting.Clear();
            while (waiting.Count < MostInOneCommit && queue.Reader.TryRead(out var one))
                waiting.Add(one);
            try
            {
                Commit(waiting.Select(w => w.Scan));
                waiting.ForEach(w => w.Done.SetResult());
            }
            catch (SqliteException error)
            {
                waiting.ForEach(w => w.Done.SetException(error));
            }
        }
    }

    private void Commit(IEnumerable<RawScan> scans)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        foreach (var scan in scans)
        {
            insert.Parameters[0].Value = scan.ScanId;
            insert.Parameters[1].Value = scan.DeviceSeq;
            insert.Parameters[2].Value = scan.ClientAt;
            insert.Parameters[3].Value = SHA256.HashData(Encoding.UTF8.GetBytes(scan.Subject));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}

/// <summary>What a competitor reads of the very body that a door device sends.</summary>
internal sealed record RawScan(Guid ScanId, long DeviceSeq, string Subject, string ClientAt);
