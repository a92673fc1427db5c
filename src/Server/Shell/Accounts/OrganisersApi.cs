using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Shell.Accounts;

/// <summary>Organisers and their invitations over HTTP.</summary>
internal static class OrganisersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var organisers = api.MapGroup("/organisers").For(Access.Organiser);
        organisers.MapGet("", async (OrganiserRegister register, CancellationToken cancellation) =>
                TypedResults.Ok(await register.ListAsync(cancellation)))
            .WithSummary("Lists who has an account.");
        organisers.MapDelete("/{id:guid}", RemoveAsync)
            .WithSummary("Removes an account with its API tokens and open invitations; never the last one.");
        organisers.MapGet("/invitations", async (InvitationRegister register, CancellationToken cancellation) =>
                TypedResults.Ok(await register.ListAsync(cancellation)))
            .WithSummary("Lists the invitations that still work.");
        organisers.MapPost("/invitations", InviteAsync)
            .WithSummary("Invites an organiser; the reply is the only place that shows the link, which works once, for seven days.");
        organisers.MapDelete("/invitations/{id:guid}", RevokeAsync).WithSummary("Revokes an invitation at once.");
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        Guid id, OrganiserRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await register.RemoveAsync(caller.Actor(), id, cancellation) switch
        {
            (false, _) => TypedResults.NotFound(),
            (_, { } problem) => Problems.Conflict(problem),
            _ => TypedResults.NoContent(),
        };

    private static async Task<Results<Ok<NewInvitation>, ProblemHttpResult>> InviteAsync(
        InviteOrganiserCommand command, InvitationRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await register.InviteAsync(caller.OrganiserId(), command.Email, cancellation) switch
        {
            ({ } invitation, _) => TypedResults.Ok(invitation),
            (_, var problem) => Problems.Refuse(problem!),
        };

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid id, InvitationRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await register.RevokeAsync(caller.Actor(), id, cancellation) ? TypedResults.NoContent() : TypedResults.NotFound();
}
