using System.Net.WebSockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Assemblies.Bench.FanOut;

/// <summary>The least that a broadcast can cost on Kestrel: plain WebSockets, and what is posted is sent to each as it is. Nothing is stored, decided or read.</summary>
internal static class BareBroadcast
{
    public const string Role = "serve-bare";

    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var sockets = new List<WebSocket>();
        app.UseWebSockets();
        app.Run(async context =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                var frame = body.ToArray();
                // Nobody is waited for (performance.md): each send ends when it ends.
                foreach (var one in sockets)
                    _ = one.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                return;
            }
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            lock (sockets)
                sockets.Add(socket);
            await socket.ReceiveAsync(new byte[16], CancellationToken.None);
        });
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
        Environment.Exit(0);
    }
}
