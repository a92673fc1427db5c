using Assemblies.Commitments.Publication;
using Assemblies.Commitments.Publication.Pages;
using Assemblies.Record.Publication.Pages;
using Assemblies.Shell;
using Assemblies.Shell.PublicPages;
using Assemblies.Wire.Publishing;

namespace Assemblies.Record.Publication;

/// <summary>The record as pages and files for everybody, under its permanent address <c>/record/{slug}</c> (docs/record-pages.md).</summary>
internal static class RecordPagesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/record").ForEveryone().ExcludeFromDescription().AddEndpointFilter(async (call, next) =>
        {
            PublicHeaders.Set(call.HttpContext.Response);
            return await next(call);
        }).AddEndpointFilter(RefuseInventedAsync);
        pages.MapGet("", (RecordPages pages, HttpContext http) => pages.ArchiveAsync(http));
        pages.MapGet("/{slug}", (string slug, RecordPages pages, HttpContext http) => pages.PageAsync<RecordHome>(http, slug));
        pages.MapGet("/{slug}/corrections", (string slug, RecordPages pages, HttpContext http) => pages.PageAsync<CorrectionsList>(http, slug));
        pages.MapGet("/{slug}/press", (string slug, RecordPages pages, HttpContext http) => pages.PageAsync<PressSheet>(http, slug));
        pages.MapGet("/{slug}/follow-up", (string slug, RecordPages pages, HttpContext http) => pages.FollowUpAsync<FollowUpBoard>(http, slug));
        pages.MapGet("/{slug}/follow-up.atom", (string slug, RecordPages pages, HttpContext http) =>
            pages.FollowUpFileAsync(http, slug, $"{AtomFeed.MediaType}; charset=utf-8", followUp => FollowUpNews.Feed(followUp).Write()));
        pages.MapGet("/{slug}/follow-up.ics", (string slug, RecordPages pages, HttpContext http) => pages.FollowUpFileAsync(http, slug, FollowUpCalendar.MediaType, FollowUpCalendar.Write));
        pages.MapGet("/{slug}/follow-up.csv", (string slug, RecordPages pages, HttpContext http) => pages.FollowUpFileAsync(http, slug, "text/csv; charset=utf-8", FollowUpTable.Write));
        pages.MapGet("/{slug}/follow-up.json", (string slug, RecordPages pages, HttpContext http) => pages.FollowUpFileAsync(http, slug, "application/json", FollowUpDocument.Write));
        pages.MapGet("/{slug}/asks/{askId:guid}", (string slug, Guid askId, RecordPages pages, HttpContext http) =>
            pages.AskAsync<AskPermalink>(http, slug, askId, signed: true));
        pages.MapGet("/{slug}/asks/{askId:guid}/{powerHolderId:guid}", (string slug, Guid askId, Guid powerHolderId, RecordPages pages, HttpContext http) =>
            pages.AnswerAsync<AnswerPermalink>(http, slug, askId, powerHolderId));
        pages.MapGet("/{slug}/answers.csv", (string slug, RecordPages pages, HttpContext http) => pages.FileAsync(http, slug, "text/csv; charset=utf-8", RecordTable.Write));
        pages.MapGet("/{slug}/record.json", (string slug, RecordPages pages, HttpContext http) => pages.FileAsync(http, slug, "application/json", RecordPages.Json));
        pages.MapGet("/{slug}/feed.atom", (string slug, RecordPages pages, HttpContext http) =>
            pages.FileAsync(http, slug, $"{AtomFeed.MediaType}; charset=utf-8", record => RecordNews.Feed(record).Write()));
        MapFrames(routes.MapGroup("/record/{slug}").ForEveryone().ExcludeFromDescription());
    }

    private static void MapFrames(RouteGroupBuilder frames)
    {
        frames.AddEndpointFilter(async (call, next) =>
        {
            PublicHeaders.SetForFrames(call.HttpContext.Response);
            return await next(call);
        }).AddEndpointFilter(RefuseInventedAsync);
        frames.MapGet("/embed", (string slug, RecordPages pages, HttpContext http) => pages.PageAsync<EmbeddedRecord>(http, slug));
        frames.MapGet("/follow-up/embed", (string slug, RecordPages pages, HttpContext http) => pages.FollowUpAsync<EmbeddedFollowUp>(http, slug));
        frames.MapGet("/asks/{askId:guid}/{powerHolderId:guid}/embed", (string slug, Guid askId, Guid powerHolderId, RecordPages pages, HttpContext http) =>
            pages.CommitmentAsync<EmbeddedCommitment>(http, slug, askId, powerHolderId));
        frames.MapGet("/asks/{askId:guid}/embed", (string slug, Guid askId, RecordPages pages, HttpContext http) =>
            pages.AskAsync<EmbeddedAsk>(http, slug, askId, signed: false));
    }

    // Anybody can make up ids without end: none of them may cost a reading of the whole record.
    private static async ValueTask<object?> RefuseInventedAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (http, pages) = (call.HttpContext, call.HttpContext.RequestServices.GetRequiredService<RecordPages>());
        return IdOf(http, "askId") is { } askId && await pages.IsInventedAsync((string)http.Request.RouteValues["slug"]!, askId, IdOf(http, "powerHolderId"), http.RequestAborted)
            ? await pages.NothingAsync()
            : await next(call);
    }

    private static Guid? IdOf(HttpContext http, string name) => Guid.TryParse(http.Request.RouteValues[name] as string, out var id) ? id : null;
}
