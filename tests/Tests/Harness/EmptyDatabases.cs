using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.Data.Sqlite;

namespace Assemblies.Tests.Harness;

/// <summary>One database of each kind, brought to the present schema once in a run; every test begins with a copy of it.</summary>
/// <remarks>All migrations for each of a thousand tests would be a third of the run. What they build is checked where they are tested.</remarks>
internal static class EmptyDatabases
{
    /// <summary>The PostgreSQL database that the others are copies of.</summary>
    public const string PostgresTemplate = "test_template";

    private static readonly Lazy<Task<byte[]>> Sqlite = new(MakeSqliteAsync);
    private static readonly Lazy<Task> Postgres = new(MakePostgresAsync);

    /// <summary>Puts an empty SQLite database where the server of a data folder looks for it.</summary>
    public static async Task CopyAsync(string folder) =>
        await File.WriteAllBytesAsync(Path.Combine(folder, "assembly.db"), await Sqlite.Value);

    /// <summary>Waits until <see cref="PostgresTemplate"/> can be copied.</summary>
    public static Task PostgresAsync() => Postgres.Value;

    private static async Task<byte[]> MakeSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assembly-empty-").FullName;
        await MigrateAsync(folder);
        var file = await File.ReadAllBytesAsync(Path.Combine(folder, "assembly.db"));
        Directory.Delete(folder, recursive: true);
        return file;
    }

    private static async Task MakePostgresAsync()
    {
        await TestDatabase.ExecuteAsync($"DROP DATABASE IF EXISTS {PostgresTemplate} WITH (FORCE)");
        await TestDatabase.ExecuteAsync($"CREATE DATABASE {PostgresTemplate}");
        var folder = Directory.CreateTempSubdirectory("assembly-empty-").FullName;
        // Nobody may be connected to a database that is copied.
        await MigrateAsync(folder, "--ConnectionStrings:Postgres", $"{TestDatabase.ConnectionString(PostgresTemplate)};Pooling=false");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task MigrateAsync(string folder, params string[] settings)
    {
        await using var app = Server.Build(["--Data:Folder", folder, "--Logging:LogLevel:Default", "Warning", .. settings]);
        await app.Services.MigrateAsync();
        // The last connection to a SQLite file takes its log into the file.
        SqliteConnection.ClearAllPools();
    }
}
