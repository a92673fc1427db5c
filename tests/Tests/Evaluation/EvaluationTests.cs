using Assemblies.Agenda;
using Assemblies.Agenda.Evening;
using Assemblies.Devices;
using Assemblies.Evaluation;
using Assemblies.Evaluation.Notes;
using Assemblies.Institutions;
using Assemblies.Record;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Retention;
using NodaTime;

namespace Assemblies.Tests.Evaluation;

/// <summary>Issue 7, item 8: turnout against pledge, size and history, planned against actual, what to talk about.</summary>
public sealed class EvaluationTests
{
    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task An_institution_stands_beside_its_own_pledge_size_and_history(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var (absent, visitor) = (NewInstitution("Absent Chapel"), NewInstitution("Visitors"));
        await server.ChangeAsync(db =>
        {
            db.AddRange(absent, visitor);
            db.Add(new Delegation { AssemblyId = hall.Assembly.Id, InstitutionId = absent.Id, Pledge = 30 });
            db.Add(new Delegation { AssemblyId = hall.Assembly.Id, InstitutionId = visitor.Id });
            db.Institutions.Attach(hall.Institution).Entity.Size = 400;
            db.Delegations.Single(d => d.InstitutionId == hall.Institution.Id).Goal = 120;
        });
        await EarlierAsync(hall, hall.Institution.Id, "Spring 2026", 2026, pledged: 60, arrived: 51);
        await EarlierAsync(hall, hall.Institution.Id, "Autumn 2025", 2025, pledged: 0, arrived: 20);
        var (came, missed) = (await hall.IssueNamedAsync("Grace Okafor"), await hall.IssueNamedAsync("Ada Bello"));
        Assert.NotEqual(came, missed);
        var steward = await hall.PairAsync(DeviceRole.Steward);
        await LetInAsync(steward, hall.Scan(came), Group(hall, hall.Institution.Id, 20, 9), hall.Fact(ScanMethod.Walkup) with { InstitutionId = hall.Institution.Id });
        server.Clock.Advance(Duration.FromHours(3));
        await LetInAsync(steward, Group(hall, visitor.Id, 4, 0), Group(hall, hall.Institution.Id, 10, 0));

        var review = await ReviewAsync(hall);

        var mary = review.Institutions.Single(i => i.InstitutionId == hall.Institution.Id);
        Assert.Equal(new TurnoutOutcome(100, 120, 85, 2, 1, 41, 9, 1, 10), mary.Outcome);
        Assert.Equal((400, "10 fewer than the 51 of 1 April 2026; 41 % of the pledge, then 85 %."), (mary.Size, mary.Comparison));
        Assert.Equal([("Spring 2026", 51), ("Autumn 2025", 20)], mary.Earlier.Select(e => (e.Title, e.Arrived)));
        Assert.Equal((true, "No earlier assembly is on record."), (Row(absent).NoneCame, Row(absent).Comparison));
        Assert.Equal((true, false, "Here for the first time."), (Row(visitor).IsFirstTime, Row(visitor).NoneCame, Row(visitor).Comparison));
        Assert.Equal((45, 130, 14), (review.Turnout.Arrived, review.Turnout.Pledged, review.Turnout.Late));
        var proposals = string.Join('\n', review.Proposals.Select(p => p.Text));
        Assert.Contains("nobody came: Absent Chapel.", proposals, StringComparison.Ordinal);
        Assert.Contains("Kept less than 60 % of the pledge, and more of it at their last assembly: St Mary's.", proposals, StringComparison.Ordinal);
        Assert.Contains("Came without a pledge: Visitors.", proposals, StringComparison.Ordinal);
        Assert.Contains("Came after the evening was to start: 14 of 45 (31 %).", proposals, StringComparison.Ordinal);

        InstitutionReview Row(Institution institution) => review.Institutions.Single(i => i.InstitutionId == institution.Id);
    }

    [Fact]
    public async Task How_many_of_those_named_came_outlives_their_names()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var passes = await hall.IssueNamedAsync(["Grace Okafor", "Ada Bello", "Sam Lee"]);
        await LetInAsync(await hall.PairAsync(DeviceRole.Steward), hall.Scan(passes[0]), hall.Scan(passes[2]));
        var before = (await ReviewAsync(hall)).Turnout;

        server.Clock.Advance(Duration.FromDays(40));
        Assert.Equal(1, await server.Services.GetRequiredService<RetentionSweep>().SweepAsync(CancellationToken.None));

