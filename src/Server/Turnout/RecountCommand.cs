using System.CommandLine;
using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary><c>recount</c>: counts every assembly anew from its scans and compares; also beside a running server.</summary>
internal static class RecountCommand
{
    public static Command Build()
    {
        var repair = new Option<bool>("--repair") { Description = "Write the counts anew where they differ." };
        var command = new Command("recount", "Counts turnout anew from the scans alone; ends with 0 where the counts agree, with 1 where they do not.") { repair };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => CommandLine.WithServicesAsync(
            parsed, services => RunAsync(services, parsed.GetValue(repair), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool repair, CancellationToken cancellation)
    {
        await using var db = services.GetRequiredService<AssemblyDb>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var differences = 0;
        foreach (var assembly in await db.Assemblies.AsNoTracking().OrderBy(a => a.Doors).Select(a => new { a.Id, a.Slug }).ToListAsync(cancellation))
        {
            await using var store = new ScanStore(await services.GetRequiredService<IDbContextFactory<AssemblyDb>>().CreateDbContextAsync(cancellation));
            var found = await new Recount(store, now).RunAsync(assembly.Id, repair, cancellation);
            differences += found.Differences;
            Console.WriteLine($"{assembly.Slug}: {found.Scans} scans, {found.Arrived} arrived, {Words(found.Differences, repair)}");
        }
        return differences == 0 || repair ? 0 : 1;
    }

    private static string Words(int differences, bool repair) => (differences, repair) switch
    {
        (0, _) => "the counts agree.",
        (_, true) => $"{differences} lines differed and were counted anew.",
        _ => $"{differences} lines differ: stop and look, or count anew with --repair.",
    };
}
