using System.Security.Claims;
using System.Text;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Shell.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Commitments.Calendar;

/// <summary>Calendar links for the organiser, and the calendar for whoever has one.</summary>
internal static class CalendarApi
{
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        var link = api.MapGroup("/calendar-link").For(Access.Organiser);
        link.MapGet("", FindAsync).WithSummary("Says whether the caller has a calendar link that works.");
        link.MapPost("", async (CalendarLinkCommand command, CalendarRegister register, ClaimsPrincipal caller) =>
                TypedResults.Ok(await register.IssueAsync(caller.Actor(), caller.OrganiserId(), command, CancellationToken.None)))
            .WithSummary("Issues a calendar link; the caller's one before it stops working. The address is shown this once.");
        link.MapDelete("", RevokeAsync).WithSummary("Takes the caller's calendar link back.");
        routes.MapGet("/calendar/{token}.ics", ReadAsync).ForEveryone()
            .WithSummary("The days of open commitments as a calendar (RFC 5545), for whoever has the private address.");
    }

    private static async Task<Results<Ok<CalendarLinkStatus>, NotFound>> FindAsync(CalendarRegister register, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await register.StatusAsync(caller.OrganiserId(), cancellation) is { } status ? TypedResults.Ok(status) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(CalendarRegister register, ClaimsPrincipal caller) =>
        await register.RevokeAsync(caller.Actor(), caller.OrganiserId(), CancellationToken.None) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<ContentHttpResult, NotFound>> ReadAsync(
        string token, CalendarRegister register, CalendarFeed feed, HttpContext http)
    {
        // The address is the key: no cache and no search engine may keep it.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        // The same for a revoked link and for an invented one: whoever tries addresses learns nothing.
        return await register.FindAsync(token, http.RequestAborted) is { } link
            ? TypedResults.Text(await feed.WriteAsync(link, http.RequestAborted), "text/calendar", Encoding.UTF8)
            : TypedResults.NotFound();
    }
}
