using System.Security.Claims;
using System.Text.Encodings.Web;
using Assemblies.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Assemblies.Shell;

/// <summary>Recognises a program that acts for an organiser by its API token (RFC 6750, section 2.1).</summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AssemblyDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    public const string TokenPrefix = "org_";

    /// <summary>The bearer token of a request; null without one.</summary>
    public static string? Read(HttpRequest request) =>
        request.Headers.Authorization.FirstOrDefault() is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? value["Bearer ".Length..].Trim()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Read(Request) is not { } token)
            return AuthenticateResult.NoResult();
        var hash = Secrets.Hash(token);
        var found = await db.ApiTokens.AsNoTracking()
            .FirstOrDefaultAsync(t => t.TokenHash == hash && t.RevokedAt == null, Context.RequestAborted);
        if (found is null)
            return AuthenticateResult.Fail("The API token is unknown or was revoked.");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, found.OrganiserId.ToString()), new(ClaimTypes.Role, Access.Organiser)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