        Assert.Equal((3, 2), (before.Registered, before.RegisteredCame));
        Assert.Equal(before, (await ReviewAsync(hall)).Turnout);
    }

    [Fact]
    public async Task The_evening_is_compared_with_its_plan_item_by_item_and_in_total()
    {
        await using var floor = await EveningFloor.OpenAsync();
        floor.Wait(2 * 60 * 60 + 300);
        await floor.DoneAsync(EveningStepKind.Started);
        floor.Wait(300);
        await floor.DoneAsync(EveningStepKind.Advanced, c => c with { ItemId = floor.Items[2].Id });
        await floor.DoneAsync(EveningStepKind.ClockStarted, c => c with { Clock = EveningClockKind.Speaker, Seconds = 120, SubjectId = floor.Speaker.Id });
        floor.Wait(1_000);
        await floor.DoneAsync(EveningStepKind.Advanced, c => c with { ItemId = floor.Items[3].Id });
        var team = await FloorTeam.OpenAsync(floor.Hall);
        await team.PutAsync(floor.Hall.Mayor, floor.Hall.Leader);
        await team.RecordAsync(floor.Hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes, I will."));
        await team.RuleAsync(floor.Hall.Mayor, Ruling.Confirm);
        await team.RevealAsync(floor.Hall.Mayor);
        await floor.DoneAsync(EveningStepKind.Ended);

        var review = await ReviewAsync(floor.Hall);

        Assert.Equal((300, 300 + 600 + 480, 1_300), (review.Time.StartedLate, review.Time.PlannedSeconds, review.Time.ActualSeconds));
        Assert.Equal(new SpeechReview(EveningClockKind.Speaker, 1, 1, 120, 1_000), Assert.Single(review.Time.Speeches));
        Assert.Equal((1, 1, 2, 1), (review.Answers.Asks, review.Answers.Put, review.Answers.Cells, review.Answers.Undated));
        Assert.Equal(new AnswerCount(AnswerCode.Yes, 1), Assert.Single(review.Answers.Answers));
        Assert.Contains(review.Proposals, p => p.Text == "Took longer than planned: Stories (+6:40).");
        Assert.Contains(review.Proposals, p => p is { Topic: EvaluationTopic.FollowUp, Text: "1 promise names no date: ask for one within two weeks, while the evening is remembered." });
    }

    [Fact]
    public async Task Before_anybody_came_nothing_is_proposed()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        var review = await ReviewAsync(hall);
        Assert.Empty(review.Proposals);
        Assert.All(review.Institutions, i => Assert.Equal((false, "No earlier assembly is on record."), (i.IsFirstTime, i.Comparison)));
        Assert.Null(review.Doors.Peak15);
        Assert.Null(review.Time.StartedLate);
    }

    [Fact]
    public async Task The_table_for_a_spreadsheet_has_the_last_assembly_beside_this_one_and_runs_nothing()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await server.ChangeAsync(db => db.Institutions.Attach(hall.Institution).Entity.Name = "=SUM(A1)");
        await EarlierAsync(hall, hall.Institution.Id, "Spring", 2026, pledged: 60, arrived: 51);
        using var organiser = await server.OrganiserAsync();
        var lines = (await organiser.GetStringAsync($"/assemblies/{hall.Assembly.Id}/evaluation.csv")).Split("\r\n");
        Assert.Equal("'=SUM(A1),,,100,,85,0,0,0,0,0,0,2026-04-01,60,51,\"51 fewer than the 51 of 1 April 2026; 0 % of the pledge, then 85 %.\"", lines[1]);
        Assert.StartsWith("Together,,,100,,85,0,0,0,", lines[2], StringComparison.Ordinal);
    }

    internal static async Task<AssemblyReview> ReviewAsync(Hall hall)
    {
        using var organiser = await hall.Server.OrganiserAsync();
        return await organiser.ReadAsync<AssemblyReview>($"/api/assemblies/{hall.Assembly.Id}/evaluation");
    }

    internal static Task EarlierAsync(Hall hall, Guid institutionId, string title, int year, int pledged, int arrived) => hall.Server.ChangeAsync(db =>
    {
        var day = new LocalDateTime(year, 4, 1, 18, 0);
        var earlier = new AccountabilityAssembly
        {
            Slug = $"{year}-{title.ToLowerInvariant().Replace(' ', '-')}", Title = title, Venue = "Hall", TimeZone = "Europe/London", Doors = day, Start = day.PlusHours(1),
            HardEnd = day.PlusHours(2), RoomCapacity = 500, State = AssemblyState.Closed,
        };
        db.Add(earlier);
        db.Add(new Delegation { AssemblyId = earlier.Id, InstitutionId = institutionId, Pledge = pledged });
        db.Add(new TurnoutCount { AssemblyId = earlier.Id, InstitutionId = institutionId, DoorId = Guid.Empty, Arrived = arrived });
    });

    private static Institution NewInstitution(string name) => new() { Name = name, NameKey = InstitutionName.Key(name) };

    private static ScanCommand Group(Hall hall, Guid institutionId, int adults, int under18s) =>
        hall.Scan("", ScanMethod.Group) with { InstitutionId = institutionId, Adults = adults, Under18s = under18s };

    private static async Task LetInAsync(PairedDevice steward, params ScanCommand[] scans) =>
        Assert.All(await steward.SendAsync(scans), a => Assert.True(DoorRules.LetsPass(a.Outcome), $"{a.Outcome} {a.Reason}"));
}
