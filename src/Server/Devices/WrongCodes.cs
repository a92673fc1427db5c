using System.Net;
using System.Threading.RateLimiting;

namespace Assemblies.Devices;

/// <summary>Slows down whoever guesses pairing codes. Right ones cost nothing: a whole team pairs from one address.</summary>
internal sealed class WrongCodes : IDisposable
{
    private const int AMinute = 20;

    private readonly PartitionedRateLimiter<IPAddress> tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = AMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Whether this address has guessed too often to be heard now.</summary>
    public bool Exhausted(IPAddress? address)
    {
        using var lease = tries.AttemptAcquire(address ?? IPAddress.None, 0);
        return !lease.IsAcquired;
    }

    /// <summary>Counts a wrong code.</summary>
    public void Count(IPAddress? address) => tries.AttemptAcquire(address ?? IPAddress.None).Dispose();

    public void Dispose() => tries.Dispose();
}
