using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Turnout.Captain;

/// <summary>Captains' links over HTTP, for the organiser.</summary>
internal static class CaptainApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var link = api.MapAssemblyGroup("/institutions/{institutionId:guid}/captain-link");
        link.MapGet("", FindAsync).WithSummary("Says whether the institution's captain has a link that works, and when it was last used.");
        link.MapPost("", IssueAsync).WithSummary("Issues a captain's link; the one before it stops working. The address is shown this once.");
        link.MapDelete("", RevokeAsync).WithSummary("Takes the captain's link back.");
    }

    private static async Task<Results<Ok<CaptainLinkStatus>, NotFound>> FindAsync(
        Guid assemblyId, Guid institutionId, CaptainRegister register, CancellationToken cancellation) =>
        await register.StatusAsync(assemblyId, institutionId, cancellation) is { } status ? TypedResults.Ok(status) : TypedResults.NotFound();

    private static async Task<Results<Ok<CaptainLinkReply>, NotFound>> IssueAsync(
        Guid assemblyId, Guid institutionId, CaptainRegister register, ClaimsPrincipal caller) =>
        await register.IssueAsync(caller.Actor(), assemblyId, institutionId, CancellationToken.None) is { } reply ? TypedResults.Ok(reply) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid assemblyId, Guid institutionId, CaptainRegister register, ClaimsPrincipal caller) =>
        await register.RevokeAsync(caller.Actor(), assemblyId, institutionId, CancellationToken.None) ? TypedResults.NoContent() : TypedResults.NotFound();
}
