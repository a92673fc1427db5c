using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Assemblies.Bench;

/// <summary>The fastest server that keeps its word: bare Kestrel, JSON in and out, and group commit behind it. No rules, no counts, no journal, nobody signs in.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly WebApplication app;
    private readonly RawSqlite? store;

    private RawServer(bool stores)
    {
        store = stores ? new RawSqlite() : null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="stores">False answers at once and keeps nothing: what HTTP and JSON alone cost.</param>
    public static async Task<RawServer> StartAsync(bool stores)
    {
        var server = new RawServer(stores);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Path == "/scans")
        {
            var scans = (await JsonSerializer.DeserializeAsync<RawScan[]>(context.Request.Body, Json))!;
            if (store is not null)
                await Task.WhenAll(scans.Select(store.AppendAsync));
            await JsonSerializer.SerializeAsync(context.Response.Body, scans.Select(s => new Answer(s.ScanId, "admitted")), Json);
            return;
        }
        var scan = (await JsonSerializer.DeserializeAsync<RawScan>(context.Request.Body, Json))!;
        if (store is not null)
            await store.AppendAsync(scan);
        await JsonSerializer.SerializeAsync(context.Response.Body, new Answer(scan.ScanId, "admitted"), Json);
    }

    private sealed record Answer(Guid ScanId, string Outcome);
}
