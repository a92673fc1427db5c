using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assemblies.Shell;

/// <summary>Healthy while the database answers: a server that cannot store a scan should get no callers.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<AssemblyDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Assemblies.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
