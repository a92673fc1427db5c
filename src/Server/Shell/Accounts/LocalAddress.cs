namespace Assemblies.Shell.Accounts;

/// <summary>Addresses of this site only: a link to the sign-in page must not lead elsewhere afterwards.</summary>
public static class LocalAddress
{
    /// <summary>The address if it is a path of this site, else null. <c>//host</c> and <c>/\host</c> leave the site in browsers.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : null;
}
