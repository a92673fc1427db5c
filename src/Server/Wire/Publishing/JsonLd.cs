using System.Text.Json.Nodes;

namespace Assemblies.Wire.Publishing;

/// <summary>Linked data in the words of schema.org (JSON-LD 1.1), for search engines and archives.</summary>
internal static class JsonLd
{
    /// <summary>A thing; members without a value are left out.</summary>
    /// <param name="type">For example <c>AskAction</c>.</param>
    /// <param name="id">Its permanent address; null for a thing without one.</param>
    /// <param name="members">Texts, other things, or lists of things.</param>
    public static JsonObject Thing(string type, string? id, params (string Name, JsonNode? Value)[] members)
    {
        var thing = new JsonObject { ["@type"] = type };
        if (id is not null)
            thing["@id"] = id;
        foreach (var (name, value) in members)
            if (value is not null)
                thing[name] = value;
        return thing;
    }

    /// <summary>Names a thing that is described elsewhere.</summary>
    public static JsonObject Reference(string id) => new() { ["@id"] = id };

    /// <summary>One document of these things. It may stand inside a script element: every "&lt;" is escaped.</summary>
    public static string Write(params IEnumerable<JsonObject> things) =>
        new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. things]) }.ToJsonString();
}
