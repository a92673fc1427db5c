using System.Security.Claims;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Assemblies.Devices;

/// <summary>What a phone, tablet or screen calls: to become a device, and to learn which one it is.</summary>
internal static class PairingApi
{
    private static readonly Duration HandsInWithin = Duration.FromDays(90);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/devices/pair", PairAsync).ForEveryone().WithSummary("Uses a pairing code up; browsers keep the token in a cookie.");
        api.MapGet("/devices/me", async (ClaimsPrincipal caller, DeviceRegister register, CancellationToken cancellation) =>
                TypedResults.Ok(await register.IdentifyAsync(caller.DeviceId()!.Value, cancellation)))
            .For(Access.AnyDevice).WithSummary("Says which device the caller is.");
    }

    private static async Task<Results<Ok<PairReply>, ProblemHttpResult>> PairAsync(
        PairCommand command, DeviceRegister register, WrongCodes wrong, HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (wrong.Exhausted(address))
        {
            context.Response.Headers.RetryAfter = "60";
            return TypedResults.Problem("Too many wrong codes came from this network. Wait a minute.", statusCode: StatusCodes.Status429TooManyRequests);
        }
        var (reply, problem) = await register.PairAsync(command, CancellationToken.None);
        if (problem is { Field: "code" })
            wrong.Count(address);
        if (problem is not null)
            return Problems.Refuse(problem);
        context.Response.Cookies.Append(DeviceAuthentication.CookieOf(reply!.Device.Role), reply.Token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            // Longer than the pairing: a phone that is opened weeks later hands in what it still holds and wipes itself.
            Expires = (reply.Device.ExpiresAt + HandsInWithin).ToDateTimeOffset(),
            IsEssential = true,
        });
        return TypedResults.Ok(reply);
    }
}
