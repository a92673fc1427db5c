using System.Net.Http.Headers;
using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Harness;

/// <summary>The real server on a port of its own, with a private database and a stopped clock.</summary>
public sealed class TestServer : IAsyncDisposable
{
    /// <summary>Thursday 1 October 2026, 17:00 in London: the doors of most tests open an hour later.</summary>
    public static readonly Instant Evening = Instant.FromUtc(2026, 10, 1, 16, 0);

    private readonly WebApplication app;
    private readonly TestDatabase database;
    private readonly bool ownsFolder;

    private TestServer(WebApplication app, string folder, bool ownsFolder, TestDatabase database, StoppedClock clock, HandTurnedTime time) =>
        (this.app, Folder, this.ownsFolder, this.database, Clock, Time) = (app, folder, ownsFolder, database, clock, time);

    public StoppedClock Clock { get; }

    /// <summary>What its services wait by: none of them does anything by itself before a test turns it.</summary>
    public HandTurnedTime Time { get; }

    /// <summary>Its data folder; removed with the server.</summary>
    public string Folder { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts a server; SQLite unless told otherwise.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="beside">A server whose PostgreSQL database this one shares.</param>
    /// <param name="settings">More settings, as on the command line.</param>
    public static async Task<TestServer> StartAsync(
        TestDatabaseKind kind = TestDatabaseKind.Sqlite, TestServer? beside = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("assembly-test-").FullName;
        var database = beside?.database.Shared() ?? await TestDatabase.CreateAsync(kind, folder);
        return await StartAsync(folder, true, database, new StoppedClock(Evening), settings);
    }

    /// <summary>What another program needs to know of the database besides the folder.</summary>
    public string[] DatabaseSettings => database.Settings;

    /// <summary>A second server on the same data and clock, as after a restart: nothing that was only in memory is there.</summary>
    public Task<TestServer> BesideAsync(params string[] settings) => StartAsync(Folder, false, database.Shared(), Clock, settings);

    /// <summary>The same with services of the test's own.</summary>
    public Task<TestServer> BesideAsync(Action<IServiceCollection> with, params string[] settings) => StartAsync(Folder, false, database.Shared(), Clock, settings, with);

    private static async Task<TestServer> StartAsync(
        string folder, bool ownsFolder, TestDatabase database, StoppedClock clock, string[] settings, Action<IServiceCollection>? with = null)
    {
        try
        {
            var time = new HandTurnedTime();
            var app = Server.Build(
                ["--urls", "http://127.0.0.1:0", "--Data:Folder", folder, "--Logging:LogLevel:Default", "Warning",
                    "--Record:RehearsalKeys", "true", .. database.Settings, .. settings],
                services =>
                {
                    services.AddSingleton<IClock>(clock);
                    services.AddSingleton<TimeProvider>(time);
                    with?.Invoke(services);
                });
            await app.StartAsync();
            return new TestServer(app, folder, ownsFolder, database, clock, time);
        }
        catch when (ownsFolder)
        {
            // Some tests see it refuse to start.
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>A client without credentials that follows no redirects.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A client with a bearer token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with the token of a client of another server on the same data.</summary>
    public HttpClient As(HttpClient who) => WithToken(who.DefaultRequestHeaders.Authorization!.Parameter!);

    /// <summary>A client with the API token of a fresh organiser.</summary>
    public async Task<HttpClient> OrganiserAsync() => WithToken(await NewOrganiserTokenAsync());

    /// <summary>Reads the database, to check what was stored.</summary>
    public async Task<T> ReadAsync<T>(Func<AssemblyDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AssemblyDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Changes the database directly, for what has no door of its own.</summary>
    public async Task ChangeAsync(Action<AssemblyDb> change)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AssemblyDb>>().CreateDbContextAsync();
        change(db);
        db.Record(Actor.Server, null, ChangeChannel.Agenda, "test.arranged", "A test arranged its data.");
        await db.SaveChangesAsync();
    }

    /// <summary>Stops serving; the database stays readable.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private async Task<string> NewOrganiserTokenAsync()
    {
        var account = new OrganiserAccount { UserName = $"{Guid.NewGuid():N}@example.org" };
        account.Email = account.UserName;
        var token = Secrets.NewToken("org_");
        await ChangeAsync(db =>
        {
            db.Add(account);
            db.ApiTokens.Add(new ApiToken { OrganiserId = account.Id, Name = "test", TokenHash = Secrets.Hash(token), CreatedAt = Evening });
        });
        return token;
    }
}
