using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Turnout;

/// <summary>Up to 200 scans at once, as a device's queue holds them.</summary>
/// <param name="Scans">In the order they were made.</param>
public sealed record ScanBatch(IReadOnlyList<ScanCommand> Scans);

/// <summary>The answers of a batch.</summary>
/// <param name="Answers">One for each scan, in the same order.</param>
public sealed record ScanBatchReply(IReadOnlyList<ScanAnswer> Answers);

/// <summary>Scans over HTTP, for devices that were offline and for programs.</summary>
internal static class ScansApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/scans", StoreAsync).For(Access.Door)
        .WithSummary("Decides and stores up to 200 scans of the calling device; each is idempotent by its scanId.");

    private static async Task<Results<Ok<ScanBatchReply>, ProblemHttpResult>> StoreAsync(
        ScanBatch batch, CheckInWriter writer, ClaimsPrincipal caller)
    {
        if (batch.Scans.Count is 0 or > ScanLimits.Batch)
            return Problems.Refuse(new Problem("scans", $"Send 1 to {ScanLimits.Batch} scans at a time."));
        // The serialiser keeps null out of members, not out of lists.
        if (batch.Scans.Any(scan => scan is null))
            return Problems.Refuse(new Problem("scans", "Leave out what is no scan: null is none."));
        var problems = batch.Scans.SelectMany((scan, i) =>
            ScanLimits.Problems(scan).Select(p => p with { Field = $"scans[{i}].{p.Field}" })).ToList();
        if (problems.Count > 0)
            return Problems.Refuse([.. problems]);
        var device = caller.DeviceId()!.Value;
        // Not cancelled with the request: what was begun is stored, and a retry finds its answer.
        var answers = await Task.WhenAll(batch.Scans.Select(scan => writer.CheckInAsync(device, scan, CancellationToken.None)));
        return TypedResults.Ok(new ScanBatchReply(answers));
    }
}
