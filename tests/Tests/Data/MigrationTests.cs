using Assemblies.Data;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assemblies.Tests.Data;

public sealed class MigrationTests
{
    private const string SqliteSchema = """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' null:' || (1 - c."notnull") || ' key:' || c.pk FROM sqlite_master m
            JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION SELECT 'index ' || i.name || ' on ' || m.name || '.' || c.name || ' ' || c.seqno || ' unique:' || i."unique" FROM sqlite_master m
            JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION SELECT 'reference ' || m.name || '.' || f."from" || ' to ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master m
            JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION SELECT 'autoincrement ' || name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'
        """;

    private const string PostgresSchema = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' null:' || is_nullable || ' identity:' || is_identity
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Migrating_builds_exactly_the_model(TestDatabaseKind kind)
    {
        await using var migratedServer = await TestServer.StartAsync(kind);
        var migrated = await migratedServer.ReadAsync(SchemaAsync);

        await using var modelledServer = await TestServer.StartAsync(kind);
        var modelled = await modelledServer.ReadAsync(async db =>
        {
            await EmptyAsync(db);
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
            return await SchemaAsync(db);
        });

        Assert.NotEmpty(modelled);
        Assert.Equal(modelled, migrated);
    }

    private static async Task<string[]> SchemaAsync(AssemblyDb db)
    {
        var lines = await db.Database.SqlQueryRaw<string>(db.Database.IsNpgsql() ? PostgresSchema : SqliteSchema).ToListAsync();
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static async Task EmptyAsync(AssemblyDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
            return;
        }
        // One connection for all of it: the next one out of the pool would keep the keys again.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
        foreach (var table in await db.Database.SqlQueryRaw<string>("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'").ToListAsync())
        {
            var drop = $"DROP TABLE \"{table}\"";
            await db.Database.ExecuteSqlRawAsync(drop);
        }
    }
}
