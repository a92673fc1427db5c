using System.Security.Claims;

namespace Assemblies.Shell.Accounts;

/// <summary>What a request knows of the organiser who makes it.</summary>
public static class OrganiserClaim
{
    /// <summary>The organiser's id; only where <see cref="Access.Organiser"/> is required.</summary>
    public static Guid OrganiserId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
