using Assemblies.Agenda.Evening;
using Assemblies.Floor;
using Assemblies.Rehearsal;
using Assemblies.Tests.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>live.md, rule 16: starts are stored, ticks are not; a killed server resumes a running timer.</summary>
public sealed class KilledEveningTests
{
    [Fact]
    public async Task After_kill_9_the_timers_run_on_as_if_nothing_had_been_and_a_repeated_command_is_done_once()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.Hall.Server.StopAsync();
        var folder = floor.Hall.Server.Folder;
        var extend = new RunCommand(Guid.NewGuid(), 3, ClockExtended, Seconds: 30, Clock: EveningClockKind.Speaker);
        EveningPresent before;
        using (var victim = await ServerProcess.StartAsync(folder))
        {
            await using var chair = await HubLine.OpenAsync(victim.Address, "/live/floor", floor.ChairDevice.Token, CancellationToken.None);
            foreach (var command in new[]
            {
                new RunCommand(Guid.NewGuid(), 0, Started),
                new RunCommand(Guid.NewGuid(), 1, Advanced),
                new RunCommand(Guid.NewGuid(), 2, ClockStarted, Seconds: 120, Clock: EveningClockKind.Speaker),
                extend,
            })
                Assert.Equal(FloorOutcome.Done, (await chair.InvokeAsync<FloorReply>("Run", command)).Outcome);
            before = await PresentAsync(victim, floor);
            await victim.KillAsync();
        }
        using var reborn = await ServerProcess.StartAsync(folder);
        var after = await PresentAsync(reborn, floor);
        Assert.NotNull(after.Items[after.NowItemId!.Value].EndsAt);
        Assert.Equal(before.Items[before.NowItemId!.Value].EndsAt, after.Items[after.NowItemId.Value].EndsAt);
        Assert.Equal(before.Clocks.Speaker, after.Clocks.Speaker);
        Assert.Equal(150, after.Clocks.Speaker!.Seconds);
        await using (var again = await HubLine.OpenAsync(reborn.Address, "/live/floor", floor.ChairDevice.Token, CancellationToken.None))
            Assert.Equal(FloorOutcome.Done, (await again.InvokeAsync<FloorReply>("Run", extend)).Outcome);
        await reborn.KillAsync();
        Assert.Equal(4, await floor.Hall.Server.ReadAsync(db => db.EveningSteps.CountAsync()));
    }

    private static async Task<EveningPresent> PresentAsync(ServerProcess server, EveningFloor floor)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", floor.ChairDevice.Token);
        return await http.ReadAsync<EveningPresent>("/api/floor/order");
    }
}
