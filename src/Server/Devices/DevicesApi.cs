using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Devices;

/// <param name="Name">What people call the door.</param>
/// <param name="IsOverflow">Leads to another room than the one whose capacity counts: a full room sends people here.</param>
public sealed record DoorCommand(string Name, bool IsOverflow = false);

/// <param name="Id">The door.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsOverflow">Leads to another room than the one whose capacity counts.</param>
public sealed record DoorRow(Guid Id, string Name, bool IsOverflow);

/// <param name="Role">What the device will be.</param>
/// <param name="DoorId">The door it will stand at; needed for steward, desk and kiosk.</param>
public sealed record InviteCommand(DeviceRole Role, Guid? DoorId = null);

/// <param name="Code">Eight characters to type; works once.</param>
/// <param name="Address">What the pairing QR holds.</param>
/// <param name="Role">What the device will be.</param>
/// <param name="Door">The door it will be bound to, if any.</param>
/// <param name="ExpiresAt">Until when the code works.</param>
public sealed record InviteReply(string Code, string Address, DeviceRole Role, string? Door, Instant ExpiresAt);

/// <summary>Doors and devices over HTTP, for the organiser.</summary>
internal static class DevicesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var doors = api.MapAssemblyGroup("/doors");
        doors.MapGet("", async (Guid assemblyId, AssemblyDb db, CancellationToken cancellation) => TypedResults.Ok(
                await db.Doors.Where(d => d.AssemblyId == assemblyId).OrderBy(d => d.Name).Select(d => new DoorRow(d.Id, d.Name, d.IsOverflow)).ToListAsync(cancellation)))
            .WithSummary("Lists the doors.");
        doors.MapPost("", async (Guid assemblyId, DoorCommand command, DoorRegister register, ClaimsPrincipal caller) =>
                Row(await register.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None)))
            .WithSummary("Adds a door.");
        doors.MapPut("/{doorId:guid}", async (Guid assemblyId, Guid doorId, DoorCommand command, DoorRegister register, ClaimsPrincipal caller) =>
                Row(await register.ChangeAsync(caller.Actor(), assemblyId, doorId, command, CancellationToken.None)))
            .WithSummary("Changes a door: its name, and whether it leads to an overflow room.");
        doors.MapDelete("/{doorId:guid}", RemoveAsync).WithSummary("Removes a door that no device was given.");
        api.MapAssemblyGroup("/pairings").MapPost("", InviteAsync).WithSummary("Invites one device; the code works once and for ten minutes.");
        var devices = api.MapAssemblyGroup("/devices");
        devices.MapGet("", async (Guid assemblyId, DevicesOverview overview, CancellationToken cancellation) =>
                TypedResults.Ok(await overview.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the paired devices.");
        devices.MapPost("/{deviceId:guid}/revoke", RevokeAsync).WithSummary("Ends a device's pairing at once and cuts its connections.");
    }

    private static Results<Ok<DoorRow>, NotFound, ProblemHttpResult> Row((Door? Door, Problem? Problem) result) =>
        result.Problem is not null ? Problems.Refuse(result.Problem)
        : result.Door is null ? TypedResults.NotFound()
        : TypedResults.Ok(new DoorRow(result.Door.Id, result.Door.Name, result.Door.IsOverflow));

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid assemblyId, Guid doorId, DoorRegister register, ClaimsPrincipal caller) =>
        await register.RemoveAsync(caller.Actor(), assemblyId, doorId, CancellationToken.None) is { } problem
            ? Problems.Conflict(problem)
            : TypedResults.NoContent();

    private static async Task<Results<Ok<InviteReply>, ProblemHttpResult>> InviteAsync(
        Guid assemblyId, InviteCommand command, DeviceRegister register, PublicAddress address, ClaimsPrincipal caller)
    {
        var (invitation, problem) = await register.InviteAsync(caller.Actor(), assemblyId, command.Role, command.DoorId, CancellationToken.None);
        return problem is not null
            ? Problems.Refuse(problem)
            : TypedResults.Ok(new InviteReply(
                invitation!.Code, address.PairingAddress(invitation.Code), invitation.Role, invitation.Door, invitation.ExpiresAt));
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid assemblyId, Guid deviceId, DeviceRegister register, ClaimsPrincipal caller) =>
        await register.RevokeAsync(caller.Actor(), assemblyId, deviceId, CancellationToken.None) ? TypedResults.NoContent() : TypedResults.NotFound();
}

internal static class PairingAddresses
{
    // Behind "#", so that no server, proxy or log ever sees the code.
    public static string PairingAddress(this PublicAddress address, string code) => $"{address.Base}/app/pair#{code}";
}
