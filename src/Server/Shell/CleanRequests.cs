using Assemblies.Wire;
using Microsoft.Extensions.Primitives;

namespace Assemblies.Shell;

/// <summary>Cleans what comes in an address's query and in a form, before anything reads it; JSON is cleaned where it is parsed.</summary>
internal static class CleanRequests
{
    /// <summary>After authorisation, so that no stranger's form is read for nothing, and before what checks and binds forms.</summary>
    public static void UseCleanRequests(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (request.Query.Any(IsUnclean))
            request.QueryString = QueryString.Create(request.Query.Select(Clean));
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && await ReadAsync(request) is { } form && form.Any(IsUnclean))
            request.Form = new FormCollection(form.Select(Clean).GroupBy(f => f.Key).ToDictionary(f => f.Key, f => f.First().Value), form.Files);
        await next(http);
    });

    // What is wrong with the whole form is for whoever reads it next to say.
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static bool IsUnclean(KeyValuePair<string, StringValues> field) => IsUnclean(field.Key) || field.Value.Any(IsUnclean);

    private static bool IsUnclean(string? text) => text is not null && !ReferenceEquals(TypedText.Clean(text), text);

    private static KeyValuePair<string, StringValues> Clean(KeyValuePair<string, StringValues> field) =>
        KeyValuePair.Create(TypedText.Clean(field.Key), new StringValues([.. field.Value.Select(v => v is null ? null : TypedText.Clean(v))]));
}
