namespace Assemblies.Displays.Audience;

/// <summary>What the public pages may load: this server's own files and nothing else.</summary>
internal static class PublicHeaders
{
    public static void Set(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
