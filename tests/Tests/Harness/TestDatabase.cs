using Npgsql;

namespace Assemblies.Tests.Harness;

public enum TestDatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>A private database for one test; a PostgreSQL one is made on the server that <c>tests/run</c> starts.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string ServerVariable = "ASSEMBLY_TEST_POSTGRES";
    private readonly string? name;
    private readonly bool isOwner;

    private TestDatabase(string? name, bool isOwner) => (this.name, this.isOwner) = (name, isOwner);

    public string[] Settings => name is null ? [] : ["--ConnectionStrings:Postgres", ConnectionString(name)];

    /// <summary>An empty database of the present schema.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="folder">The server's data folder, where a SQLite database lies.</param>
    public static async Task<TestDatabase> CreateAsync(TestDatabaseKind kind, string folder)
    {
        if (kind == TestDatabaseKind.Sqlite)
        {
            await EmptyDatabases.CopyAsync(folder);
            return new TestDatabase(null, isOwner: true);
        }
        await EmptyDatabases.PostgresAsync();
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {EmptyDatabases.PostgresTemplate}");
        return new TestDatabase(name, isOwner: true);
    }

    /// <summary>The same database for a second server, which does not remove it.</summary>
    public TestDatabase Shared() => new(name, isOwner: false);

    public async ValueTask DisposeAsync()
    {
        if (name is null || !isOwner)
            return;
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    internal static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(
        Environment.GetEnvironmentVariable(ServerVariable)
        ?? throw new InvalidOperationException($"{ServerVariable} is not set: run the tests with tests/run, which starts a PostgreSQL of its own."))
    {
        Database = database,
    }.ConnectionString;

    internal static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
