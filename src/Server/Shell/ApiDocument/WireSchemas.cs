using System.Text.Json.Serialization.Metadata;
using Assemblies.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assemblies.Shell.ApiDocument;

/// <summary>Makes schemas say what <see cref="WireFormat"/> does: to the schema exporter a converter of ours is a wall, and null a value.</summary>
internal static class WireSchemas
{
    public static Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (WireText.Format(type) is { } format)
            (schema.Type, schema.Format) = (JsonSchemaType.String, format);
        else if (type.IsEnum || type == typeof(string))
            schema.Type = JsonSchemaType.String;
        schema.Type &= ~JsonSchemaType.Null;
        // Texts inside a list or a table are walls that nobody comes by.
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && element == typeof(string))
            schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } && value == typeof(string))
            schema.AdditionalProperties ??= new OpenApiSchema { Type = JsonSchemaType.String };
        // As in the contract of the devices: what may be null is left out, so it is optional and never null.
        foreach (var member in context.JsonTypeInfo.Properties.Where(p => p.IsGetNullable))
            schema.Required?.Remove(member.Name);
        return Task.CompletedTask;
    }

    /// <summary>Members that refer to another schema "or null", which the exporter joins last of all.</summary>
    public static void ForgetNull(OpenApiComponents components)
    {
        foreach (var properties in (components.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Values.Select(s => s.Properties).OfType<IDictionary<string, IOpenApiSchema>>())
            foreach (var (name, member) in properties.ToList())
                if (member.OneOf is [{ Type: JsonSchemaType.Null }, var meant])
                    properties[name] = meant;
    }
}
