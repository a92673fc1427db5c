using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Institutions;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using NodaTime;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Bench.Motion;

/// <summary>A full evening on the real server, in a process of its own and on the real clock, with people who move its projector.</summary>
internal sealed class MotionHall : IAsyncDisposable
{
    private const int Institutions = 220;

    private readonly Hall hall;
    private readonly ServerProcess server;
    private readonly HttpClient chair;
    private readonly HttpClient scribe;
    private readonly HttpClient steward;
    private readonly PairedDevice projector;
    private readonly List<Guid> institutions;
    private readonly Dictionary<CellKey, int> versions = [];

    private MotionHall(Hall hall, ServerProcess server, PairedDevice[] devices, List<Guid> institutions, List<(Guid Id, List<Guid> PowerHolders)> asks)
    {
        (this.hall, this.server, this.institutions, Asks) = (hall, server, institutions, asks);
        (chair, scribe, steward, projector) = (Client(devices[0]), Client(devices[1]), Client(devices[2]), devices[3]);
    }

    public Uri Address => server.Address;

    public IReadOnlyList<(Guid Id, List<Guid> PowerHolders)> Asks { get; }

    /// <summary>The projector's cookie, as a pairing leaves it.</summary>
    public (string Name, string Value) Pairing => ("device_projector", projector.Token);

    public static async Task<MotionHall> OpenAsync(int asks, int powerHolders)
    {
        var hall = await Hall.OpenAsync();
        string[] areas = ["Homes", "Repairs", "A Living Wage", "Buses", "A City for Youth", "Mental Health", "Safer Streets", "Citizenship"];
        var more = Enumerable.Range(1, Institutions - 1).Select(i => new Institution { Name = i % 40 == 0 ? $"Our Lady of Perpetual Help and St Aloysius Gonzaga {i}" : $"Congregation {i}", NameKey = $"congregation {i}" }).ToList();
        var people = Enumerable.Range(3, powerHolders - 2).Select(i => new PowerHolder { AssemblyId = hall.Assembly.Id, Name = $"Councillor Number {i}", Office = "Councillor", Order = i }).ToList();
        List<PowerHolder> all = [hall.Mayor, hall.Leader, .. people];
        var written = Enumerable.Range(2, asks - 1).Select(i => new Ask { AssemblyId = hall.Assembly.Id, Number = i, Area = areas[i - 1], Version = 1 }).ToList();
        await hall.Server.ChangeAsync(db =>
        {
            db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 1_000_000;
            db.AddRange(more);
            db.AddRange(more.Select(i => new Delegation { AssemblyId = hall.Assembly.Id, InstitutionId = i.Id, Pledge = 40 }));
            db.AddRange(people);
            db.AddRange(people.Select(p => new AskTarget { AskId = hall.Ask.Id, PowerHolderId = p.Id }));
            db.AddRange(written);
            db.AddRange(written.Select(a => new AskVersion { AskId = a.Id, Version = 1, Text = "Will you build 400 homes at social rent on the Quayside site, and sign the contract by 30 June 2027?", WrittenAt = TestServer.Evening }));
            db.AddRange(written.SelectMany(a => all, (a, p) => new AskTarget { AskId = a.Id, PowerHolderId = p.Id }));
        });
        DeviceRole[] roles = [DeviceRole.Chair, DeviceRole.Scribe, DeviceRole.Steward, DeviceRole.Projector];
        var devices = new List<PairedDevice>();
        foreach (var role in roles)
            devices.Add(await hall.PairAsync(role));
        await hall.Server.StopAsync();
        // On the real clock: what was revealed long ago by a stopped one would not move.
        var server = await ServerProcess.StartAsync(hall.Server.Folder, settings: ["--Record:RehearsalKeys", "true", "--Door:ScansPerSecond", "1000000"]);
        var motion = new MotionHall(hall, server, [.. devices], [hall.Institution.Id, .. more.Select(i => i.Id)], [.. written.Prepend(hall.Ask).Select(a => (a.Id, all.ConvertAll(p => p.Id)))]);
        await motion.ArriveAsync(motion.institutions);
        return motion;
    }

    /// <summary>One more person of each.</summary>
    public async Task ArriveAsync(IEnumerable<Guid> from)
    {
        foreach (var some in from.Chunk(200))
            await PostAsync(steward, "/api/scans", new ScanBatch([.. some.Select(i => hall.Fact(ScanMethod.Walkup) with { InstitutionId = i, Adults = 1, ClientAt = SystemClock.Instance.GetCurrentInstant() })]));
    }

    /// <summary>One more person of one of the institutions.</summary>
    public Task ArriveAsync(int number) => ArriveAsync([institutions[number * 7 % institutions.Count]]);

    public Task ShowAsync(Scene scene, Guid? askId = null) => PostAsync(chair, "/api/floor/show", new ShowCommand(Guid.NewGuid(), scene, askId));

    /// <summary>Holds the projector on one scene, whatever the hall does.</summary>
    public Task TakeAsync(Scene scene) =>
        PostAsync(chair, "/api/floor/direct", new DirectCommand(Guid.NewGuid(), [new ScreenRef(projector.Device.Id, 0)], ScreenStepKind.Taken, Scene: scene));

    /// <summary>Everything before the reveal of one answer.</summary>
    public async Task PrepareAsync(Guid ask, Guid powerHolder, AnswerCode code)
    {
        var cell = new CellKey(ask, powerHolder);
        await PostAsync(chair, "/api/floor/put", new PutCommand(Guid.NewGuid(), [Next(cell)]));
        var words = code == AnswerCode.YesWithConditions
            ? new AnswerWords(code, "If they release it, yes.", Condition: "the government releases the land by March", WhoseMove: "the Department for Housing", ByWhen: new LocalDate(2027, 3, 31))
            : new AnswerWords(code, "I say it here, before you all.");
        await PostAsync(scribe, "/api/floor/record", new RecordCommand(Guid.NewGuid(), Next(cell), words));
        await PostAsync(chair, "/api/floor/rule", new RuleCommand(Guid.NewGuid(), Next(cell), Ruling.Confirm));
    }

    /// <summary>All in one gesture.</summary>
    public Task RevealAsync(Guid ask, params IEnumerable<Guid> powerHolders) =>
        PostAsync(chair, "/api/floor/reveal", new RevealCommand(Guid.NewGuid(), [.. powerHolders.Select(p => Next(new(ask, p)))]));

    public async ValueTask DisposeAsync()
    {
        chair.Dispose();
        scribe.Dispose();
        steward.Dispose();
        server.Dispose();
        await hall.Server.DisposeAsync();
    }

    private CellRef Next(CellKey cell)
    {
        var version = versions.GetValueOrDefault(cell);
        versions[cell] = version + 1;
        return new(cell.Ask, cell.PowerHolder, version);
    }

    private static async Task PostAsync<T>(HttpClient who, string path, T body)
    {
        using var response = await who.PostAsJsonAsync(path, body, WireFormat.Json);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private HttpClient Client(PairedDevice device) =>
        new() { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new("Bearer", device.Token) } };

    private readonly record struct CellKey(Guid Ask, Guid PowerHolder);
}
