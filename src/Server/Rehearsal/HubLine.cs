using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Assemblies.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Rehearsal;

/// <summary>A device's line to a hub, as a real device has it: SignalR over a WebSocket, with a bearer token.</summary>
/// <remarks>
/// SignalR's own client package with its transports cannot be restored everywhere; its core needs no more than this connection factory.
/// </remarks>
public static class HubLine
{
    /// <summary>Opens a line to a hub.</summary>
    /// <param name="server">The server's address, http or https.</param>
    /// <param name="path">The hub's path, for example <c>/live/door</c>.</param>
    /// <param name="token">The device's token; null for the anonymous.</param>
    public static async Task<HubConnection> OpenAsync(Uri server, string path, string? token, CancellationToken cancellation)
    {
        var address = new UriBuilder(new Uri(server, path)) { Scheme = server.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri;
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new Factory(token));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address));
        builder.AddJsonProtocol(options => WireFormat.Apply(options.PayloadSerializerOptions));
        var connection = builder.Build();
        try
        {
            await connection.StartAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Factory(string? token) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket();
            if (token is not null)
                socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
            try
            {
                await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
            return new Line(socket);
        }
    }

    private sealed class Line : DefaultConnectionContext
    {
        private readonly WebSocketStream stream;

        public Line(WebSocket socket) : base(Guid.NewGuid().ToString("N"))
        {
            stream = WebSocketStream.Create(socket, WebSocketMessageType.Text, ownsWebSocket: true);
            Transport = new Pipes(PipeReader.Create(stream), PipeWriter.Create(stream));
        }

        public override async ValueTask DisposeAsync()
        {
            await stream.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
