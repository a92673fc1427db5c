using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Tests.Harness;

namespace Assemblies.Bench.FanOut;

/// <summary>What the load generator has to know of the real server in the other process.</summary>
internal sealed record HallFacts(Uri Address, string Slug, Guid AskId, Guid PowerHolderId, string ChairToken, string ScribeToken, string ProjectorToken);

/// <summary>The real server on a fresh SQLite file, with an ask and two power-holders.</summary>
internal static class HallServer
{
    public const string Role = "serve-hall";

    public static async Task ServeAsync()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var (chair, scribe, projector) = (await hall.PairAsync(DeviceRole.Chair), await hall.PairAsync(DeviceRole.Scribe), await hall.PairAsync(DeviceRole.Projector));
        Console.WriteLine(JsonSerializer.Serialize(new HallFacts(server.Address, hall.Assembly.Slug, hall.Ask.Id, hall.Mayor.Id, chair.Token, scribe.Token, projector.Token)));
        await Console.In.ReadToEndAsync();
    }
}
