using System.Security.Claims;
using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assemblies.Institutions.Import;

/// <summary>The import over HTTP: the file is the body, or the part <c>file</c> of a form.</summary>
internal static class ImportApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapAssemblyGroup("/import").MapPost("", ImportAsync)
        .WithMetadata(new RequestSizeLimitAttribute(ShellFeature.LargestUpload))
        .AddOpenApiOperationTransformer(DescribeAsync)
        .WithSummary("Imports institutions, numbers and people from CSV, all or nothing. 409 with questions until matches (JSON: name to id, to a name before it in the file, or to \"new\") answers them.");

    private static async Task<Results<Ok<ImportReply>, ProblemHttpResult>> ImportAsync(
        Guid assemblyId, HttpRequest request, DelegationImport import, ClaimsPrincipal caller, CancellationToken cancellation,
        [FromQuery] bool dryRun = false, [FromQuery] string? matches = null)
    {
        var (bytes, given) = await ReadAsync(request, cancellation);
        if (bytes is null)
            return Problems.Refuse(new Problem("file", "Send the file as text/csv, or as the part \"file\" of multipart/form-data."));
        if (Answers(given ?? matches) is not { } answers)
            return Problems.Refuse(new Problem("matches", "Give a JSON object from names to an institution's id, another name of the file or \"new\"."));
        return await import.RunAsync(caller.Actor(), assemblyId, bytes, answers, dryRun, CancellationToken.None) switch
        {
            { Reply: { } reply } => TypedResults.Ok(reply),
            { Questions: { Count: > 0 } questions } => InstitutionsApi.Ask([.. questions]),
            var refused => TypedResults.Problem(
                detail: $"{refused.Problems.Count} things in the file are wrong.",
                statusCode: StatusCodes.Status400BadRequest,
                title: "Nothing was changed.",
                extensions: new Dictionary<string, object?> { ["rows"] = refused.Problems }),
        };
    }

    // Described only: as a condition of the route it would answer strangers about their content type before asking who they are.
    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["text/csv"] = new() { Schema = Text("The file.") },
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["file"] = Text("The file."),
                            ["matches"] = Text("Answers to questions, instead of the parameter of the same name."),
                        },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static async Task<(byte[]? Bytes, string? Matches)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellation);
            if (form.Files["file"] is not { } file)
                return (null, null);
            await file.CopyToAsync(copy, cancellation);
            return (copy.ToArray(), form["matches"].FirstOrDefault());
        }
        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
            return (null, null);
        await request.Body.CopyToAsync(copy, cancellation);
        return (copy.ToArray(), null);
    }

    private static Dictionary<string, string>? Answers(string? json)
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json, WireFormat.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
