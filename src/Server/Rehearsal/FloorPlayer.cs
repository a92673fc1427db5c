using Assemblies.Floor;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Rehearsal;

/// <summary>Plays the floor: a chair and a scribe who take the evening from testimony to testimony and ask to ask.</summary>
/// <remarks>A person may take part: the player looks at the floor before each step and leaves what somebody else has done.</remarks>
internal sealed class FloorPlayer(RehearsalDevices devices, EveningClock clock)
{
    private const double TestimonyMinutes = 3;
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
        var minute = ArrivalCurve.Start - 2;
        var number = 0;
        foreach (var ask in MediumEvening.Asks())
        {
            number++;
            await clock.UntilAsync(minute, cancellation);
            if (ask.Testimony is { } institution)
            {
                var speaker = (await FloorAsync(cancellation)).Speakers.First(s => s.Value.Institution == institution).Key;
                await ShowAsync(new ShowCommand(Guid.NewGuid(), Scene.Testimony, SpeakerId: speaker), cancellation);
                await clock.UntilAsync(minute += TestimonyMinutes, cancellation);
            }
            foreach (var round in Enumerable.Range(0, ask.Answers.Values.Max(rounds => rounds.Length)))
                minute = await PlayRoundAsync(number, ask, round, minute, cancellation);
        }
        await clock.UntilAsync(minute + TestimonyMinutes, cancellation);
        await ShowAsync(new ShowCommand(Guid.NewGuid(), Scene.Turnout), cancellation);
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

    private async Task<FloorPresent> FloorAsync(CancellationToken cancellation) =>
        (await floor.GetFromJsonAsync<FloorPresent>("/api/floor", WireFormat.Json, cancellation))!;
}
