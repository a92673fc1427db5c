using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Record.Keys;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Record.Log;

/// <summary>The key of the public record over HTTP, for the organisers.</summary>
internal static class RecordLogApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var record = api.MapAssemblyGroup("/public-record");
        record.MapGet("", async (Guid assemblyId, RecordDesk desk, CancellationToken cancellation) =>
                TypedResults.Ok(await desk.StatusAsync(assemblyId, cancellation)))
            .WithSummary("Where the public record is, and where its key.");
        record.MapPost("/key", async (Guid assemblyId, RecordPassphraseCommand command, RecordDesk desk, ClaimsPrincipal caller) =>
                await ReplyAsync(await desk.MakeKeyAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, desk))
            .WithSummary("Makes the key of the public record, encrypted under a passphrase.");
        record.MapPost("/unlock", async (Guid assemblyId, RecordPassphraseCommand command, RecordDesk desk, ClaimsPrincipal caller) =>
                await ReplyAsync(await desk.UnlockAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, desk))
            .WithSummary("Unlocks the key of the public record for as long as the server runs.");
        record.MapPost("/rotate", async (Guid assemblyId, RotateKeyCommand command, KeyHandover handover, RecordDesk desk, ClaimsPrincipal caller) =>
                await ReplyAsync(await handover.RotateAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, desk))
            .WithSummary("Hands the public record over to another key; both keys sign.");
        record.MapPost("/succeed", async (Guid assemblyId, SucceedRecordCommand command, KeyHandover handover, RecordDesk desk, ClaimsPrincipal caller) =>
                await ReplyAsync(await handover.SucceedAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, desk))
            .WithSummary("Ends the public record whose key is lost, and begins one that succeeds it.");
        record.MapPost("/close", async (Guid assemblyId, CloseRecordCommand command, RecordClosing closing, RecordDesk desk, ClaimsPrincipal caller) =>
                await closing.CloseAsync(caller.Actor(), assemblyId, command, CancellationToken.None) is { Count: > 0 } problems
                    ? (Results<Ok<RecordStatus>, ProblemHttpResult>)Problems.Conflict([.. problems])
                    : TypedResults.Ok(await desk.StatusAsync(assemblyId, CancellationToken.None)))
            .WithSummary("Closes the session in the public record: every published ask has an answer of everybody it was put to.");
    }

    private static Task<Results<Ok<RecordStatus>, ProblemHttpResult>> ReplyAsync(Problem? problem, Guid assemblyId, RecordDesk desk) =>
        ReplyAsync(problem is null ? [] : [problem], assemblyId, desk);

    private static async Task<Results<Ok<RecordStatus>, ProblemHttpResult>> ReplyAsync(IReadOnlyList<Problem> problems, Guid assemblyId, RecordDesk desk) => problems switch
    {
        [] => TypedResults.Ok(await desk.StatusAsync(assemblyId, CancellationToken.None)),
        [{ Field: "" }, ..] => Problems.Conflict([.. problems]),
        _ => Problems.Refuse([.. problems]),
    };
}
