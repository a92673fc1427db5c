using System.Security.Claims;
using Assemblies.Agenda.RunningOrder.Spreadsheet;
using Assemblies.Commitments.ReportBack;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>The running order over HTTP, for the organiser.</summary>
internal static class RunningOrderApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        var order = api.MapAssemblyGroup("/running-order");
        order.MapGet("", async (Guid assemblyId, RunningOrderReader reader, CancellationToken cancellation) =>
                TypedResults.Ok(await reader.ReadAsync(assemblyId, cancellation)))
            .WithSummary("Reads the running order with the times at which its items begin and end: as planned, and once the evening has begun as it is lived.");
        MapItems(order);
        order.MapGet("/copy-sources", async (Guid assemblyId, RunningOrderFiller filler, CancellationToken cancellation) =>
                TypedResults.Ok(await filler.SourcesAsync(assemblyId, cancellation)))
            .WithSummary("Lists the assemblies whose running order can be copied.");
        order.MapGet("/commitments", async (Guid assemblyId, AssemblyDb db, CancellationToken cancellation) =>
                TypedResults.Ok(await OldCommitments.ListAsync(db, assemblyId, cancellation)))
            .WithSummary("Lists the commitments of earlier assemblies that an item may report back on: the open ones of who is invited first, the most urgent first.");
        order.MapPost("/template", async (Guid assemblyId, TemplateCommand command, RunningOrderFiller filler, RunningOrderReader reader, ClaimsPrincipal caller) =>
                await FilledAsync(await filler.FromTemplateAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, reader))
            .WithSummary("Puts a template's items into the running order, about the assembly's own asks, power-holders and speakers.");
        order.MapPost("/copy", async (Guid assemblyId, CopyCommand command, RunningOrderFiller filler, RunningOrderReader reader, ClaimsPrincipal caller) =>
                await FilledAsync(await filler.CopyAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, reader))
            .WithSummary("Copies another assembly's running order without its people.");
        order.MapPost("/import", ImportAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ShellFeature.LargestUpload))
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                UploadedFile.Describe(operation);
                return Task.CompletedTask;
            })
            .WithSummary("Imports a running order from CSV, all or nothing.");
        routes.MapGet("/assemblies/{assemblyId:guid}/running-order.csv", DownloadAsync).For(Access.Organiser).ExcludeFromDescription();
    }

    private static void MapItems(RouteGroupBuilder order)
    {
        order.MapPost("", async (Guid assemblyId, AgendaItemCommand command, RunningOrderEditor editor, RunningOrderReader reader, ClaimsPrincipal caller) =>
                await RowAsync(await editor.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None), assemblyId, reader))
            .WithSummary("Adds an item.");
        order.MapPut("/{id:guid}", async (
                Guid assemblyId, Guid id, AgendaItemCommand command, RunningOrderEditor editor, RunningOrderReader reader, ClaimsPrincipal caller) =>
                await RowAsync(await editor.ChangeAsync(caller.Actor(), assemblyId, id, command, CancellationToken.None), assemblyId, reader))
            .WithSummary("Changes an item.");
        order.MapPost("/{id:guid}/move", async (
                Guid assemblyId, Guid id, AgendaItemMove move, RunningOrderEditor editor, RunningOrderReader reader, ClaimsPrincipal caller) =>
            {
                var (itemId, problem) = await editor.MoveAsync(caller.Actor(), assemblyId, id, move, CancellationToken.None);
                return await RowAsync((itemId, problem is null ? [] : [problem]), assemblyId, reader);
            })
            .WithSummary("Moves an item to a position, or one place up or down.");
        order.MapDelete("/{id:guid}", async (Guid assemblyId, Guid id, RunningOrderEditor editor, ClaimsPrincipal caller) =>
                Gone(await editor.RemoveAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Removes an item; once the evening has begun it is skipped.");
        order.MapPost("/{id:guid}/restore", async (Guid assemblyId, Guid id, RunningOrderEditor editor, ClaimsPrincipal caller) =>
                Gone(await editor.RestoreAsync(caller.Actor(), assemblyId, id, CancellationToken.None)))
            .WithSummary("Takes an item back into the evening that was skipped.");
    }

    private static Results<NoContent, NotFound, ProblemHttpResult> Gone((bool IsFound, Problem? Problem) result) => result switch
    {
        (false, _) => TypedResults.NotFound(),
        (_, { } problem) => Problems.Refuse(problem),
        _ => TypedResults.NoContent(),
    };

    private static async Task<Results<Ok<AgendaItemRow>, NotFound, ProblemHttpResult>> RowAsync(
        (Guid? ItemId, IReadOnlyList<Problem> Problems) result, Guid assemblyId, RunningOrderReader reader) => result switch
        {
            ({ } id, _) => TypedResults.Ok((await reader.ReadAsync(assemblyId, CancellationToken.None)).Items.Single(i => i.Id == id)),
            (_, { Count: > 0 } problems) => Problems.Refuse([.. problems]),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<Ok<PlannedEvening>, ProblemHttpResult>> FilledAsync(
        IReadOnlyList<Problem> problems, Guid assemblyId, RunningOrderReader reader) =>
        problems.Count > 0 ? Problems.Refuse([.. problems]) : TypedResults.Ok(await reader.ReadAsync(assemblyId, CancellationToken.None));

    private static async Task<Results<Ok<RunningOrderImportReply>, ProblemHttpResult>> ImportAsync(
        Guid assemblyId, HttpRequest request, RunningOrderImport import, ClaimsPrincipal caller, CancellationToken cancellation,
        [FromQuery] bool dryRun = false, [FromQuery] string? mode = null)
    {
        var (bytes, _) = await UploadedFile.ReadAsync(request, cancellation);
        if (bytes is null)
            return Problems.Refuse(UploadedFile.Missing);
        if (!TryMode(mode, out var chosen))
            return Problems.Refuse(new Problem("mode", "Say append or replace."));
        return await import.RunAsync(caller.Actor(), assemblyId, bytes, chosen, dryRun, CancellationToken.None) switch
        {
            { Reply: { } reply } => TypedResults.Ok(reply),
            { Problems: { Count: > 0 } problems } => Problems.Refuse([.. problems]),
            var refused => UploadedFile.Refuse(refused.Rows),
        };
    }

    /// <summary>The mode of a wire word; none for an empty one. False for a word that is none.</summary>
    internal static bool TryMode(string? word, out FillMode? mode)
    {
        mode = Enum.GetValues<FillMode>().Cast<FillMode?>().FirstOrDefault(m => WireFormat.Word(m!.Value) == word);
        return mode is not null || string.IsNullOrEmpty(word);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid assemblyId, AssemblyDb db, RunningOrderReader reader, HttpContext context)
    {
        if (await db.Assemblies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == assemblyId, context.RequestAborted) is not { } assembly)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var evening = await reader.ReadAsync(assemblyId, context.RequestAborted);
        var linked = await reader.ReadLinkableAsync(assemblyId, context.RequestAborted);
        return TypedResults.File(RunningOrderCsv.Write(evening, linked), "text/csv; charset=utf-8", $"running-order-{assembly.Slug}.csv");
    }
}
