using System.Text.Json.Nodes;

namespace Assemblies.Live;

/// <summary>The difference of two states as a JSON Merge Patch (RFC 7396).</summary>
/// <remarks>
/// States hold their lists as objects keyed by id, so a patch names only the rows that changed; arrays are small and sent whole. No state
/// contains null: there it means "remove" (<see cref="Wire.WireFormat"/>).
/// </remarks>
public static class MergePatch
{
    /// <summary>What turns <paramref name="from"/> into <paramref name="to"/>; null when nothing does.</summary>
    public static JsonObject? Between(JsonObject from, JsonObject to)
    {
        JsonObject? patch = null;
        foreach (var (name, _) in from)
            if (!to.ContainsKey(name))
                (patch ??= [])[name] = null;
        foreach (var (name, value) in to)
        {
            var before = from[name];
            if (before is JsonObject a && value is JsonObject b)
            {
                if (Between(a, b) is { } inner)
                    (patch ??= [])[name] = inner;
            }
            else if (!JsonNode.DeepEquals(before, value))
                (patch ??= [])[name] = value?.DeepClone();
        }
        return patch;
    }
}
