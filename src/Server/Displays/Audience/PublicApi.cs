using System.Text;
using Assemblies.Data;
using Assemblies.Live;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays.Audience;

/// <summary>The public page at <c>/a/{slug}</c> and its stream. Nobody signs in.</summary>
internal static class PublicApi
{
    private const string Html = "text/html; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{slug}", PageAsync).ForEveryone().ExcludeFromDescription();
        routes.MapGet("/a/{slug}/live", StreamAsync).ForEveryone().WithSummary("What changes on the public page, as Server-Sent Events.");
    }

    private static async Task<IResult> PageAsync(string slug, PublicPages pages, HtmlDocuments html, HttpContext context)
    {
        PublicHeaders.Set(context.Response);
        if (await pages.FindAsync(slug, context.RequestAborted) is not { } page)
            return TypedResults.Text(await html.RenderAsync<NoSuchPage>(), Html, Encoding.UTF8, StatusCodes.Status404NotFound);
        // Short, so that a CDN takes the rush and nobody sees an answer late.
        context.Response.Headers.CacheControl = "public, max-age=1";
        return TypedResults.Bytes(page.Html, Html, entityTag: page.ETag);
    }

    private static async Task<IResult> StreamAsync(
        string slug, AssemblyDb db, Broadcaster broadcaster, IHostApplicationLifetime life, HttpContext context)
    {
        var assemblyId = await db.Assemblies.Where(a => a.Slug == slug).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(context.RequestAborted);
        if (assemblyId is not { } id)
            return TypedResults.NotFound();
        // Thousands of streams stay open for hours: none may hold a database connection.
        await db.DisposeAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        await EventStream.WriteAsync(context.Response, broadcaster.WatchAsync(broadcaster.Find(PublicChannel.ChannelName)!, id, stop.Token), stop.Token);
        return TypedResults.Empty;
    }
}
