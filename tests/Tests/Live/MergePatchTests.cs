using System.Text.Json.Nodes;
using Assemblies.Live;

namespace Assemblies.Tests.Live;

/// <summary>RFC 7396.</summary>
public sealed class MergePatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", null)]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", """{"b":null}""")]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"a":{"x":1,"y":3,"z":4}}""", """{"a":{"y":3,"z":4}}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,2,3]}""", """{"a":[1,2,3]}""")]
    [InlineData("""{"a":{"x":1}}""", """{"a":7}""", """{"a":7}""")]
    [InlineData("""{}""", """{"a":{"b":{}}}""", """{"a":{"b":{}}}""")]
    public void A_patch_names_what_changed_and_nothing_else(string from, string to, string? patch) =>
        Assert.Equal(patch, MergePatch.Between(Parse(from), Parse(to))?.ToJsonString());

    [Fact]
    public void Applying_the_patch_between_any_two_states_gives_the_second()
    {
        var random = new Random(7396);
        for (var i = 0; i < 2_000; i++)
        {
            var (from, to) = (State(random, 3), State(random, 3));
            var patch = MergePatch.Between(from, to);
            Assert.Equal(to.ToJsonString(), Sorted(Apply(from, patch ?? [])).ToJsonString());
        }
    }

    // RFC 7396, section 2, written from the standard so that the test does not lean on the code under test.
    private static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        var result = (JsonObject)target.DeepClone();
        foreach (var (name, value) in patch)
        {
            if (value is null)
                result.Remove(name);
            else if (value is JsonObject inner)
                result[name] = Apply(result[name] as JsonObject ?? [], inner);
            else
                result[name] = value.DeepClone();
        }
        return result;
    }

    private static JsonObject State(Random random, int depth)
    {
        var state = new JsonObject();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            if (random.Next(3) == 0)
                continue;
            state[name] = depth > 0 && random.Next(2) == 0 ? State(random, depth - 1)
                : random.Next(4) == 0 ? new JsonArray(random.Next(3), random.Next(3))
                : random.Next(3);
        }
        return state;
    }

    private static JsonObject Sorted(JsonObject state) => new(state
        .OrderBy(p => p.Key, StringComparer.Ordinal)
        .Select(p => KeyValuePair.Create(p.Key, p.Value is JsonObject o ? Sorted(o) : p.Value?.DeepClone())));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
