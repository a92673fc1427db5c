using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;

namespace Assemblies.Turnout.Supervision;

/// <summary>The board over HTTP, for programs; tablets watch the channel.</summary>
internal static class BoardApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/door/board",
            async (ClaimsPrincipal caller, SupervisorBoard board, AssemblyDb db, CancellationToken cancellation) =>
                TypedResults.Ok(await board.ReadAsync(db, caller.BoundAssembly()!.Value, cancellation)))
        .For(Access.Supervisor).WithSummary("Shows the supervisor's board: doors, devices, institutions against their pledges.");
}
