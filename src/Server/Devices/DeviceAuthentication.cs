using System.Security.Claims;
using System.Text.Encodings.Web;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Assemblies.Devices;

/// <summary>Recognises a paired device: by bearer token, or by the cookie of the role it names.</summary>
/// <remarks>
/// A browser keeps one cookie for each role, so that one laptop can rehearse chair and scribe at once. It names the role in the
/// <c>Device-Role</c> header (HTTP) or the <c>role</c> parameter (hubs). The header cannot be sent across origins without
/// permission, and the cookie is SameSite=Strict: another site can use neither.
/// </remarks>
internal sealed class DeviceAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<AssemblyDb> databases, IClock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "device";
    public const string TokenPrefix = "dev_";
    public const string RoleHeader = "Device-Role";

    /// <summary>Where a device hands in its queue whose pairing was revoked or ran out; it may only write there.</summary>
    public const string DrainPath = "/api/scans/drain";

    public static string CookieOf(DeviceRole role) => $"device_{WireFormat.Word(role)}";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
            return AuthenticateResult.NoResult();
        var hash = Secrets.Hash(token);
        var now = clock.GetCurrentInstant();
        // Not the request's own context: the request of a hub lasts the whole evening, and every screen would keep one.
        await using var db = await databases.CreateDbContextAsync(Context.RequestAborted);
        var device = await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.TokenHash == hash, Context.RequestAborted);
        // A device whose pairing was revoked or ran out may do one thing more: hand in what it still holds (turnout.md, rule 30).
        if (device is null || (device.HasEnded(now) && Request.Path != DrainPath))
            return AuthenticateResult.Fail("The device is not paired, or its pairing was revoked or ran out.");
        Context.RequestServices.GetRequiredService<DeviceConnections>().Hear(device.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(DeviceClaims.Of(device, now), SchemeName));
    }

    private string? Token()
    {
        if (BearerTokens.Read(Request) is { } bearer)
            return bearer;
        var role = Request.Headers[RoleHeader].FirstOrDefault();
        if (role is null && Request.Path.StartsWithSegments("/live"))
            role = Request.Query["role"].FirstOrDefault();
        return role is null ? null : Request.Cookies[$"device_{role}"];
    }
}

/// <summary>What a request knows of the device that makes it.</summary>
public static class DeviceClaims
{
    private const string AssemblyClaim = "assembly";

    public static ClaimsPrincipal Of(Device device, Instant now) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, device.Id.ToString()),
            new(ClaimTypes.Role, device.HasEnded(now) ? Access.Revoked : WireFormat.Word(device.Role)),
            new(AssemblyClaim, device.AssemblyId.ToString()),
        ],
        DeviceAuthentication.SchemeName));

    /// <summary>The device's id; null for everybody else.</summary>
    public static Guid? DeviceId(this ClaimsPrincipal caller) =>
        caller.HasClaim(c => c.Type == AssemblyClaim) ? Guid.Parse(caller.FindFirstValue(ClaimTypes.NameIdentifier)!) : null;

    /// <summary>The assembly the device is bound to; null for everybody else.</summary>
    public static Guid? BoundAssembly(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(AssemblyClaim) is { } id ? Guid.Parse(id) : null;

    /// <summary>The device's role. Only for callers that are a device.</summary>
    public static DeviceRole DeviceRole(this ClaimsPrincipal caller) => WireFormat.Value<DeviceRole>(caller.FindFirstValue(ClaimTypes.Role)!);

    /// <summary>Who makes the change, for the journal.</summary>
    public static Actor Actor(this ClaimsPrincipal caller) =>
        caller.DeviceId() is { } device ? Data.Actor.Device(device)
        : caller.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? Data.Actor.Organiser(Guid.Parse(id))
        : Data.Actor.Visitor;
}
