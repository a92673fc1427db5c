using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.RollCall;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Institutions;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Official;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>product.md, 21: order, frozen figures, latecomers.</summary>
public sealed class RollCallTests
{
    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Starting_it_freezes_the_official_turnout_and_the_figures_stand_whoever_comes_later(TestDatabaseKind kind)
    {
        await using var floor = await EveningFloor.OpenAsync(kind);
        var mosque = await AddAsync(floor, "East Mosque", "East");
        await ArriveAsync(floor, 3);
        await floor.DoneAsync(Started);
        await floor.DoneAsync(RollCallStarted);
        await ArriveAsync(floor, 2);

        var call = (await floor.PresentAsync()).RollCall!;
        Assert.Equal((3, 3), (call.Official, call.Rows[floor.Hall.Institution.Id].Figure));
        Assert.Equal((2, 0, false), (call.Rows[mosque].Number, call.Rows[mosque].Figure, call.Rows[mosque].IsLate));
        Assert.Equal(1, await floor.Hall.Server.ReadAsync(db => db.OfficialTurnouts.CountAsync()));

        await floor.DoneAsync(InstitutionCalled, c => c with { SubjectId = floor.Hall.Institution.Id });
        var screen = await floor.ScreenAsync();
        Assert.Equal((Scene.RollCall, "St Mary's", 3, 1, 3), (screen.Scene, screen.RollCall!.Current!.Institution, screen.RollCall.Current.Figure, screen.RollCall.Called, screen.RollCall.Official));
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Of_a_turnout_that_was_frozen_before_the_figures_are_those_of_that_moment(TestDatabaseKind kind)
    {
        await using var floor = await EveningFloor.OpenAsync(kind);
        await ArriveAsync(floor, 3);
        using var organiser = await floor.Hall.Server.OrganiserAsync();
        await organiser.SendAsync<OfficialFigure>($"/api/assemblies/{floor.Hall.Assembly.Id}/turnout/official", new FreezeCommand());
        floor.Wait(60);
        await ArriveAsync(floor, 4);
        await floor.DoneAsync(Started);
        await floor.DoneAsync(RollCallStarted);
        var call = (await floor.PresentAsync()).RollCall!;
        Assert.Equal((3, 3), (call.Official, call.Rows[floor.Hall.Institution.Id].Figure));
        Assert.Equal(1, await floor.Hall.Server.ReadAsync(db => db.OfficialTurnouts.CountAsync()));
    }

    [Fact]
    public async Task An_institution_that_comes_after_the_freeze_is_offered_at_the_end_with_what_has_come_by_then()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        await floor.DoneAsync(RollCallStarted);
        await ArriveAsync(floor, 2);
        var row = (await floor.PresentAsync()).RollCall!.Rows[floor.Hall.Institution.Id];
        Assert.Equal((true, 2), (row.IsLate, row.Figure));
        await floor.DoneAsync(InstitutionCalled, c => c with { SubjectId = floor.Hall.Institution.Id });
        await ArriveAsync(floor, 1);
        Assert.Equal(2, (await floor.PresentAsync()).RollCall!.Rows[floor.Hall.Institution.Id].Figure);
        Assert.Equal(2, (await floor.ScreenAsync()).RollCall!.Current!.Figure);
    }

