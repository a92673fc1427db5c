using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Evaluation;
using Assemblies.Floor;
using Assemblies.Institutions;
using Assemblies.Live;
using Assemblies.Passes;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Turnout;
using NodaTime;

namespace Assemblies.Shell;

/// <summary>The table of contents: every feature is added here and mapped here, and nowhere else.</summary>
public static class Server
{
    /// <summary>Puts the server together. Settings are those of ASP.NET Core: <c>--urls</c>, <c>--Data:Folder</c>, environment, appsettings.</summary>
    /// <param name="settings">As on the command line.</param>
    /// <param name="replace">Replaces services, for tests: a stopped clock.</param>
    public static WebApplication Build(string[] settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        // The framework would log every address asked for, and the address of a pass is its secret (turnout.md, rule 33).
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // It warns that cookie keys lie unencrypted in the data folder; so does the database, and nobody else can read the folder.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData();
        builder.AddShell();
        builder.Services.AddAgenda();
        builder.Services.AddInstitutions();
        builder.Services.AddPasses();
        builder.Services.AddDevices();
        builder.Services.AddTurnout();
        builder.Services.AddTestimony();
        builder.Services.AddAsks();
        builder.Services.AddRecord();
        builder.Services.AddCommitments();
        builder.Services.AddDisplays();
        builder.Services.AddEvaluation();
        builder.Services.AddLive();

        replace?.Invoke(builder.Services);
        var app = builder.Build();
        var api = app.MapShell();
        app.MapAgenda(api);
        app.MapInstitutions(api);
        app.MapPasses(api);
        app.MapDevices(api);
        app.MapTurnout(api);
        app.MapTestimony(api);
        app.MapAsks(api);
        app.MapRecord(api);
        app.MapCommitments(api);
        app.MapFloor(api);
        app.MapDisplays(api);
        app.MapEvaluation(api);
        app.MapLive();
        app.BuildEndpointsOnce();
        return app;
    }

    // The matcher and the authorisation each ask every source for its endpoints, and a group makes them anew for each who asks:
    // all handlers would be compiled twice, half a second of every start.
    private static void BuildEndpointsOnce(this IEndpointRouteBuilder app)
    {
        var once = new CompositeEndpointDataSource([.. app.DataSources]);
        app.DataSources.Clear();
        app.DataSources.Add(once);
    }

    /// <summary>Brings the database to the present schema, and says how to begin where nobody has begun.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.MigrateAsync();
        await app.Services.GetRequiredService<SetUp>().AnnounceAsync(app);
    }
}
