using System.Text.Json;
using System.Text.RegularExpressions;
using Assemblies.Shell;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Shell;

/// <summary>/openapi/v1.json tells programs the truth about every route of the API.</summary>
public sealed partial class ApiDocumentTests : IAsyncLifetime
{
    private TestServer server = null!;
    private JsonDocument document = null!;

    private JsonElement Schemas => document.RootElement.GetProperty("components").GetProperty("schemas");

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        using var visitor = server.Visitor();
        document = JsonDocument.Parse(await visitor.GetStringAsync("/openapi/v1.json"));
    }

    public ValueTask DisposeAsync()
    {
        document.Dispose();
        return server.DisposeAsync();
    }

    [Fact]
    public void Every_route_of_the_api_is_in_it_with_a_summary_a_feature_and_the_roles_that_may_call_it()
    {
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, operation) => (path.Name, Verb: operation.Name.ToUpperInvariant(), Operation: operation.Value))
            .ToList();
        foreach (var (path, verb, operation) in described)
        {
            Assert.True(operation.TryGetProperty("summary", out var summary) && summary.GetString()!.EndsWith('.'), $"{verb} {path} needs a summary.");
            Assert.Single(operation.GetProperty("tags").EnumerateArray());
        }
        var routes = RouteInventory.Of(server.Services).Where(w => w.Path.StartsWith("/api/", StringComparison.Ordinal))
            .Select(w => new WayIn(w.Verb, Plain(w.Path), w.Roles).ToString());
        Assert.Equal(
            routes.Order(StringComparer.Ordinal),
            described.Select(d => new WayIn(d.Verb, Plain(d.Name), Roles(d.Operation)).ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_member_of_every_record_has_a_type_and_a_description_and_none_is_null()
    {
        var wrong = new List<string>();
        foreach (var schema in Schemas.EnumerateObject())
        {
            if (!HasType(schema.Value))
                wrong.Add(schema.Name);
            if (schema.Value.TryGetProperty("properties", out var members))
                wrong.AddRange(members.EnumerateObject()
                    .Where(m => !HasType(m.Value) || !m.Value.TryGetProperty("description", out _))
                    .Select(m => $"{schema.Name}.{m.Name}: {m.Value}"));
        }
        Assert.Empty(wrong);
        Assert.DoesNotContain("\"null\"", Schemas.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_look_as_they_do_on_the_wire()
    {
        Assert.Equal("string", Schemas.GetProperty("DeviceRole").GetProperty("type").GetString());
        Assert.Contains("stage_manager", Schemas.GetProperty("DeviceRole").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(("string", "date-time"), Text(Schemas.GetProperty("Instant")));
        Assert.Equal(("string", "date"), Text(Schemas.GetProperty("AnswerWords").GetProperty("properties").GetProperty("byWhen")));
        Assert.Equal(("string", "local-date-time"), Text(Schemas.GetProperty("LocalDateTime")));
        Assert.DoesNotContain("answer", Schemas.GetProperty("FloorCell").GetProperty("required").EnumerateArray().Select(e => e.GetString()));
    }

    private static (string?, string?) Text(JsonElement schema) => (schema.GetProperty("type").GetString(), schema.GetProperty("format").GetString());

    private static bool HasType(JsonElement schema) =>
        (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && (type.GetString() != "array" || HasType(schema.GetProperty("items"))))
        || schema.TryGetProperty("$ref", out _);

    private static List<string>? Roles(JsonElement operation)
    {
        var alternatives = operation.TryGetProperty("security", out var security) ? security.EnumerateArray().Select(a => a.EnumerateObject().Single()).ToList() : [];
        return alternatives.Count == 0
            ? null
            : [.. alternatives.Select(a => a.Name == "organiserToken" ? Access.Organiser : a.Value.EnumerateArray().Single().GetString()!)];
    }

    // Constraints are the router's; the document has none, and no slash at the end.
    private static string Plain(string path) => Constraint().Replace(path, "").TrimEnd('/');

    [GeneratedRegex(":[a-z]+(?=})")]
    private static partial Regex Constraint();
}
