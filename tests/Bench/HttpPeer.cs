using System.Net.Http.Headers;
using System.Text.Json;
using Assemblies.Turnout;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Bench;

/// <summary>Sends competitors the body that a door device sends, over connections that stay open.</summary>
internal sealed class HttpPeer(Uri address, int callers) : IDisposable
{
    private static readonly MediaTypeHeaderValue JsonBody = new("application/json");
    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = callers, UseProxy = false }) { BaseAddress = address };
    private long seq;

    public async Task ScanAsync() => await PostAsync("/scan", NewScan());

    public async Task BatchAsync(int size) => await PostAsync("/scans", Enumerable.Range(0, size).Select(_ => NewScan()).ToList());

    public void Dispose() => client.Dispose();

    private async Task PostAsync<T>(string path, T body)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, WireFormat.Json)) { Headers = { ContentType = JsonBody } };
        using var response = await client.PostAsync(path, content);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private ScanCommand NewScan() => new(
        Guid.CreateVersion7(), Interlocked.Increment(ref seq), ScanMethod.Qr, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", SystemClock.Instance.GetCurrentInstant(), 0, "bench");
}
