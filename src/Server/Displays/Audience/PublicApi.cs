using System.Text;
using Assemblies.Live;
using Assemblies.Shell;
using Assemblies.Shell.PublicPages;
using Assemblies.Turnout.Supervision;
using NodaTime;

namespace Assemblies.Displays.Audience;

/// <summary>The public page at <c>/a/{slug}</c> and its stream. Nobody signs in.</summary>
internal static class PublicApi
{
    // How long devices have been silent changes by itself, and leaves no row in the journal.
    private static readonly Duration SilenceIsNews = Duration.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{slug}", PageAsync).ForEveryone().ExcludeFromDescription();
        routes.MapGet("/a/{slug}/live", StreamAsync).ForEveryone().WithSummary("What changes on the public page, as Server-Sent Events.");
    }

    private static async Task<IResult> PageAsync(string slug, Broadcaster broadcaster, PublicDocuments documents, HtmlDocuments html, Fleet fleet, HttpContext http)
    {
        PublicHeaders.Set(http.Response);
        return await broadcaster.FindAssemblyAsync(slug, http.RequestAborted) is { } id
            ? await documents.SendAsync(http, new PublicDocument(id, "live", PublicDocument.Html, PublicChannel.ShownParts, async (present, cancellation) =>
                Encoding.UTF8.GetBytes(await html.RenderAsync<PublicPage>(("View", await PublicView.ReadAsync(present, fleet, id, cancellation))))) { Fresh = SilenceIsNews })
            : await documents.NothingAsync();
    }

    private static async Task<IResult> StreamAsync(string slug, Broadcaster broadcaster, IHostApplicationLifetime life, HttpContext context)
    {
        if (await broadcaster.FindAssemblyAsync(slug, context.RequestAborted) is not { } id)
            return TypedResults.NotFound();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        await EventStream.WriteAsync(context.Response, broadcaster.WatchAsync(broadcaster.Find(PublicChannel.ChannelName)!, id, stop.Token), stop.Token);
        return TypedResults.Empty;
    }
}
