using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Turnout.Supervision;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Turnout;

/// <summary>Up to 200 scans at once, as a device's queue holds them.</summary>
/// <param name="Scans">In the order they were made.</param>
public sealed record ScanBatch(IReadOnlyList<ScanCommand> Scans);

/// <summary>The answers of a batch.</summary>
/// <param name="Answers">One for each scan, in the same order.</param>
public sealed record ScanBatchReply(IReadOnlyList<ScanAnswer> Answers);

/// <summary>What a device is told whose pairing was revoked or ran out: which of its scans are safe, and nothing about anybody.</summary>
/// <param name="Stored">The scans that are on the server's disk, whatever came of them. Any other contradicts a stored scan: sending it again changes nothing.</param>
public sealed record DrainReply(IReadOnlyList<Guid> Stored);

/// <summary>Scans over HTTP, for devices that were offline and for programs.</summary>
internal static class ScansApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/scans", StoreAsync).For(Access.Door)
            .WithSummary("Decides and stores up to 200 scans of the calling device; each is idempotent by its scanId.");
        api.MapPost("/scans/drain", DrainAsync).For(Access.Revoked)
            .WithSummary("Takes the last scans of a device whose pairing was revoked or ran out, up to 200 at a time, and tells nothing but that they are stored.");
    }

    private static async Task<Results<Ok<ScanBatchReply>, ProblemHttpResult>> StoreAsync(
        ScanBatch batch, GuardedCheckIn checkIn, ScanPace pace, HttpContext context) =>
        (Problem(batch) ?? TooMany(pace, context)) is { } problem
            ? problem
            : TypedResults.Ok(new ScanBatchReply(await checkIn.CheckInAsync(context.User.DeviceId()!.Value, batch.Scans)));

    private static async Task<Results<Ok<DrainReply>, ProblemHttpResult>> DrainAsync(
        ScanBatch batch, GuardedCheckIn checkIn, ScanPace pace, HttpContext context) =>
        (Problem(batch) ?? TooMany(pace, context)) is { } problem
            ? problem
            : TypedResults.Ok(new DrainReply([.. (await checkIn.CheckInAsync(context.User.DeviceId()!.Value, batch.Scans))
                // The device sets aside what is not named here: sent again it would get the same answer.
                .Where(a => a.IsStored).Select(a => a.ScanId)]));

    private static ProblemHttpResult? Problem(ScanBatch batch)
    {
        if (batch.Scans.Count is 0 or > ScanLimits.Batch)
            return Problems.Refuse(new Problem("scans", $"Send 1 to {ScanLimits.Batch} scans at a time."));
        // The serialiser keeps null out of members, not out of lists.
        if (batch.Scans.Any(scan => scan is null))
            return Problems.Refuse(new Problem("scans", "Leave out what is no scan: null is none."));
        var problems = batch.Scans.SelectMany((scan, i) =>
            ScanLimits.Problems(scan).Select(p => p with { Field = $"scans[{i}].{p.Field}" })).ToArray();
        return problems.Length > 0 ? Problems.Refuse(problems) : null;
    }

    private static ProblemHttpResult? TooMany(ScanPace pace, HttpContext context)
    {
        if (pace.MaySendBatch(context.User.DeviceId()!.Value))
            return null;
        context.Response.Headers.RetryAfter = "1";
        return TypedResults.Problem("This device sends too many batches. Keep the scans and send them in a second.", statusCode: StatusCodes.Status429TooManyRequests);
    }
}
