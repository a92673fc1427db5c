using Assemblies.Shell;
using Assemblies.Shell.PublicPages;

namespace Assemblies.Commitments.Publication.Across;

/// <summary>What became of promises over all assemblies, for everybody: office by office, and for one institution (docs/record-pages.md).</summary>
internal static class AcrossPagesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/record").ForEveryone().ExcludeFromDescription().AddEndpointFilter(async (call, next) =>
        {
            PublicHeaders.Set(call.HttpContext.Response);
            return await next(call);
        });
        pages.MapGet("/offices", (AcrossPages pages, HttpContext http) => pages.OfficesAsync(http));
        pages.MapGet("/offices/{office}", (string office, AcrossPages pages, HttpContext http) => pages.OfficeAsync(http, office));
        pages.MapGet("/offices/{office}/feed.atom", (string office, AcrossPages pages, HttpContext http) => pages.OfficeFeedAsync(http, office));
        pages.MapGet("/institutions/{institutionId:guid}", (Guid institutionId, AcrossPages pages, HttpContext http) => pages.InstitutionAsync(http, institutionId));
        pages.MapGet("/institutions/{institutionId:guid}/feed.atom", (Guid institutionId, AcrossPages pages, HttpContext http) =>
            pages.InstitutionFeedAsync(http, institutionId));
    }
}
