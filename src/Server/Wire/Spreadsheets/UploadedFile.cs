using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Assemblies.Wire.Spreadsheets;

/// <summary>A file over HTTP: the body as text/csv, or the part <c>file</c> of a form.</summary>
internal static class UploadedFile
{
    public static Problem Missing => new("file", "Send the file as text/csv, or as the part \"file\" of multipart/form-data.");

    /// <summary>The file, with the form it came in; without bytes when none was sent.</summary>
    public static async Task<(byte[]? Bytes, IFormCollection? Form)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellation);
            if (form.Files["file"] is not { } file)
                return (null, form);
            await file.CopyToAsync(copy, cancellation);
            return (copy.ToArray(), form);
        }
        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
            return (null, null);
        await request.Body.CopyToAsync(copy, cancellation);
        return (copy.ToArray(), null);
    }

    /// <summary>400 with every row that is wrong.</summary>
    public static ProblemHttpResult Refuse(IReadOnlyList<ImportProblem> rows) => TypedResults.Problem(
        detail: $"{rows.Count} things in the file are wrong.",
        statusCode: StatusCodes.Status400BadRequest,
        title: "Nothing was changed.",
        extensions: new Dictionary<string, object?> { ["rows"] = rows });

    /// <summary>Describes the body. Described only: as a condition of the route it would answer strangers about their content type before asking who they are.</summary>
    public static void Describe(OpenApiOperation operation, params (string Name, string Description)[] parts)
    {
        var form = parts.Prepend(("file", "The file.")).ToDictionary(part => part.Item1, part => Text(part.Item2));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["text/csv"] = new() { Schema = Text("The file.") },
                ["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = form } },
            },
        };
    }

    private static IOpenApiSchema Text(string description) => new OpenApiSchema { Type = JsonSchemaType.String, Description = description };
}
