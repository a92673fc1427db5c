using System.Security.Cryptography;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Shell;

/// <summary>The one-time link to the first organiser's account. It works until there is one, and changes at every start.</summary>
public sealed partial class SetUp(IDbContextFactory<AssemblyDb> databases, ILogger<SetUp> log) : IDisposable
{
    private readonly string code = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly SemaphoreSlim onlyOne = new(1, 1);

    /// <summary>Path of the set-up page.</summary>
    public string Path => $"/set-up/{code}";

    /// <summary>Whether this is the code, and nobody has used it.</summary>
    public async Task<bool> AcceptsAsync(string candidate, CancellationToken cancellation)
    {
        if (!CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(candidate), System.Text.Encoding.UTF8.GetBytes(code)))
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return !await db.Users.AnyAsync(cancellation);
    }

    /// <summary>Makes the first account with the code. Two browsers at once make one account, not two.</summary>
    public async Task<(OrganiserAccount? Account, IReadOnlyList<Problem> Problems)> UseAsync(
        string candidate, Func<Task<(OrganiserAccount? Account, IReadOnlyList<Problem> Problems)>> create, CancellationToken cancellation)
    {
        await onlyOne.WaitAsync(cancellation);
        try
        {
            return await AcceptsAsync(candidate, cancellation)
                ? await create()
                : (null, [new Problem("", "This set-up link was used a moment ago. Sign in instead.")]);
        }
        finally
        {
            onlyOne.Release();
        }
    }

    public void Dispose() => onlyOne.Dispose();

    /// <summary>Once the server listens, prints its address, and the set-up link where nobody has an account.</summary>
    public async Task AnnounceAsync(WebApplication app)
    {
        await using var db = await databases.CreateDbContextAsync();
        var isNew = !await db.Users.AnyAsync();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            foreach (var address in addresses)
            {
                LogListening(address);
                if (isNew)
                    Console.WriteLine($"\nNobody has an account yet. Make the first organiser's, once, here:\n\n  {address}{Path}\n");
            }
        });
    }

    [LoggerMessage(LogLevel.Information, "Assembly is at {Address}")]
    private partial void LogListening(string address);
}
