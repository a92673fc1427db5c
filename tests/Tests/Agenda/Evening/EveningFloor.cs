using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Live;
using Assemblies.Tests.Harness;
using Assemblies.Testimony;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>A hall with a running order of six items, and a chair's tablet that runs it through the floor's hub.</summary>
internal sealed class EveningFloor(Hall hall) : IAsyncDisposable
{
    public Hall Hall => hall;

    public IReadOnlyList<AgendaItem> Items { get; private set; } = null!;

    public Speaker Speaker { get; private set; } = null!;

    public PairedDevice ChairDevice { get; private set; } = null!;

    public HubConnection Chair { get; private set; } = null!;

    /// <summary>What a speaker says about one channel.</summary>
    public static SpeakerConsent Agrees(Speaker speaker, int version, ConsentChannel channel, bool isGiven = true) =>
        new() { SpeakerId = speaker.Id, Version = version, Channel = channel, IsGiven = isGiven, At = TestServer.Evening, By = "test" };

    public static async Task<EveningFloor> OpenAsync(TestDatabaseKind kind = TestDatabaseKind.Sqlite, params string[] settings)
    {
        var floor = new EveningFloor(await Hall.OpenAsync(kind, settings));
        await floor.ArrangeAsync();
        return floor;
    }

    public async Task<HubConnection> TabletAsync(DeviceRole role) => await (await hall.PairAsync(role)).LineAsync("/live/floor");

    /// <summary>The chair gives a step at the version it has.</summary>
    public Task<FloorReply> GiveAsync(EveningStepKind step, Func<RunCommand, RunCommand>? with = null) => GiveAsync(Chair, step, with);

    public async Task<FloorReply> GiveAsync(HubConnection tablet, EveningStepKind step, Func<RunCommand, RunCommand>? with = null)
    {
        var command = new RunCommand(Guid.NewGuid(), (await PresentAsync()).Version, step);
        return await tablet.InvokeAsync<FloorReply>("Run", with is null ? command : with(command));
    }

    public async Task DoneAsync(EveningStepKind step, Func<RunCommand, RunCommand>? with = null)
    {
        var reply = await GiveAsync(step, with);
        Assert.True(reply.Outcome == FloorOutcome.Done, $"{step}: {reply.Outcome} {string.Join(' ', reply.Problems.Select(p => p.Fix))}");
    }

    public async Task<EveningPresent> PresentAsync()
    {
        using var http = ChairDevice.Http();
        return await http.ReadAsync<EveningPresent>("/api/floor/order");
    }

    public async Task<ScreenPresent> ScreenAsync()
    {
        using var http = ChairDevice.Http();
        return await http.ReadAsync<ScreenPresent>("/api/screen");
    }

    public void Wait(int seconds) => hall.Server.Clock.Advance(Duration.FromSeconds(seconds));

    public async ValueTask DisposeAsync()
    {
        await Chair.DisposeAsync();
        await hall.Server.DisposeAsync();
    }

    private async Task ArrangeAsync()
    {
        AgendaItem Item(int order, AgendaItemKind kind, string title, int minutes, bool mustNotCut = false) => new()
        {
            AssemblyId = hall.Assembly.Id, Order = order, Kind = kind, Title = title, PlannedSeconds = minutes * 60, MustNotCut = mustNotCut,
            RequiredWords = order == 1 ? ["We are not here for a party."] : [],
        };
        Items =
        [
            Item(1, AgendaItemKind.Welcome, "Welcome", 5), Item(2, AgendaItemKind.RollCall, "Roll call", 10), Item(3, AgendaItemKind.Testimony, "Stories", 10),
            Item(4, AgendaItemKind.Ask, "Housing", 8, mustNotCut: true), Item(5, AgendaItemKind.Performance, "Choir", 6), Item(6, AgendaItemKind.Free, "Closing", 4),
        ];
        Speaker = new Speaker { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, NameToShow = "Amina" };
        await hall.Server.ChangeAsync(db =>
        {
            db.AddRange(Items);
            db.AddRange(Speaker, Agrees(Speaker, 1, ConsentChannel.Screen), Agrees(Speaker, 2, ConsentChannel.Web));
            db.Add(new AgendaItemSpeaker { ItemId = Items[2].Id, SpeakerId = Speaker.Id, Order = 1 });
            db.Add(new AgendaItemAsk { ItemId = Items[3].Id, AskId = hall.Ask.Id, Order = 1 });
            db.Add(new AgendaItemPowerHolder { ItemId = Items[3].Id, PowerHolderId = hall.Mayor.Id });
        });
        ChairDevice = await hall.PairAsync(DeviceRole.Chair);
        await hall.Server.ChangeAsync(db => db.Devices.Attach(ChairDevice.Device).Entity.Name = "North tablet");
        Chair = await ChairDevice.LineAsync("/live/floor");
    }
}

/// <summary>A screen that counts the frames it is sent.</summary>
internal sealed class FrameCounter : IAsyncDisposable
{
    private readonly HubConnection line;
    private readonly IAsyncEnumerator<LiveFrame> frames;

    private FrameCounter(HubConnection line, IAsyncEnumerator<LiveFrame> frames) => (this.line, this.frames) = (line, frames);

    public static async Task<FrameCounter> WatchAsync(PairedDevice device, string channel)
    {
        var line = await device.LineAsync("/live");
        var counter = new FrameCounter(line, line.StreamAsync<LiveFrame>("Watch", new WatchRequest(channel)).GetAsyncEnumerator());
        Assert.NotNull((await counter.NextAsync()).Present);
        return counter;
    }

    public async Task<LiveFrame> NextAsync()
    {
        Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        return frames.Current;
    }

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        try
        {
            await frames.DisposeAsync();
        }
        catch (Exception)
        {
            // The line went first.
        }
    }
}
