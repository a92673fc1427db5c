using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Harness;

/// <summary>Every text of every table, as it lies in the database.</summary>
public static class StoredTexts
{
    /// <summary>The texts, each with its column: <c>Doors.Name</c>.</summary>
    public static Task<List<(string Column, string Value)>> ReadAsync(TestServer server) => server.ReadAsync(async db =>
    {
        var texts = new List<(string Column, string Value)>();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column) in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()
            .Where(p => (p.FindTypeMapping()?.Converter?.ProviderClrType ?? p.ClrType) == typeof(string)).Select(p => (e.GetTableName()!, p.GetColumnName()))))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                texts.Add(($"{table}.{column}", rows.GetString(0)));
        }
        return texts;
    });
}
