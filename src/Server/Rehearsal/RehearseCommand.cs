using System.CommandLine;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Passes;
using Assemblies.Shell;
using Assemblies.Shell.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Rehearsal;

/// <summary><c>rehearse</c>: the same server, on data that is thrown away, with a ready-made evening and a link for each role.</summary>
internal static class RehearseCommand
{
    private const string Email = "organiser@rehearsal.example";

    // Some things two people decide.
    private const string OtherEmail = "co-organiser@rehearsal.example";

    // An evening played at sixty times its speed scans at sixty times its speed.
    private const int ScansPerSecond = 10_000;

    public static Command Build()
    {
        var play = new Option<double?>("--play") { Description = "Plays the evening at this many times its real speed, for example 60." };
        play.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not > 0 and not null)
                result.AddError("--play takes a speed above 0, for example 60.");
        });
        var command = new Command("rehearse", "Serves a ready-made rehearsal; its data is replaced at every start.") { play };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(play), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, double? speed, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("assembly-rehearsal-").FullName;
        await using var server = Server.Build([.. Listening(settings), .. settings, .. ThrownAway(folder)]);
        try
        {
            await server.Services.MigrateAsync();
            var (evening, password, token) = await PrepareAsync(server.Services, cancellation);
            await server.StartAsync(cancellation);
            var address = new ListeningAddress(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            var measuring = new RehearsalHall(server.Services, evening.Id).MeasureAsync(server.Lifetime.ApplicationStopping);
            using var devices = new RehearsalDevices(address.OnThisComputer, token, evening.Id);
            await RehearsalGuide.PrintAsync(Console.Out, devices, address.InThisNetwork(), evening, [Email, OtherEmail], password, cancellation);
            await using var doors = speed is { } faster
                ? await PlayAsync(server.Services, devices, evening, new EveningClock(faster), server.Lifetime.ApplicationStopping)
                : null;
            await server.WaitForShutdownAsync(cancellation);
            await measuring;
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    // Last, so that they win: invented people and a printed password must never reach a database that somebody needs.
    private static string[] ThrownAway(string folder) =>
        ["--Data:Folder", folder, "--ConnectionStrings:Postgres", "", "--Door:ScansPerSecond", $"{ScansPerSecond}",
            "--Record:RehearsalKeys", "true"];

    // A rehearsal is for phones and tablets too, and there is nothing in it to protect: it listens to the network unless told otherwise.
    private static string[] Listening(string[] settings) =>
        settings.Contains("--urls") || Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is not null ? [] : ["--urls", "http://0.0.0.0:5000"];

    private static async Task<(AccountabilityAssembly Evening, string Password, string Token)> PrepareAsync(
        IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var password = Secrets.NewPassword(16);
        var (account, _) = await scope.ServiceProvider.GetRequiredService<OrganiserAccounts>().CreateAsync(Email, password);
        var (other, _) = await scope.ServiceProvider.GetRequiredService<OrganiserAccounts>().CreateAsync(OtherEmail, password);
        var (token, _) = await scope.ServiceProvider.GetRequiredService<TokenRegister>().MakeAsync(Actor.Server, account!.Id, "rehearsal", cancellation);
        var data = ActivatorUtilities.CreateInstance<RehearsalData>(scope.ServiceProvider);
        var evening = await data.WriteAsync(cancellation);
        await ActivatorUtilities.CreateInstance<RehearsalFollowUp>(scope.ServiceProvider).WriteAsync(evening, [account.Id, other!.Id], cancellation);
        return (evening, password, token!.Token);
    }

    private static async Task<DoorsPlayer> PlayAsync(
        IServiceProvider services, RehearsalDevices devices, AccountabilityAssembly evening, EveningClock clock, CancellationToken stopping)
    {
        Console.WriteLine("The evening is being played: people arrive, testimonies are given, asks are put and answered.\n");
        var doors = new DoorsPlayer(devices, clock, Arrivals.Of(await ComingAsync(services, evening.Id, CancellationToken.None)));
        try
        {
            await Task.WhenAll(
                doors.PlayAsync(stopping),
                new FloorPlayer(devices, clock).PlayAsync(stopping));
            Console.WriteLine("The evening was played to its end. The server goes on: try every screen. Ctrl+C ends it.");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Ctrl+C in the middle of the evening.
        }
        return doors;
    }

    // The tokens that would be in people's hands: derived again from the passes, as when a sheet is printed.
    private static async Task<IReadOnlyList<CodesInHand>> ComingAsync(IServiceProvider services, Guid assemblyId, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AssemblyDb>>().CreateDbContextAsync(cancellation);
        var key = services.GetRequiredService<PassKey>();
        var institutions = await db.Delegations.Where(d => d.AssemblyId == assemblyId)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => i).ToDictionaryAsync(i => i.Name, i => i.Id, cancellation);
        var passes = (await db.Passes.Where(p => p.AssemblyId == assemblyId).ToListAsync(cancellation)).ToLookup(p => p.InstitutionId);
        return [.. MediumEvening.Delegations().Select(d =>
        {
            var own = passes[institutions[d.Name]].ToLookup(p => p.Adults is not null, p => key.Token(p.Id, p.Generation));
            return new CodesInHand(d, institutions[d.Name], [.. own[false]], own[true].FirstOrDefault());
        })];
    }
}
