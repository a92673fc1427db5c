using System.Text.Json;

namespace Assemblies.Tests.Harness;

/// <summary>Reads what the API refuses.</summary>
internal static class Refusal
{
    /// <summary>The fields a refusal names, in its order.</summary>
    public static async Task<List<string>> FieldsAsync(HttpResponseMessage reply)
    {
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return [.. json.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("field").GetString()!)];
    }
}
