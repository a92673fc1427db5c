using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Institutions;

/// <summary>The institutions of the alliance over HTTP.</summary>
internal static class InstitutionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var institutions = api.MapGroup("/institutions").For(Access.Organiser);
        institutions.MapGet("", async (InstitutionRegister register, CancellationToken cancellation, string? search = null, string? chapter = null) =>
                TypedResults.Ok(await register.ListAsync(search, chapter, cancellation)))
            .WithSummary("Lists institutions; search looks for words in the name.");
        institutions.MapGet("/{id:guid}", FindAsync).WithSummary("Reads an institution.");
        institutions.MapPost("", async (InstitutionCommand command, InstitutionRegister register, ClaimsPrincipal caller) =>
                Reply(await register.EnterAsync(caller.Actor(), command, CancellationToken.None)))
            .WithSummary("Enters an institution. 409 with the similar ones until isAnother says that it is none of them.");
        institutions.MapPut("/{id:guid}", async (Guid id, InstitutionCommand command, InstitutionRegister register, ClaimsPrincipal caller) =>
                Reply(await register.ChangeAsync(caller.Actor(), id, command, CancellationToken.None)))
            .WithSummary("Changes an institution.");
    }

    /// <summary>409: a name is like others, and the caller has to say whether it is one of them.</summary>
    public static ProblemHttpResult Ask(params NameQuestion[] questions) => TypedResults.Problem(
        detail: "Names are like others that are entered already: say for each whether it is one of them.",
        statusCode: StatusCodes.Status409Conflict,
        title: "Nothing was changed.",
        extensions: new Dictionary<string, object?> { ["questions"] = questions });

    private static async Task<Results<Ok<InstitutionDetails>, NotFound>> FindAsync(
        Guid id, InstitutionRegister register, CancellationToken cancellation) =>
        await register.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private static Results<Ok<InstitutionDetails>, NotFound, ProblemHttpResult> Reply(
        (InstitutionDetails? Institution, IReadOnlyList<Problem> Problems, NameQuestion? Question) result) => result switch
        {
            ({ } institution, _, _) => TypedResults.Ok(institution),
            (_, { Count: > 0 } problems, _) => Problems.Refuse([.. problems]),
            (_, _, { } question) => Ask(question),
            _ => TypedResults.NotFound(),
        };
}
