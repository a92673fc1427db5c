using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Assemblies.Shell.ApiDocument;

/// <summary>What every operation answers when it refuses: ProblemDetails (RFC 9457) as <see cref="Wire.Problems"/> makes them.</summary>
internal static class Refusals
{
    private const string Name = "Refusal";

    public static void Define(OpenApiComponents components) => (components.Schemas ??= new Dictionary<string, IOpenApiSchema>())[Name] = new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = "ProblemDetails (RFC 9457). An import that is refused has `rows`, and a name that is like others has `questions`, instead of `problems`.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("An address that stands for the kind of problem."),
            ["title"] = Text("In a few words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("All fixes in one text, for a person."),
            ["problems"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "One entry for each thing that is wrong.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["field"] = Text("The member it is about; empty for the whole."),
                        ["fix"] = Text("What is wrong and what to do about it."),
                    },
                },
            },
        },
        Examples =
        [
            JsonNode.Parse("""{"title":"Nothing was changed.","status":400,"detail":"Write the ask: \"Will you …?\"","problems":[{"field":"text","fix":"Write the ask: \"Will you …?\""}]}""")!,
        ],
    };

    public static void Describe(OpenApiOperation operation, OpenApiDocument? document) =>
        (operation.Responses ??= [])["default"] = new OpenApiResponse
        {
            Description = "Refused. 400: something sent is wrong. 401 and 403: the caller may not. 404: it does not exist. 409: it contradicts what is there.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Name, document) },
            },
        };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
