using System.Threading.RateLimiting;

namespace Assemblies.Commitments.Office;

/// <summary>How much may be sent by one office's link: what an office writes is public and stays, so a link in wrong hands must not fill the record.</summary>
internal sealed class OfficePace : IDisposable
{
    private const int ADay = 20;

    private readonly PartitionedRateLimiter<Guid> links = PartitionedRateLimiter.Create<Guid, Guid>(link =>
        RateLimitPartition.GetFixedWindowLimiter(link, _ => new FixedWindowRateLimiterOptions { PermitLimit = ADay, Window = TimeSpan.FromDays(1) }));

    /// <summary>Whether this link may send one more today.</summary>
    public bool MaySend(Guid linkId)
    {
        using var lease = links.AttemptAcquire(linkId);
        return lease.IsAcquired;
    }

    public void Dispose() => links.Dispose();
}
