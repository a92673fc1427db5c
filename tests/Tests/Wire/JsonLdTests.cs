using System.Text.Json;
using Assemblies.Wire.Publishing;

namespace Assemblies.Tests.Wire;

/// <summary>Linked data that a browser cannot take for markup.</summary>
public sealed class JsonLdTests
{
    [Fact]
    public void Things_stand_in_one_graph_and_empty_members_are_left_out()
    {
        using var read = JsonDocument.Parse(JsonLd.Write(
            JsonLd.Thing("Event", "https://example.org/1", ("name", "London Assembly"), ("endDate", null)),
            JsonLd.Thing("AskAction", null, ("object", JsonLd.Reference("https://example.org/1")))));
        Assert.Equal("https://schema.org", read.RootElement.GetProperty("@context").GetString());
        var (meeting, ask) = (read.RootElement.GetProperty("@graph")[0], read.RootElement.GetProperty("@graph")[1]);
        Assert.Equal(["@type", "@id", "name"], meeting.EnumerateObject().Select(m => m.Name));
        Assert.Equal(meeting.GetProperty("@id").GetString(), ask.GetProperty("object").GetProperty("@id").GetString());
    }

    [Fact]
    public void What_was_said_cannot_end_the_script_element()
    {
        var json = JsonLd.Write(JsonLd.Thing("Comment", null, ("text", "</script><script>alert(1)")));
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(json);
        Assert.Equal("</script><script>alert(1)", read.RootElement.GetProperty("@graph")[0].GetProperty("text").GetString());
    }
}
