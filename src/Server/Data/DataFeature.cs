using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assemblies.Data;

/// <summary>Chooses the database: SQLite in the data folder, or PostgreSQL where a connection string is given.</summary>
public static class DataFeature
{
    /// <summary>
    /// <c>ConnectionStrings:Postgres</c> selects PostgreSQL. Without it <c>Data:Folder</c> (default <c>data</c>) holds <c>assembly.db</c>.
    /// </summary>
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChangeJournal>();
        builder.Services.AddSingleton<RecordKeeper>();
        builder.Services.AddSingleton<RecordHealth>();
        builder.Services.AddSingleton<RecordSigners>();
        var postgres = builder.Configuration.GetConnectionString("Postgres");
        var sqlite = $"Data Source={Path.Combine(DataFolder.Create(builder.Configuration).Path, "assembly.db")}";
        builder.Services.AddDbContextFactory<AssemblyDb>(options => Configure(options, postgres, sqlite));
        builder.Services.AddSingleton(DataFolder.Create(builder.Configuration));
    }

    private static void Configure(DbContextOptionsBuilder options, string? postgres, string sqlite)
    {
        // The migrations are written by hand, without a model snapshot; a test compares what they build with the model.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (!string.IsNullOrEmpty(postgres))
            options.UseNpgsql(postgres);
        else
            options.UseSqlite(sqlite).AddInterceptors(new SqliteDurability());
    }

    /// <summary>Brings the database to the present schema.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        var factory = services.GetRequiredService<IDbContextFactory<AssemblyDb>>();
        await using var db = await factory.CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }
}
