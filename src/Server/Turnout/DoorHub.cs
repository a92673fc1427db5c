using Assemblies.Devices;
using Assemblies.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Assemblies.Turnout;

/// <summary>The doors' hub at <c>/live/door</c>: one scan, one idempotent command.</summary>
[Authorize(Roles = Access.Door)]
public sealed class DoorHub(CheckInWriter writer) : Hub
{
    /// <summary>Decides one scan. Sending the same scan again returns the same answer (turnout.md, rule 2).</summary>
    public Task<ScanAnswer> Scan(ScanCommand scan)
    {
        if (ScanLimits.Problems(scan).FirstOrDefault() is { } problem)
            throw new HubException($"{problem.Field}: {problem.Fix}");
        return writer.CheckInAsync(Context.User!.DeviceId()!.Value, scan, CancellationToken.None);
    }
}
