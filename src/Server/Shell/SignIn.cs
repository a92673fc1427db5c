using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Assemblies.Shell;

/// <summary>Three ways to be somebody: an organiser's cookie on pages, an organiser's token or a device's credential elsewhere.</summary>
internal static class SignIn
{
    private const string Chooser = "assembly";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(Chooser)
            .AddPolicyScheme(Chooser, null, options => options.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(DeviceAuthentication.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.LoginPath = "/sign-in";
                options.AccessDeniedPath = "/sign-in";
                options.Cookie.Name = "organiser";
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
            });
        // A changed password ends other sessions within a minute.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddIdentityCore<OrganiserAccount>(options =>
            {
                // Length beats rules of composition (NIST SP 800-63B, section 5.1.1).
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = true;
                // User names are e-mail addresses, which may hold any letter.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<AssemblyDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<OrganiserClaims>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Access.Organiser).Build());
    }

    // The organiser's cookie never works on /api and /live: a foreign page could make the browser send it there.
    private static string Choose(HttpContext context)
    {
        if (BearerTokens.Read(context.Request) is { } token)
            return token.StartsWith(BearerTokens.TokenPrefix, StringComparison.Ordinal) ? BearerTokens.SchemeName : DeviceAuthentication.SchemeName;
        return context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/live")
            ? DeviceAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;
    }

    private sealed class OrganiserClaims(UserManager<OrganiserAccount> users, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<OrganiserAccount>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(OrganiserAccount user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(ClaimTypes.Role, Access.Organiser));
            return identity;
        }
    }
}