    [Fact]
    public async Task The_hall_sees_no_figure_below_the_smallest_shown_and_nothing_of_those_not_called()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await AddAsync(floor, "Nobody Came", null);
        await floor.Hall.Server.ChangeAsync(db => db.Assemblies.Attach(floor.Hall.Assembly).Entity.SmallestShown = 5);
        await ArriveAsync(floor, 4);
        await floor.DoneAsync(Started);
        await floor.DoneAsync(RollCallStarted);
        await floor.DoneAsync(InstitutionCalled, c => c with { SubjectId = floor.Hall.Institution.Id });
        var call = (await floor.ScreenAsync()).RollCall!;
        Assert.Equal(("St Mary's", null), (call.Current!.Institution, call.Current.Figure));
        Assert.Empty(call.Recent);
    }

    [Fact]
    public async Task A_refused_start_freezes_nothing()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await ArriveAsync(floor, 1);
        Assert.Equal(FloorOutcome.Refused, (await floor.GiveAsync(RollCallStarted)).Outcome);
        await floor.DoneAsync(Started);
        await using var stageManager = await floor.TabletAsync(DeviceRole.StageManager);
        Assert.Equal(FloorOutcome.Refused, (await floor.GiveAsync(stageManager, RollCallStarted)).Outcome);
        Assert.Equal(0, await floor.Hall.Server.ReadAsync(db => db.OfficialTurnouts.CountAsync()));
        await floor.DoneAsync(RollCallStarted);
        Assert.Equal(FloorOutcome.Done, (await floor.GiveAsync(stageManager, InstitutionCalled, c => c with { SubjectId = floor.Hall.Institution.Id })).Outcome);
    }

    [Fact]
    public async Task Two_hundred_and_twenty_institutions_are_called_one_after_the_other()
    {
        await using var floor = await EveningFloor.OpenAsync();
        for (var i = 0; i < 3; i++)
            await AddManyAsync(floor, i, 73);
        await floor.DoneAsync(Started);
        await floor.DoneAsync(RollCallStarted, c => c with { Order = RollCallOrder.Alphabetical });
        var rows = (await floor.PresentAsync()).RollCall!.Rows;
        Assert.Equal(220, rows.Count);
        var version = 2;
        foreach (var id in rows.OrderBy(r => r.Value.Number).Select(r => r.Key))
            Assert.Equal(FloorOutcome.Done, (await floor.Chair.InvokeAsync<FloorReply>("Run", new RunCommand(Guid.NewGuid(), version++, InstitutionCalled, SubjectId: id))).Outcome);
        var screen = (await floor.ScreenAsync()).RollCall!;
        Assert.Equal((220, 5), (screen.Called, screen.Recent.Count));
        Assert.All((await floor.PresentAsync()).RollCall!.Rows.Values, r => Assert.NotNull(r.CalledAt));
    }

    [Theory]
    [InlineData(RollCallOrder.Chapter, "bdacef")]
    [InlineData(RollCallOrder.Alphabetical, "abcdef")]
    [InlineData(RollCallOrder.Custom, "dabcef")]
    public void The_order_is_by_chapter_by_name_or_as_the_chair_wrote_it_and_who_had_not_come_is_last(RollCallOrder order, string expected)
    {
        RollCallName[] names = [.. "abcdef".Select(c => new RollCallName(Guid.NewGuid(), $"{c}", c switch { 'b' or 'd' => "East", 'e' => null, _ => "West" }))];
        var call = new RollCallLife(order, [names[3].Id], names.ToDictionary(n => n.Id, n => n.Name == "f" ? 0 : 9), []);
        Assert.Equal(expected, string.Concat(RollCallSort.Sort(call, names.Reverse()).Select(n => n.Name)));
    }

    private static async Task<Guid> AddAsync(EveningFloor floor, string name, string? chapter)
    {
        var institution = new Institution { Name = name, NameKey = name.ToLowerInvariant(), Chapter = chapter };
        await floor.Hall.Server.ChangeAsync(db => db.AddRange(institution, new Delegation { AssemblyId = floor.Hall.Assembly.Id, InstitutionId = institution.Id, Pledge = 10 }));
        return institution.Id;
    }

    private static Task AddManyAsync(EveningFloor floor, int part, int count) => floor.Hall.Server.ChangeAsync(db =>
    {
        foreach (var institution in Enumerable.Range(0, count).Select(i => new Institution { Name = $"Church {part} {i}", NameKey = $"church {part} {i}" }))
            db.AddRange(institution, new Delegation { AssemblyId = floor.Hall.Assembly.Id, InstitutionId = institution.Id });
    });

    private static async Task ArriveAsync(EveningFloor floor, int people)
    {
        var steward = await floor.Hall.PairAsync(DeviceRole.Steward);
        var passes = await floor.Hall.IssueAsync(people);
        var answers = await steward.SendAsync([.. passes.Select(p => floor.Hall.Scan(p.Token))]);
        Assert.All(answers, a => Assert.Equal(ScanOutcome.Admitted, a.Outcome));
    }
}
