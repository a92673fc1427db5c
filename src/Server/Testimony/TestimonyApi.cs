using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Testimony;

/// <summary>Speakers over HTTP, for the organiser.</summary>
internal static class TestimonyApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var speakers = api.MapAssemblyGroup("/speakers");
        speakers.MapGet("", async (Guid assemblyId, SpeakerList list, CancellationToken cancellation) =>
                TypedResults.Ok(await list.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the speakers.");
        speakers.MapPost("", async (Guid assemblyId, SpeakerCommand command, SpeakerList list, ClaimsPrincipal caller) =>
                await RowAsync(await list.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, list))
            .WithSummary("Adds a speaker.");
        speakers.MapPut("/{id:guid}", async (Guid assemblyId, Guid id, SpeakerCommand command, SpeakerList list, ClaimsPrincipal caller) =>
                await RowAsync(await list.ChangeAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None), assemblyId, list))
            .WithSummary("Changes a speaker.");
        speakers.MapPost("/{id:guid}/withdraw-consent", async (Guid assemblyId, Guid id, SpeakerList list, ClaimsPrincipal caller) =>
                Done(await list.WithdrawConsentAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Takes a speaker's name off every screen at once.");
        speakers.MapDelete("/{id:guid}", async (Guid assemblyId, Guid id, SpeakerList list, ClaimsPrincipal caller) =>
                Done(await list.RemoveAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Removes a speaker.");
    }

    private static async Task<Results<Ok<SpeakerRow>, NotFound, ProblemHttpResult>> RowAsync(
        (Guid? SpeakerId, IReadOnlyList<Problem> Problems) result, Guid assemblyId, SpeakerList list) => result switch
        {
            ({ } id, _) => TypedResults.Ok((await list.ListAsync(assemblyId, CancellationToken.None)).Single(s => s.Id == id)),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };

    private static Results<NoContent, NotFound> Done(bool found) => found ? TypedResults.NoContent() : TypedResults.NotFound();
}
