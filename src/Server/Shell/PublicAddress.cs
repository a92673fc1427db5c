namespace Assemblies.Shell;

/// <summary>The address under which phones reach this server: <c>PublicAddress</c> in the configuration, or the one the request came to.</summary>
/// <remarks>Behind a reverse proxy, or when printing on a laptop that the hall knows by another name, it must be configured.</remarks>
public sealed class PublicAddress(IHttpContextAccessor request, IConfiguration configuration)
{
    private const string Setting = "PublicAddress";
    private readonly string? configured = Read(configuration[Setting]);

    /// <summary>The host, with its port where it is not the usual one: what a record is named by. Outside of a request and without a setting, "localhost".</summary>
    public string Host => new Uri(configured ?? (request.HttpContext is null ? "http://localhost" : Base)).Authority;

    /// <summary>Scheme and host, without a slash at the end.</summary>
    public string Base => configured
        ?? (request.HttpContext?.Request is { } r
            ? $"{r.Scheme}://{r.Host}"
            : throw new InvalidOperationException($"Outside of a request {Setting} must be configured."));

    /// <summary>The setting in the form used here.</summary>
    /// <exception cref="InvalidOperationException">It is no address of a server.</exception>
    internal static string? Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return null;
        // A path would not survive: the addresses in pass QR codes are upper case.
        return Uri.TryCreate(setting, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment == ""
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException($"{Setting} is \"{setting}\"; give scheme and host only, for example https://assembly.example.org.");
    }
}
