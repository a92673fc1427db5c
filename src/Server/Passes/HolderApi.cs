using System.Text;
using Assemblies.Shell.PublicPages;
using Assemblies.Shell;

namespace Assemblies.Passes;

/// <summary>The holder's page at <c>/p/{token}</c>: what a phone's own camera opens from a pass.</summary>
internal static class HolderApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/p/{token}", PageAsync).ForEveryone().ExcludeFromDescription();

    private static async Task<IResult> PageAsync(string token, PassReader reader, HtmlDocuments html, HttpContext context)
    {
        var pass = await reader.FindAsync(token, context.RequestAborted);
        PublicHeaders.Set(context.Response);
        // The address is the pass: no cache, no search engine and no other site may keep it.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return TypedResults.Text(
            await html.RenderAsync<HolderPage>(("Pass", pass)), "text/html", Encoding.UTF8,
            pass is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}
