using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Shell;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assemblies.Testimony;

/// <summary>Testimony files over HTTP, for the organiser.</summary>
internal static class TestimonyApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var speakers = api.MapAssemblyGroup("/speakers");
        speakers.MapGet("", async (Guid assemblyId, SpeakerList list, CancellationToken cancellation) =>
                TypedResults.Ok(await list.ListAsync(assemblyId, cancellation)))
            .WithSummary("Lists the testimony files.");
        speakers.MapPost("", async (Guid assemblyId, SpeakerCommand command, SpeakerFiles files, SpeakerList list, ClaimsPrincipal caller) =>
                await RowAsync(await files.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, list))
            .WithSummary("Adds a speaker, who agrees to nothing yet.");
        speakers.MapPut("/{id:guid}", async (Guid assemblyId, Guid id, SpeakerCommand command, SpeakerFiles files, SpeakerList list, ClaimsPrincipal caller) =>
                await RowAsync(await files.ChangeAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None), assemblyId, list))
            .WithSummary("Changes a testimony file.");
        speakers.MapDelete("/{id:guid}", async (Guid assemblyId, Guid id, SpeakerFiles files, ClaimsPrincipal caller) =>
                Done(await files.RemoveAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Removes a speaker with the whole file.");
        MapConsents(speakers);
        MapTimings(speakers);
        MapEvening(speakers);
    }

    private static void MapConsents(RouteGroupBuilder speakers)
    {
        speakers.MapPut("/{id:guid}/consents", async (Guid assemblyId, Guid id, ConsentCommand command, ConsentBook book, ClaimsPrincipal caller) =>
                Done(await book.SetAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None)))
            .WithSummary("Notes all channels a speaker agrees to be named on; one that is left out is withdrawn.");
        speakers.MapPost("/{id:guid}/withdraw-consent", WithdrawAsync)
            .WithSummary("Takes a speaker's name down at once: everywhere, or on one channel.");
        speakers.MapGet("/shown/{channel}", async Task<Results<Ok<IReadOnlyList<ShownSpeaker>>, NotFound>> (
                Guid assemblyId, string channel, SpeakerList list, CancellationToken cancellation) =>
                Channel(channel) is { } known ? TypedResults.Ok(await list.ShownAsync(assemblyId, known, cancellation)) : TypedResults.NotFound())
            .WithSummary("Lists the speakers as one channel may show them: without consent the institution, never the name.");
    }

    private static void MapTimings(RouteGroupBuilder speakers)
    {
        speakers.MapPost("/{id:guid}/timings", async (Guid assemblyId, Guid id, TimingCommand command, SpeakerFiles files, ClaimsPrincipal caller) =>
                Done(await files.TimeAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None)))
            .WithSummary("Notes how long a testimony took in a rehearsal.");
        speakers.MapDelete("/{id:guid}/timings/{timingId:guid}", async (Guid assemblyId, Guid id, Guid timingId, SpeakerFiles files, ClaimsPrincipal caller) =>
                Done(await files.RemoveTimingAsync(caller.Actor(), assemblyId, id, timingId, CancellationToken.None)))
            .WithSummary("Removes a rehearsed timing.");
    }

    private static void MapEvening(RouteGroupBuilder speakers)
    {
        speakers.MapGet("/ready", async (Guid assemblyId, AssemblyDb db, CancellationToken cancellation) => TypedResults.Ok(
                await SpeakersReady.ReadAsync(db, assemblyId, await TaggedArrivals.ReadAsync(db, assemblyId, cancellation), cancellation)))
            .WithSummary("Reads who is expected, arrived, briefed, miked or missing, and who speaks when.");
        speakers.MapPost("/schedule", async (Guid assemblyId, ScheduleCommand command, ScheduleBook book, ClaimsPrincipal caller) =>
                FloorApi.Reply(await book.ScheduleAsync(caller.Actor(), assemblyId, command, CancellationToken.None)))
            .WithSummary("Changes who speaks in which testimony item, and in which order.");
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> WithdrawAsync(
        Guid assemblyId, Guid id, ConsentBook book, ClaimsPrincipal caller, [FromQuery] string? channel = null)
    {
        if (channel is not null && Channel(channel) is null)
            return Problems.Refuse(new Problem("channel", $"Name one of: {string.Join(", ", Enum.GetValues<ConsentChannel>().Select(WireFormat.Word))}."));
        IReadOnlyList<ConsentChannel>? channels = channel is null ? null : [Channel(channel)!.Value];
        return await book.WithdrawAsync(caller.Actor(), assemblyId, id, channels, CancellationToken.None) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static ConsentChannel? Channel(string word) =>
        Enum.GetValues<ConsentChannel>().Cast<ConsentChannel?>().FirstOrDefault(c => WireFormat.Word(c!.Value) == word);

    private static async Task<Results<Ok<SpeakerRow>, NotFound, ProblemHttpResult>> RowAsync(
        (Guid? SpeakerId, IReadOnlyList<Problem> Problems) result, Guid assemblyId, SpeakerList list) => result switch
        {
            ({ } id, _) => TypedResults.Ok((await list.ListAsync(assemblyId, CancellationToken.None)).Single(s => s.Id == id)),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };

    private static Results<NoContent, NotFound> Done(bool found) => found ? TypedResults.NoContent() : TypedResults.NotFound();

    private static Results<NoContent, NotFound, ProblemHttpResult> Done((bool Found, IReadOnlyList<Problem> Problems) result) => result switch
    {
        (false, _) => TypedResults.NotFound(),
        (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
        _ => TypedResults.NoContent(),
    };
}
