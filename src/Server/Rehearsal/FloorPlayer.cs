using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Rehearsal;

/// <summary>Plays the floor: a chair and a scribe who take the evening through its running order, from the welcome to the last answer.</summary>
/// <remarks>A person may take part: the player looks at the floor before each step and leaves what somebody else has done.</remarks>
internal sealed class FloorPlayer(RehearsalDevices devices, EveningClock clock)
{
    private const double AnswerMinutes = 1;

    private HttpClient floor = null!;
    private HubConnection chair = null!;
    private HubConnection scribe = null!;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        var chairToken = await devices.PairAsync(DeviceRole.Chair, null, "Chair's tablet (played)", cancellation);
        floor = RehearsalDevices.Client(devices.Server, chairToken);
        chair = await HubLine.OpenAsync(devices.Server, "/live/floor", chairToken, cancellation);
        scribe = await HubLine.OpenAsync(
            devices.Server, "/live/floor", await devices.PairAsync(DeviceRole.Scribe, null, "Scribe's tablet (played)", cancellation), cancellation);
        await using (chair)
        await using (scribe)
        using (floor)
            await PlayEveningAsync(cancellation);
    }

    private async Task PlayEveningAsync(CancellationToken cancellation)
    {
        await ShowAsync(new ShowCommand(Guid.NewGuid(), Scene.Turnout), cancellation);
        var asks = MediumEvening.Asks().ToList();
        var ids = (await OrderAsync(cancellation)).Items.OrderBy(i => i.Value.Number).Select(i => i.Key).ToList();
        var minute = ArrivalCurve.Start;
        for (var i = 0; i < InventedOrder.Medium.Count; i++)
        {
            var item = InventedOrder.Medium[i];
            await clock.UntilAsync(minute, cancellation);
            await RunAsync(i == 0 ? new(Guid.NewGuid(), 0, EveningStepKind.Started) : new(Guid.NewGuid(), 0, EveningStepKind.Advanced, ids[i]), cancellation);
            if (item.Taken is { } scene)
                await ShowAsync(new ShowCommand(Guid.NewGuid(), scene), cancellation);
            var done = item switch
            {
                { Kind: AgendaItemKind.RollCall } => await CallAsync(minute, item.Minutes, cancellation),
                { Kind: AgendaItemKind.Testimony } => await TellAsync(ids[i], minute, item.Minutes, cancellation),
                { Kind: AgendaItemKind.Answer, Ask: { } number } => await AnswerAsync(number, asks[number - 1], minute, cancellation),
                _ => minute,
            };
            minute = Math.Max(done, minute + item.Minutes);
        }
        await clock.UntilAsync(minute, cancellation);
        await RunAsync(new(Guid.NewGuid(), 0, EveningStepKind.Ended), cancellation);
        await ShowAsync(new ShowCommand(Guid.NewGuid(), Scene.Turnout), cancellation);
    }

    // One institution after the other, within the minutes that the roll call has.
    private async Task<double> CallAsync(double minute, int minutes, CancellationToken cancellation)
    {
        await RunAsync(new(Guid.NewGuid(), 0, EveningStepKind.RollCallStarted), cancellation);
        var rows = (await OrderAsync(cancellation)).RollCall?.Rows.OrderBy(r => r.Value.Number).Where(r => r.Value.Figure > 0).Select(r => r.Key).ToList() ?? [];
        foreach (var institution in rows)
        {
            await RunAsync(new(Guid.NewGuid(), 0, EveningStepKind.InstitutionCalled, SubjectId: institution), cancellation);
            await clock.UntilAsync(minute += (minutes - 1.0) / rows.Count, cancellation);
        }
        return minute;
    }

    private async Task<double> TellAsync(Guid itemId, double minute, int minutes, CancellationToken cancellation)
    {
        if ((await OrderAsync(cancellation)).Items[itemId].Speakers.OrderBy(s => s.Value.Order).Select(s => (Guid?)s.Key).FirstOrDefault() is not { } speaker)
            return minute;
        await RunAsync(new(Guid.NewGuid(), 0, EveningStepKind.ClockStarted, Clock: EveningClockKind.Speaker, Seconds: minutes * 60, SubjectId: speaker), cancellation);
        await clock.UntilAsync(minute + minutes, cancellation);
        await RunAsync(new(Guid.NewGuid(), 0, EveningStepKind.ClockStopped, Clock: EveningClockKind.Speaker), cancellation);
        return minute + minutes;
    }

    private async Task<double> AnswerAsync(int number, InventedAsk ask, double minute, CancellationToken cancellation)
    {
        foreach (var round in Enumerable.Range(0, ask.Answers.Values.Max(rounds => rounds.Length)))
            minute = await PlayRoundAsync(number, ask, round, minute, cancellation);
        return minute;
    }

    // In the first round everybody answers; in a later one only those who have more to say.
    private async Task<double> PlayRoundAsync(int number, InventedAsk ask, int round, double minute, CancellationToken cancellation)
    {
        var answering = ask.Answers.Where(a => a.Value.Length > round).Select(a => a.Key).ToList();
        await StepAsync(number, answering, AnswerStage.Waiting, AnswerStage.Revealed,
            cells => chair.InvokeAsync<FloorReply>("Put", new PutCommand(Guid.NewGuid(), cells), cancellation), cancellation);
        foreach (var order in answering)
        {
            await clock.UntilAsync(minute += AnswerMinutes, cancellation);
            await StepAsync(number, [order], AnswerStage.Put, AnswerStage.Put,
                cells => scribe.InvokeAsync<FloorReply>("Record", new RecordCommand(Guid.NewGuid(), cells[0], ask.Answers[order][round]), cancellation), cancellation);
        }
        foreach (var order in answering)
        {
            await clock.UntilAsync(minute += AnswerMinutes / 2, cancellation);
            await StepAsync(number, [order], AnswerStage.Recorded, AnswerStage.Recorded,
                cells => chair.InvokeAsync<FloorReply>("Rule", new RuleCommand(Guid.NewGuid(), cells[0], Ruling.Confirm), cancellation), cancellation);
        }
        await StepAsync(number, answering, AnswerStage.Confirmed, AnswerStage.Confirmed,
            cells => chair.InvokeAsync<FloorReply>("Reveal", new RevealCommand(Guid.NewGuid(), cells), cancellation), cancellation);
        await clock.UntilAsync(minute += 2 * AnswerMinutes, cancellation);
        return minute;
    }

    private async Task StepAsync(
        int number, IReadOnlyList<int> orders, AnswerStage from, AnswerStage orFrom, Func<IReadOnlyList<CellRef>, Task<FloorReply>> command,
        CancellationToken cancellation)
    {
        var (askId, ask) = (await FloorAsync(cancellation)).Asks.First(a => a.Value.Number == number);
        var cells = ask.Cells.Where(c => orders.Contains(c.Value.Order) && (c.Value.Stage == from || c.Value.Stage == orFrom))
            .Select(c => new CellRef(askId, c.Key, c.Value.Version)).ToList();
        if (cells.Count > 0)
            await command(cells);
    }

    private Task ShowAsync(ShowCommand command, CancellationToken cancellation) => chair.InvokeAsync<FloorReply>("Show", command, cancellation);

    // The evening is read before each step: what somebody else has done since is no reason to stop.
    private async Task RunAsync(RunCommand command, CancellationToken cancellation) => await chair.InvokeAsync<FloorReply>(
        "Run", command with { ExpectedVersion = (await OrderAsync(cancellation)).Version }, cancellation);

    private async Task<EveningPresent> OrderAsync(CancellationToken cancellation) =>
        (await floor.GetFromJsonAsync<EveningPresent>("/api/floor/order", WireFormat.Json, cancellation))!;

    private async Task<FloorPresent> FloorAsync(CancellationToken cancellation) =>
        (await floor.GetFromJsonAsync<FloorPresent>("/api/floor", WireFormat.Json, cancellation))!;
}
