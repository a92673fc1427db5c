using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Shell.Accounts;

/// <summary>Makes an API token.</summary>
/// <param name="Name">What it is for.</param>
public sealed record MakeTokenCommand(string Name);

/// <summary>API tokens over HTTP.</summary>
internal static class TokensApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").For(Access.Organiser);
        tokens.MapGet("", async (TokenRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
                TypedResults.Ok(await register.ListAsync(caller.OrganiserId(), cancellation)))
            .WithSummary("Lists the caller's API tokens.");
        tokens.MapPost("", MakeAsync).WithSummary("Makes an API token; the reply is the only place that shows it.");
        tokens.MapDelete("/{id:guid}", RevokeAsync).WithSummary("Revokes an API token at once.");
    }

    private static async Task<Results<Ok<NewToken>, ProblemHttpResult>> MakeAsync(
        MakeTokenCommand command, TokenRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await register.MakeAsync(caller.Actor(), caller.OrganiserId(), command.Name, cancellation) switch
        {
            ({ } token, _) => TypedResults.Ok(token),
            (_, var problem) => Problems.Refuse(problem!),
        };

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid id, TokenRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await register.RevokeAsync(caller.Actor(), caller.OrganiserId(), id, cancellation) ? TypedResults.NoContent() : TypedResults.NotFound();
}
