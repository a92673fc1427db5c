using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.Rules;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Rehearsal;
using Assemblies.Tests.Harness;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>The assembly of 6 June 2018 goes on: the private meeting in July, the public report-back of 10 October, with a clock that moves.</summary>
/// <remarks>Of the meeting only the month is known: its last day stands for it, and nothing that is tested rests on it.</remarks>
public sealed class Build2018FollowUpTests : IAsyncLifetime
{
    private static readonly CaseFile Case = CaseFile.Build2018();
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Case.TimeZone];
    private static readonly LocalDate PatrolsDue = Case.Date.PlusDays(30);
    private static readonly LocalDate Meeting = new(2018, 7, 31);
    private static readonly LocalDate ReportBack = new(2018, 10, 10);

    private readonly List<string> seen = [];
    private TestServer server = null!;
    private HttpClient organiser = null!;
    private AssemblyDetails assembly = null!;
    private PowerHolderRow mayor = null!;
    private AskRow patrols = null!;

    private string Api => $"/api/assemblies/{assembly.Id}";

    private string Patrols => $"{Api}/commitments/{patrols.Id}/{mayor.Id}";

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        GoTo(Case.Date.At(new LocalTime(19, 30)));
        organiser = await server.OrganiserAsync();
        assembly = await organiser.SendAsync<AssemblyDetails>("/api/assemblies", new AssemblyCommand(
            Case.Title, Case.Venue, Case.TimeZone, Case.Date.At(new LocalTime(18, 0)), Case.Date.At(new LocalTime(19, 0)), Case.Date.At(new LocalTime(20, 30)), 1_500));
        mayor = await organiser.SendAsync<PowerHolderRow>($"{Api}/power-holders", new PowerHolderCommand(Case.PowerHolders[0].Name, Case.PowerHolders[0].Office));
        await organiser.SendAsync<AssemblyDetails>($"{Api}/open", new { });
        foreach (var told in Case.Asks)
            await AnswerAsync(told);
        patrols = (await organiser.ReadAsync<List<AskRow>>($"{Api}/asks"))[0];
        await organiser.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand());
        await SeeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Every_yes_of_the_mayor_is_followed_up_and_the_dated_part_asks_for_a_look_on_its_day()
    {
        var all = await organiser.ReadAsync<List<CommitmentRow>>("/api/commitments");
        Assert.Equal(Case.Asks.Count, all.Count(c => c is { Standing: CommitmentStanding.Made, Office: "Mayor of Baltimore", Person: "Catherine Pugh" }));
        Assert.DoesNotContain(NeedKind.PartDue, await NeedsAsync());
        GoTo(PatrolsDue.At(new LocalTime(9, 0)));
        Assert.Contains("A part is due today", (await RowAsync()).Needs.Select(n => n.Words));
    }

    [Fact]
    public async Task It_is_overdue_from_midnight_in_Baltimore_and_long_overdue_when_the_report_back_is_held()
    {
        await DueAsync();
        GoTo(PatrolsDue.At(new LocalTime(23, 59)));
        Assert.Equal(TimelinessKind.DueToday, (await RowAsync()).Timeliness.Kind);
        GoTo(PatrolsDue.PlusDays(1).At(new LocalTime(0, 1)));
        Assert.Equal(new Timeliness(TimelinessKind.Overdue, 1), (await RowAsync()).Timeliness);
        GoTo(ReportBack.At(new LocalTime(19, 0)));
        Assert.Equal(new Timeliness(TimelinessKind.LongOverdue, 96), (await RowAsync()).Timeliness);
        // The account says "127 days later": it counts the evening itself.
        Assert.Equal(127, Timeliness.Between(Case.Date, ReportBack) + 1);
    }

    [Fact]
    public async Task The_meeting_of_July_and_the_report_back_are_in_the_record_and_every_checkpoint_that_was_seen_is_a_prefix()
    {
        await DueAsync();
        await StepAsync("meeting", new MeetingCommand(60));
        GoTo(Meeting.At(new LocalTime(18, 0)));
        var met = await StepAsync("contacts", new ContactCommand(Meeting, ContactHow.Meeting, Outcome: ContactOutcome.Reached, Note: "Private."));
        Assert.Null(met.Commitment.Meeting);
        GoTo(Meeting.PlusDays(59).At(new LocalTime(12, 0)));
        Assert.DoesNotContain(NeedKind.NoActivity, await NeedsAsync());
        GoTo(ReportBack.At(new LocalTime(21, 0)));
        Assert.Contains("Nothing was done for 71 days", (await RowAsync()).Needs.Select(n => n.Words));
        var evidence = await StepAsync("evidence", new EvidenceCommand("Report-back at Zion Baptist Church", "https://buildiaf.org/report-back", On: ReportBack, Source: "BUILD"));
        await StepAsync("status", new AssessCommand(new(DeliveryStatus.UnderWay, ReportBack, Evidence: [evidence.Steps[^1].Id])));

        var status = await organiser.ReadAsync<RecordStatus>($"{Api}/public-record");
        var verdict = await server.VerifyAsync(status.Path!, status.VerifierKey!, [.. seen]);
        Assert.True(verdict.Outcome == Outcome.Valid, verdict.Finding?.Message);
        Assert.Equal((5, seen.Count), (seen.Distinct().Count(), seen.Count));
        var file = Path.Combine(server.Folder, "bundle.zip");
        await File.WriteAllBytesAsync(file, await server.Visitor().GetByteArrayAsync($"{status.Path}/bundle.zip"));
        var (exit, said) = await VerifyProgram.RunAsync(file, "--vkey", status.VerifierKey!);
        Assert.True(exit == 0, said);
    }

    private Task<CommitmentHistory> DueAsync() => StepAsync("due", new DueCommand("Foot patrols within 30 days, as the ask says.", true, PatrolsDue));

    private async Task<CommitmentHistory> StepAsync(string path, object command)
    {
        var after = await organiser.SendAsync<CommitmentHistory>($"{Patrols}/{path}", command);
        if (path != "meeting")
            await SeeAsync();
        return after;
    }

    // What a phone keeps.
    private async Task SeeAsync() =>
        seen.Add(await server.Visitor().GetStringAsync($"{(await organiser.ReadAsync<RecordStatus>($"{Api}/public-record")).Path}/checkpoint"));

    private async Task<CommitmentRow> RowAsync() => (await organiser.ReadAsync<CommitmentHistory>(Patrols)).Commitment;

    private async Task<IReadOnlyList<NeedKind>> NeedsAsync() => [.. (await RowAsync()).Needs.Select(n => n.Kind)];

    private void GoTo(LocalDateTime at) => server.Clock.GoTo(at.InZoneStrictly(Zone).ToInstant());

    private async Task AnswerAsync(CaseAsk told)
    {
        var terms = told.Part is null ? null : new AskTerms([new(told.Part, PatrolsDue)]);
        var ask = await organiser.SendAsync<AskRow>($"{Api}/asks", new AskCommand(told.Text, told.Area, PowerHolderIds: [mayor.Id], Terms: terms));
        var (chair, scribe) = (await TabletAsync(DeviceRole.Chair), await TabletAsync(DeviceRole.Scribe));
        await chair.SendAsync<FloorReply>("/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(ask.Id, mayor.Id, 0)]));
        await scribe.SendAsync<FloorReply>("/api/floor/record", new RecordCommand(Guid.NewGuid(), new(ask.Id, mayor.Id, 1), new(told.Answers[mayor.Name], "Yes.", "en")));
        await chair.SendAsync<FloorReply>("/api/floor/rule", new RuleCommand(Guid.NewGuid(), new(ask.Id, mayor.Id, 2), Ruling.Confirm));
        await chair.SendAsync<FloorReply>("/api/floor/reveal", new RevealCommand(Guid.NewGuid(), [new CellRef(ask.Id, mayor.Id, 3)]));
    }

    private readonly Dictionary<DeviceRole, HttpClient> tablets = [];

    private async Task<HttpClient> TabletAsync(DeviceRole role)
    {
        if (tablets.TryGetValue(role, out var known))
            return known;
        var invited = await organiser.SendAsync<InviteReply>($"{Api}/pairings", new InviteCommand(role));
        var paired = await server.Visitor().SendAsync<PairReply>("/api/devices/pair", new PairCommand(invited.Code, $"{role}"));
        return tablets[role] = server.WithToken(paired.Token);
    }
}
