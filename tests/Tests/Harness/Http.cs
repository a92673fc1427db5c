using System.Net;
using System.Text.Json;
using Assemblies.Wire;

namespace Assemblies.Tests.Harness;

/// <summary>The API as a program uses it.</summary>
public static class Http
{
    /// <summary>What an address answers; fails the test when it refuses.</summary>
    public static async Task<T> ReadAsync<T>(this HttpClient client, string path) => await ContentAsync<T>(await client.GetAsync(path));

    /// <summary>Posts and reads the answer; fails the test when it is a refusal.</summary>
    public static async Task<T> SendAsync<T>(this HttpClient client, string path, object body) =>
        await ContentAsync<T>(await client.PostAsJsonAsync(path, body, WireFormat.Json));

    /// <summary>Posts what must be refused and gives the fields named.</summary>
    public static async Task<string[]> RefusedAsync(this HttpClient client, HttpStatusCode status, string path, object body) =>
        await RefusedAsync(status, await client.PostAsJsonAsync(path, body, WireFormat.Json));

    /// <summary>The fields that a refusal names.</summary>
    public static async Task<string[]> RefusedAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.True(problem.RootElement.TryGetProperty("problems", out var problems), text);
        return [.. problems.EnumerateArray().Select(p => p.GetProperty("field").GetString()!)];
    }

    private static async Task<T> ContentAsync<T>(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>(WireFormat.Json))!;
    }
}
