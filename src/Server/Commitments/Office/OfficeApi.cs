using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Office;

/// <summary>Offices' links and words over HTTP, for the organisers. Offices themselves use their page.</summary>
internal static class OfficeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var link = api.MapAssemblyGroup("/power-holders/{powerHolderId:guid}/office-link");
        link.MapGet("", FindAsync).WithSummary("Says whether the office has a link that works, and until when.");
        link.MapPost("", IssueAsync).WithSummary("Issues an office's link; the one before it stops working. The address is shown this once.");
        link.MapDelete("", RevokeAsync).WithSummary("Takes an office's link back.");
        var words = api.MapAssemblyGroup("/office-words");
        words.MapGet("", async (Guid assemblyId, OfficeDesk desk, CancellationToken cancellation) => TypedResults.Ok(await desk.SentAsync(assemblyId, null, cancellation)))
            .WithSummary("Lists what offices sent by their links, the latest first.");
        words.MapPost("/{wordId:guid}/publish", PublishAsync).WithSummary("Publishes what an office sent while the record could not take it.");
    }

    private static async Task<Results<Ok<OfficeLinkStatus>, NotFound>> FindAsync(
        Guid assemblyId, Guid powerHolderId, AssemblyDb db, OfficeRegister register, CancellationToken cancellation) =>
        await db.PowerHolders.AnyAsync(p => p.Id == powerHolderId && p.AssemblyId == assemblyId, cancellation)
        && await register.StatusAsync(powerHolderId, cancellation) is { } status ? TypedResults.Ok(status) : TypedResults.NotFound();

    private static async Task<Results<Ok<OfficeLinkReply>, NotFound, ProblemHttpResult>> IssueAsync(
        Guid assemblyId, Guid powerHolderId, OfficeLinkCommand command, OfficeRegister register, ClaimsPrincipal caller) =>
        await register.IssueAsync(caller.Actor(), assemblyId, powerHolderId, command, CancellationToken.None) switch
        {
            ({ } link, _) => TypedResults.Ok(link),
            (_, { Field: "" } problem) => Problems.Conflict(problem),
            (_, { } problem) => Problems.Refuse(problem),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(Guid assemblyId, Guid powerHolderId, OfficeRegister register, ClaimsPrincipal caller) =>
        await register.RevokeAsync(caller.Actor(), assemblyId, powerHolderId, CancellationToken.None) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> PublishAsync(Guid assemblyId, Guid wordId, AssemblyDb db, OfficePublisher publisher)
    {
        if (!await db.OfficeWords.AnyAsync(w => w.Id == wordId && w.AssemblyId == assemblyId))
            return TypedResults.NotFound();
        return await publisher.PublishAsync(wordId, CancellationToken.None) is { Count: > 0 } problems ? Problems.Conflict([.. problems]) : TypedResults.NoContent();
    }
}
