using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Assemblies.Data.Migrations;

/// <summary>What the hand-written migrations share: names as EF Core gives them, so that migrating equals the model.</summary>
internal static class Tables
{
    /// <summary>A foreign key without cascade.</summary>
    public static void References<T>(this CreateTableBuilder<T> table, string child, string column, string parent, string parentKey = "Id",
        ReferentialAction onDelete = ReferentialAction.Restrict) =>
        table.ForeignKey($"FK_{child}_{parent}_{column}", Column(table, column), parent, parentKey, onDelete: onDelete);

    /// <summary>A nullable reference in a table that exists; SQLite takes one only with its column.</summary>
    public static void AddReference(this MigrationBuilder migration, string child, string column, string parent, string parentKey = "Id")
    {
        var type = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "TEXT" : "uuid";
        migration.Sql($"""
            ALTER TABLE "{child}" ADD COLUMN "{column}" {type} NULL
            CONSTRAINT "FK_{child}_{parent}_{column}" REFERENCES "{parent}" ("{parentKey}") ON DELETE RESTRICT
            """);
        migration.Index(child, column);
    }

    public static void Index(this MigrationBuilder migration, string table, params string[] columns) =>
        migration.CreateIndex($"IX_{table}_{string.Join("_", columns)}", table, columns);

    public static void UniqueIndex(this MigrationBuilder migration, string table, params string[] columns) =>
        migration.CreateIndex($"IX_{table}_{string.Join("_", columns)}", table, columns, unique: true);

    // CreateTable wants member expressions of an anonymous type; a name says the same in less.
    private static System.Linq.Expressions.Expression<Func<T, object>> Column<T>(CreateTableBuilder<T> _, string column)
    {
        var row = System.Linq.Expressions.Expression.Parameter(typeof(T), "row");
        return System.Linq.Expressions.Expression.Lambda<Func<T, object>>(System.Linq.Expressions.Expression.Property(row, column), row);
    }
}
