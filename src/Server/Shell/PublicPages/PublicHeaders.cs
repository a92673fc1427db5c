namespace Assemblies.Shell.PublicPages;

/// <summary>What the public pages may load, this server's own files and nothing else, and who may put a frame around them.</summary>
internal static class PublicHeaders
{
    private const string Own = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>For a page that stands alone: no site may frame it.</summary>
    public static void Set(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = $"{Own}; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    /// <summary>For a page that is made to stand in a frame on anybody's site: it runs no script and posts nothing, so there is nothing to trick a reader into.</summary>
    public static void SetForFrames(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = $"{Own}; frame-ancestors *";
        response.Headers.Remove("X-Frame-Options");
    }
}
