using System.Security.Claims;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Evaluation.Notes;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Evaluation;

/// <summary>The evaluation over HTTP, for organisers alone.</summary>
internal static class EvaluationApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        var evaluation = api.MapAssemblyGroup("/evaluation");
        evaluation.MapGet("", async (Guid assemblyId, AssemblyDb db, ReviewReader reader, CancellationToken cancellation) =>
                TypedResults.Ok(await reader.ReadAsync(await AssemblyAsync(db, assemblyId, cancellation), cancellation)))
            .WithSummary("Looks back on an assembly: turnout beside pledge, size and history, doors, time, answers, what to talk about, notes.");
        evaluation.MapPost("/notes", AddAsync).WithSummary("Writes a note of the leaders' evaluation.");
        evaluation.MapPut("/notes/{noteId:guid}", ChangeAsync).WithSummary("Writes the next version of a note; the versions before it are kept.");
        evaluation.MapGet("/notes/{noteId:guid}", HistoryAsync).WithSummary("Reads all versions of a note, the latest first.");
        routes.MapGet("/assemblies/{assemblyId:guid}/evaluation.csv", DownloadAsync).For(Access.Organiser).ExcludeFromDescription();
    }

    private static Task<AccountabilityAssembly> AssemblyAsync(AssemblyDb db, Guid id, CancellationToken cancellation) =>
        db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == id, cancellation);

    private static async Task<Results<Ok<EvaluationNoteRow>, ProblemHttpResult>> AddAsync(
        Guid assemblyId, EvaluationNoteCommand command, AssemblyDb db, EvaluationNotes notes, ClaimsPrincipal caller) =>
        await notes.AddAsync(caller.Actor(), await AssemblyAsync(db, assemblyId, CancellationToken.None), command, CancellationToken.None) switch
        {
            ({ } note, _) => TypedResults.Ok(note),
            (_, var problems) => Problems.Refuse([.. problems]),
        };

    private static async Task<Results<Ok<EvaluationNoteRow>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid assemblyId, Guid noteId, EvaluationNoteCommand command, AssemblyDb db, EvaluationNotes notes, ClaimsPrincipal caller) =>
        await notes.ChangeAsync(caller.Actor(), await AssemblyAsync(db, assemblyId, CancellationToken.None), noteId, command, CancellationToken.None) switch
        {
            ({ } note, _) => TypedResults.Ok(note),
            (_, [{ Field: "" } stale]) => Problems.Conflict(stale),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<Ok<IReadOnlyList<EvaluationNoteRow>>, NotFound>> HistoryAsync(
        Guid assemblyId, Guid noteId, EvaluationNotes notes, CancellationToken cancellation) =>
        await notes.HistoryAsync(assemblyId, noteId, cancellation) is { Count: > 0 } versions ? TypedResults.Ok(versions) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(Guid assemblyId, AssemblyDb db, ReviewReader reader, HttpContext context)
    {
        if (await db.Assemblies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == assemblyId, context.RequestAborted) is not { } assembly)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var review = await reader.ReadAsync(assembly, context.RequestAborted);
        return TypedResults.File(EvaluationCsv.Write(review), "text/csv; charset=utf-8", $"evaluation-{assembly.Slug}.csv");
    }
}
