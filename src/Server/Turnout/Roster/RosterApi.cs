using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Assemblies.Turnout.Roster;

/// <summary>The roster over HTTP, the same for a push and a poll (turnout.md, rules 19 and 21).</summary>
internal static class RosterApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var roster = api.MapGroup("/door/roster").For(Access.Door);
        roster.MapGet("", ReadAsync).WithSummary("The whole roster that a door needs to decide without a connection, as the calling device's role may read it.");
        roster.MapGet("/changes", ReadChangesAsync).WithSummary("What changed in the roster after a cursor; 410 when the whole of it has to be fetched anew.");
    }

    private static async Task<Results<Ok<RosterSnapshot>, StatusCodeHttpResult>> ReadAsync(
        RosterReader reader, HttpContext context, ClaimsPrincipal caller, CancellationToken cancellation)
    {
        var (assemblyId, role) = (caller.BoundAssembly()!.Value, caller.DeviceRole());
        var cursor = await reader.CursorAsync(assemblyId, cancellation);
        // Weak: the same roster, whatever the compression.
        var tag = new EntityTagHeaderValue($"\"{cursor}-{WireFormat.Word(role)}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(await reader.ReadAsync(assemblyId, role, cancellation));
    }

    private static async Task<Results<Ok<RosterChanges>, ProblemHttpResult>> ReadChangesAsync(
        RosterReader reader, long after, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await reader.ReadChangesAsync(caller.BoundAssembly()!.Value, caller.DeviceRole(), after, cancellation) is { } changes
            ? TypedResults.Ok(changes)
            : TypedResults.Problem(statusCode: StatusCodes.Status410Gone, title: "Too much has changed.", detail: "Fetch the whole roster anew.");
}
