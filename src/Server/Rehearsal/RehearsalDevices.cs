using System.Net.Http.Headers;
using Assemblies.Devices;
using Assemblies.Wire;

namespace Assemblies.Rehearsal;

/// <summary>Pairs devices through the public door, as an organiser and a phone would.</summary>
/// <param name="server">The running server.</param>
/// <param name="organiserToken">An organiser's API token.</param>
/// <param name="assemblyId">The assembly to pair with.</param>
internal sealed class RehearsalDevices(Uri server, string organiserToken, Guid assemblyId) : IDisposable
{
    private readonly HttpClient organiser = Client(server, organiserToken);

    public Uri Server => server;

    /// <summary>The doors of the assembly.</summary>
    public async Task<IReadOnlyList<DoorRow>> DoorsAsync(CancellationToken cancellation) =>
        (await organiser.GetFromJsonAsync<List<DoorRow>>($"/api/assemblies/{assemblyId}/doors", WireFormat.Json, cancellation))!;

    /// <summary>A pairing invitation: an address that makes one device of whoever opens it first.</summary>
    public async Task<InviteReply> InviteAsync(DeviceRole role, Guid? doorId, CancellationToken cancellation) => await PostAsync<InviteReply>(
        organiser, $"/api/assemblies/{assemblyId}/pairings", new InviteCommand(role, doorId), cancellation);

    /// <summary>A paired device's token.</summary>
    public async Task<string> PairAsync(DeviceRole role, Guid? doorId, string name, CancellationToken cancellation)
    {
        var invitation = await InviteAsync(role, doorId, cancellation);
        using var visitor = new HttpClient { BaseAddress = server };
        return (await PostAsync<PairReply>(visitor, "/api/devices/pair", new PairCommand(invitation.Code, name), cancellation)).Token;
    }

    /// <summary>A client with a bearer token.</summary>
    public static HttpClient Client(Uri server, string token)
    {
        var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public void Dispose() => organiser.Dispose();

    private static async Task<T> PostAsync<T>(HttpClient client, string path, object body, CancellationToken cancellation)
    {
        using var response = await client.PostAsJsonAsync(path, body, WireFormat.Json, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(WireFormat.Json, cancellation))!;
    }
}
