using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Assemblies.Commitments.Evidence;

/// <summary>How a paper that somebody outside made is handed out: to be saved, with nothing in it that could run here.</summary>
internal static class EvidenceDownload
{
    /// <param name="http">The answer that gets the headers.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="sha256">Its name and its tag.</param>
    /// <param name="media">What its bytes are.</param>
    /// <param name="cache">Who may keep it.</param>
    public static FileContentHttpResult Of(HttpContext http, byte[] bytes, string sha256, string media, string cache)
    {
        http.Response.Headers.CacheControl = cache;
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(bytes, media, $"{sha256[..12]}.{Extension(media)}", entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }

    private static string Extension(string media) => media switch
    {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "txt",
    };
}
