using System.Reflection;
using System.Security.Cryptography;

namespace Assemblies.Shell;

/// <summary>Serves shell.css from inside the program, so that it is the one of this version wherever it runs.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Content = Read();

    /// <summary>Changes with the content, so that a browser may keep the file for ever.</summary>
    public static string Address { get; } = $"/shell.css?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/shell.css", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8");
    }).ForEveryone().ExcludeFromDescription();

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("shell.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
