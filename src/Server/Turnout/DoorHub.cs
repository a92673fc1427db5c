using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Shell;
using Assemblies.Turnout.Supervision;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Assemblies.Turnout;

/// <summary>The doors' hub at <c>/live/door</c>: one scan, one idempotent command.</summary>
[Authorize(Roles = Access.Door)]
public sealed class DoorHub(GuardedCheckIn checkIn, ScanPace pace, Fleet fleet, Broadcaster broadcaster) : Hub
{
    /// <summary>Decides one scan. Sending the same scan again returns the same answer (turnout.md, rule 2).</summary>
    public async Task<ScanAnswer> Scan(ScanCommand scan)
    {
        if (ScanLimits.Problems(scan).FirstOrDefault() is { } problem)
            throw new HubException($"{problem.Field}: {problem.Fix}");
        var device = Context.User!.DeviceId()!.Value;
        if (!await pace.WaitAsync(device, Context.ConnectionAborted))
        {
            // No refusal: a refused scan is finished, and this one is to come again.
            Context.Abort();
            throw new OperationCanceledException();
        }
        return await checkIn.CheckInAsync(device, scan);
    }

    /// <summary>Says how the device is (rule 31): shown on the supervisor's board, kept nowhere else.</summary>
    public void Heartbeat(HeartbeatCommand heartbeat)
    {
        if (HeartbeatLimits.Problems(heartbeat).FirstOrDefault() is { } problem)
            throw new HubException($"{problem.Field}: {problem.Fix}");
        fleet.Hear(Context.User!.DeviceId()!.Value, heartbeat);
        broadcaster.Touch(SupervisorChannel.ChannelName, Context.User!.BoundAssembly()!.Value);
    }
}
