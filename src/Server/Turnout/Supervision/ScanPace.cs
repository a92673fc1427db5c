using System.Threading.RateLimiting;

namespace Assemblies.Turnout.Supervision;

/// <summary>How much one device may ask: ten scans a second, twenty at once (turnout.md, rule 32). Who asks for more waits its turn.</summary>
/// <remarks>
/// A steward never meets it; a stuck scanner or a stolen token does. A batch counts as one: a device that was offline for an hour has hundreds of scans, and its
/// server says when to come again.
/// </remarks>
public sealed class ScanPace : IDisposable
{
    private const int MostWaiting = 1_000;

    private readonly PartitionedRateLimiter<Guid> live;
    private readonly PartitionedRateLimiter<Guid> batches;

    /// <exception cref="InvalidOperationException"><c>Door:ScansPerSecond</c> is no positive number.</exception>
    public ScanPace(IConfiguration configuration)
    {
        var perSecond = configuration.GetValue("Door:ScansPerSecond", 10);
        if (perSecond < 1)
            throw new InvalidOperationException("Door:ScansPerSecond is how many scans a second one device may send: 1 or more. The default is 10.");
        live = Create(perSecond, MostWaiting);
        batches = Create(perSecond, 0);
    }

    /// <summary>Returns when it is the device's turn; false when so much of it waits already that it has to be hung up on.</summary>
    public async ValueTask<bool> WaitAsync(Guid deviceId, CancellationToken cancellation)
    {
        using var lease = await live.AcquireAsync(deviceId, 1, cancellation);
        return lease.IsAcquired;
    }

    /// <summary>Whether the device may send a batch now; false: in a second.</summary>
    public bool MaySendBatch(Guid deviceId)
    {
        using var lease = batches.AttemptAcquire(deviceId);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        live.Dispose();
        batches.Dispose();
    }

    private static PartitionedRateLimiter<Guid> Create(int perSecond, int waiting) => PartitionedRateLimiter.Create<Guid, Guid>(device =>
        RateLimitPartition.GetTokenBucketLimiter(device, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * perSecond,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
}
