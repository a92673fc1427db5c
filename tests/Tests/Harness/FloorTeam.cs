using Assemblies.Floor;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Record;

namespace Assemblies.Tests.Harness;

/// <summary>The floor at work over HTTP: puts asks, records, rules, reveals. Each step must succeed.</summary>
public sealed class FloorTeam(Hall hall, PairedDevice chairTablet, PairedDevice scribeTablet)
{
    private readonly HttpClient chair = chairTablet.Http();
    private readonly HttpClient scribe = scribeTablet.Http();
    private readonly List<Ask> asks = [hall.Ask];

    public IReadOnlyList<Ask> Asks => asks;

    public static async Task<FloorTeam> OpenAsync(Hall hall) => new(
        hall, await hall.PairAsync(DeviceRole.Chair), await hall.PairAsync(DeviceRole.Scribe));

    /// <summary>The chair's credential, for another server on the same data.</summary>
    public string ChairToken => chairTablet.Token;

    /// <summary>The scribe's credential, for another server on the same data.</summary>
    public string ScribeToken => scribeTablet.Token;

    public Task PutAsync(params PowerHolder[] to) => PutAskAsync(hall.Ask, to);

    public Task RecordAsync(PowerHolder who, AnswerWords answer, string? askedAs = null) => RecordAskAsync(hall.Ask, who, answer, askedAs);

    /// <summary>A whole answer: put, recorded, confirmed, revealed.</summary>
    public async Task AnswerAsync(PowerHolder who, AnswerWords answer)
    {
        await PutAsync(who);
        await RecordAsync(who, answer);
        await FinishAskAsync(hall.Ask, who);
    }

    public async Task RuleAsync(PowerHolder who, Ruling ruling, AnswerWords? amended = null) => await chair.SendAsync<FloorReply>(
        "/api/floor/rule", new RuleCommand(Guid.NewGuid(), await CellAsync(hall.Ask, who), ruling, Answer: amended));

    public async Task RevealAsync(params PowerHolder[] who) => await chair.SendAsync<FloorReply>(
        "/api/floor/reveal", new RevealCommand(Guid.NewGuid(), await CellsAsync(hall.Ask, who)));

    public async Task ReadBackAsync(PowerHolder who, ReadBackStep step, string? objection = null) => await scribe.SendAsync<FloorReply>(
        "/api/floor/read-back", new ReadBackCommand(Guid.NewGuid(), await CellAsync(hall.Ask, who), step, objection));

    /// <summary>More asks to both power-holders.</summary>
    public Task AddAsksAsync(int count)
    {
        var added = Enumerable.Range(asks.Count + 1, count)
            .Select(number => new Ask { AssemblyId = hall.Assembly.Id, Number = number, Area = $"Area {number}", Version = 1 }).ToList();
        asks.AddRange(added);
        return hall.Server.ChangeAsync(db =>
        {
            db.AddRange(added);
            db.AddRange(added.Select(a => new AskVersion { AskId = a.Id, Version = 1, Text = $"Will you do number {a.Number}?", WrittenAt = TestServer.Evening }));
            db.AddRange(added.SelectMany(a => new[] { hall.Mayor, hall.Leader }.Select(p => new AskTarget { AskId = a.Id, PowerHolderId = p.Id })));
        });
    }

    public async Task PutAskAsync(Ask ask, params PowerHolder[] to) => await chair.SendAsync<FloorReply>(
        "/api/floor/put", new PutCommand(Guid.NewGuid(), await CellsAsync(ask, to)));

    public async Task RecordAskAsync(Ask ask, PowerHolder who, AnswerWords answer, string? askedAs = null) => await scribe.SendAsync<FloorReply>(
        "/api/floor/record", new RecordCommand(Guid.NewGuid(), await CellAsync(ask, who), answer, askedAs));

    /// <summary>Confirms and reveals what was recorded.</summary>
    public async Task FinishAskAsync(Ask ask, params PowerHolder[] who)
    {
        foreach (var one in who)
            await chair.SendAsync<FloorReply>("/api/floor/rule", new RuleCommand(Guid.NewGuid(), await CellAsync(ask, one), Ruling.Confirm));
        await chair.SendAsync<FloorReply>("/api/floor/reveal", new RevealCommand(Guid.NewGuid(), await CellsAsync(ask, who)));
    }

    private async Task<List<CellRef>> CellsAsync(Ask ask, PowerHolder[] who)
    {
        var cells = new List<CellRef>();
        foreach (var one in who)
            cells.Add(await CellAsync(ask, one));
        return cells;
    }

    private async Task<CellRef> CellAsync(Ask ask, PowerHolder who)
    {
        var present = await chair.ReadAsync<FloorPresent>("/api/floor");
        return new CellRef(ask.Id, who.Id, present.Asks[ask.Id].Cells[who.Id].Version);
    }
}
