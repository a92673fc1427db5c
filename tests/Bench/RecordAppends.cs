using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Bench;

/// <summary>Durable entries of the public record a second, each with its signed checkpoint, beside a hash, a signature and a row of raw SQLite and nothing else.</summary>
internal static class RecordAppends
{
    private const int Warmup = 50;
    private const string Raw = "raw SQLite + SHA-256 + ECDSA";

    public static async Task RunAsync(int repetitions, int entries)
    {
        var runs = new Rotation<Measured>(
        [
            (Raw, () => RawAsync(entries)),
            ("an entry with its change and journal row", () => OursAsync(entries)),
        ]);
        await runs.RunAsync(repetitions);
        Console.WriteLine($"Entries of the record a second, one writer, {entries} entries; {runs.Validity(Raw, m => m.PerSecond)}");
        Console.WriteLine($"  {"",-42}{"per second",11}{"p50",10}{"p99",10}{"÷ raw",8}");
        foreach (var (name, own) in runs.Results)
            Console.WriteLine(
                $"  {name,-42}{Rotation.Median(own.Select(m => m.PerSecond)),11:N0}{Rotation.Median(own.Select(m => m.P50)),7:0.0} ms{Rotation.Median(own.Select(m => m.P99)),7:0.0} ms"
                + $"{runs.Ratio(name, Raw, m => m.PerSecond),8:0.00}");
        Console.WriteLine();
    }

    private static async Task<Measured> OursAsync(int entries)
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var databases = server.Services.GetRequiredService<IDbContextFactory<AssemblyDb>>();
        Task AppendAsync() => SaveAsync(databases, hall.Assembly.Id);
        await Measured.ClosedAsync(1, Warmup, 1, (_, _) => AppendAsync());
        return await Measured.ClosedAsync(1, entries, 1, (_, _) => AppendAsync());
    }

    private static async Task SaveAsync(IDbContextFactory<AssemblyDb> databases, Guid assemblyId)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Log(new(assemblyId, "bench", index => index.Has("session.opened")
            ? new TurnoutCounted(1_312, "Passes scanned at the doors, groups counted by stewards", DateTimeOffset.UnixEpoch) { Under18s = 61, Institutions = 41 }
            : new SessionOpened()));
        db.Record(Actor.Server, assemblyId, ChangeChannel.Record, "bench", "An entry of a bench.");
        await db.SaveChangesAsync();
    }

    private static async Task<Measured> RawAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("assembly-bench-").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False"))
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Entries (Seq INTEGER PRIMARY KEY, Bytes BLOB NOT NULL, Hash BLOB NOT NULL, Note TEXT NOT NULL);");
            var seq = 0;
            Task AppendAsync()
            {
                var bytes = Encoding.UTF8.GetBytes(new string('x', 400) + seq);
                var hash = SHA256.HashData(bytes);
                var note = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes($"origin\n{seq}\n{Convert.ToBase64String(hash)}\n"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
                using var transaction = connection.BeginTransaction();
                using var insert = connection.CreateCommand();
                (insert.Transaction, insert.CommandText) = (transaction, "INSERT INTO Entries VALUES (@seq, @bytes, @hash, @note)");
                insert.Parameters.AddWithValue("@seq", seq++);
                insert.Parameters.AddWithValue("@bytes", bytes);
                insert.Parameters.AddWithValue("@hash", hash);
                insert.Parameters.AddWithValue("@note", note);
                insert.ExecuteNonQuery();
                transaction.Commit();
                return Task.CompletedTask;
            }
            await Measured.ClosedAsync(1, Warmup, 1, (_, _) => AppendAsync());
            var measured = await Measured.ClosedAsync(1, entries, 1, (_, _) => AppendAsync());
            await connection.CloseAsync();
            Directory.Delete(folder, recursive: true);
            return measured;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
