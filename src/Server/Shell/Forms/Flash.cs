namespace Assemblies.Shell.Forms;

/// <summary>A short message that survives one redirect: what was just done.</summary>
public static class Flash
{
    private const string CookieName = "flash";

    /// <summary>Shows the message on the next page. Never personal data: it travels in a cookie.</summary>
    public static void Say(HttpContext http, string message) => http.Response.Cookies.Append(CookieName, Uri.EscapeDataString(message), Options(http));

    /// <summary>The message for this page; it is shown once.</summary>
    public static string? Take(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Cookies[CookieName] is not { } message)
            return null;
        http.Response.Cookies.Delete(CookieName, Options(http));
        return Uri.UnescapeDataString(message);
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromMinutes(1),
    };
}
