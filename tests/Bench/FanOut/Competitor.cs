using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Assemblies.Record;
using Assemblies.Wire;

namespace Assemblies.Bench.FanOut;

/// <summary>Somebody who brings words to a thousand watchers.</summary>
/// <param name="server">The process.</param>
/// <param name="address">Where it listens.</param>
/// <param name="protocol">How one watches.</param>
internal abstract class Competitor(Contestant server, Uri address, WatchProtocol protocol) : IAsyncDisposable
{
    public double ResidentKiB => server.ResidentKiB;

    public Task<Watcher> WatchAsync() => Watcher.OpenAsync(address, protocol);

    /// <summary>Everything that has to be done before the words may be shown.</summary>
    public virtual Task PrepareAsync(string words) => Task.CompletedTask;

    /// <summary>Shows them.</summary>
    public abstract Task ShowAsync(string words);

    public virtual ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>The chair reveals an answer: decided, stored with its entry and its checkpoint, committed, read, rendered, sent.</summary>
internal sealed class Ours : Competitor
{
    private readonly HallFacts hall;
    private readonly HttpClient chair;
    private readonly HttpClient scribe;
    private int version;

    private Ours(Contestant server, HallFacts hall, WatchProtocol protocol) : base(server, hall.Address, protocol) =>
        (this.hall, chair, scribe) = (hall, Client(hall, hall.ChairToken), Client(hall, hall.ScribeToken));

    public static async Task<Competitor> PhonesAsync() => await StartAsync(hall => WatchProtocol.PublicPage(hall.Slug));

    public static async Task<Competitor> ScreensAsync() => await StartAsync(hall => WatchProtocol.Screen(hall.ProjectorToken));

    public override async Task PrepareAsync(string words)
    {
        await StepAsync(chair, "put", new PutCommand(Guid.NewGuid(), [Cell()]));
        await StepAsync(scribe, "record", new RecordCommand(Guid.NewGuid(), Cell(), new AnswerWords(AnswerCode.Yes, words)));
        await StepAsync(chair, "rule", new RuleCommand(Guid.NewGuid(), Cell(), Ruling.Confirm));
    }

    public override Task ShowAsync(string words) => StepAsync(chair, "reveal", new RevealCommand(Guid.NewGuid(), [Cell()]));

    public override ValueTask DisposeAsync()
    {
        chair.Dispose();
        scribe.Dispose();
        return base.DisposeAsync();
    }

    private CellRef Cell() => new(hall.AskId, hall.PowerHolderId, version);

    private async Task StepAsync<T>(HttpClient who, string step, T command)
    {
        using var response = await who.PostAsJsonAsync($"/api/floor/{step}", command, WireFormat.Json);
        response.EnsureSuccessStatusCode();
        version++;
    }

    private static async Task<Ours> StartAsync(Func<HallFacts, WatchProtocol> protocol)
    {
        var server = await Contestant.OursAsync(HallServer.Role);
        var hall = JsonSerializer.Deserialize<HallFacts>(server.Said)!;
        return new Ours(server, hall, protocol(hall));
    }

    private static HttpClient Client(HallFacts hall, string token) =>
        new() { BaseAddress = hall.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
}

/// <summary>A peer that sends on what is posted to it, and does nothing else.</summary>
internal sealed class Peer(Contestant server, WatchProtocol protocol) : Competitor(server, new Uri(server.Said), protocol)
{
    // As much as one answer on the public page.
    private static readonly string Filling = new('x', 2_000);
    private readonly HttpClient client = new() { BaseAddress = new Uri(server.Said) };

    public static async Task<Competitor> BareAsync() => new Peer(await Contestant.OursAsync(BareBroadcast.Role), WatchProtocol.Plain);

    public static async Task<Competitor> WsAsync() => new Peer(await Contestant.NodeAsync(NodePackages.Broadcast, "ws.mjs"), WatchProtocol.Plain);

    public static async Task<Competitor> SocketIoAsync() => new Peer(await Contestant.NodeAsync(NodePackages.Broadcast, "socketio.mjs"), WatchProtocol.SocketIo);

    public override async Task ShowAsync(string words)
    {
        using var response = await client.PostAsync("/", new StringContent($"{words} {Filling}", Encoding.ASCII));
        response.EnsureSuccessStatusCode();
    }

    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return base.DisposeAsync();
    }
}
