using System.Net;
using System.Text;
using Assemblies.Agenda;
using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.ReportBack;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Floor;
using Assemblies.PublicRecord.Entries;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using NodaTime;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>A year later the same office is invited again, with another person in it: the evening asks what became of the mayor's yes.</summary>
public abstract class ReportBackTests(TestDatabaseKind kind) : IAsyncLifetime
{
    private static readonly LocalDate Looked = new(2027, 7, 12);

    private FollowedUp it = null!;
    private AssemblyDetails next = null!;

    private string Api => $"/api/assemblies/{next.Id}";

    private string Order => $"{Api}/running-order";

    public async ValueTask InitializeAsync()
    {
        it = await FollowedUp.StartAsync(new(AnswerCode.YesWithConditions, "If we get the land, yes.", Condition: "the land is released", WhoseMove: "the city", Due: new LocalDate(2027, 6, 30)), kind, browser: true);
        await it.CloseAsync();
        it.GoTo(Looked);
        var evidence = await it.StepAsync("evidence", new EvidenceCommand("Council minutes", "https://council.example/minutes", On: Looked, Source: "Council"));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.UnderWay, Looked, Evidence: [evidence.Steps[^1].Id])));
        next = await it.Maria.SendAsync<AssemblyDetails>("/api/assemblies", new AssemblyCommand(
            "London Assembly 2027", "Copper Box", "Europe/London", new LocalDateTime(2027, 10, 7, 18, 0), new LocalDateTime(2027, 10, 7, 19, 0), new LocalDateTime(2027, 10, 7, 21, 0), 1_600));
    }

    public async ValueTask DisposeAsync()
    {
        await it.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_the_office_of_a_guest_still_owes_is_proposed_as_it_will_stand_on_the_evening()
    {
        Assert.False(Assert.Single(await ListAsync()).IsProposed);
        await InviteAsync("S. Bello", " MAYOR ");
        var old = Assert.Single(await ListAsync());
        Assert.True(old is { IsProposed: true, IsOpen: true, Person: "A. Mayor", Office: "Mayor", Area: "Housing" });
        Assert.Equal(it.Key, old.Key);
        Assert.Equal(("Under way", "long overdue, by 99 days"), (old.StatusInWords, old.Timeliness));
        Assert.Contains("the land is released", old.Answer);
        Assert.Empty(await it.Maria.ReadAsync<List<OldCommitment>>($"{it.Api}/running-order/commitments"));
    }

    [Fact]
    public async Task An_item_carries_old_commitments_and_keeps_them_through_a_spreadsheet_and_its_own_assemblys_are_refused()
    {
        var added = await AddAsync();
        Assert.Equal([it.Key], added.Commitments);
        var kept = await it.Maria.PutAsJsonAsync($"{Order}/{added.Id}", new AgendaItemCommand(AgendaItemKind.ReportBack, "Renamed", 60), WireFormat.Json);
        Assert.True(kept.IsSuccessStatusCode);
        var file = await it.Maria.GetByteArrayAsync($"/assemblies/{next.Id}/running-order.csv");
        Assert.Contains("london-2026, ask 1: A. Mayor, Mayor", Encoding.UTF8.GetString(file));
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "order.csv" } };
        var imported = await it.Maria.PostAsync($"{Order}/import?mode=replace", content);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync());
        var item = Assert.Single((await it.Maria.ReadAsync<PlannedEvening>(Order)).Items);
        Assert.True(item is { Kind: AgendaItemKind.ReportBack, Title: "Renamed" });
        Assert.Equal([it.Key], item.Commitments);

        Assert.Equal(["commitments"], await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, $"{it.Api}/running-order", Command()));
        Assert.Equal(["commitments"], await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, Order, Command() with { Commitments = [new(it.Hall.Assembly.Id, it.Hall.Ask.Id, it.Hall.Leader.Id)] }));
    }

    [Fact]
    public async Task The_template_of_a_large_evening_reports_back_on_what_the_guests_owe()
    {
        await InviteAsync("S. Bello", "Mayor");
        await it.Maria.SendAsync<PlannedEvening>($"{Order}/template", new TemplateCommand(RunningOrderTemplate.VeryLarge));
        var reported = (await it.Maria.ReadAsync<PlannedEvening>(Order)).Items.Where(i => i.Kind == AgendaItemKind.ReportBack).ToList();
        Assert.Equal([1, 0, 0, 0, 0, 0], reported.Select(i => i.Commitments.Count));
        Assert.Equal(it.Key, reported[0].Commitments[0]);
    }

    [Fact]
    public async Task The_editor_offers_them_without_a_script_and_a_refused_form_keeps_what_was_chosen()
    {
        await InviteAsync("S. Bello", "Mayor");
        var path = $"/assemblies/{next.Id}/running-order/new";
        var choice = ("commitments", $"{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}");
        Assert.Contains("Under way, long overdue, by 99 days.", (await it.Browser!.GetAsync(path)).Text);
        var refused = await it.Browser.PostAsync(path, "save", ("kind", "report_back"), ("title", ""), ("plannedSeconds", "2"), choice);
        Assert.Contains($"value=\"{choice.Item2}\" checked", refused.Html);
        await it.Browser.PostAsync(path, "save", ("kind", "report_back"), ("title", "What became of it"), ("plannedSeconds", "2"), choice);
        Assert.Equal([it.Key], Assert.Single((await it.Maria.ReadAsync<PlannedEvening>(Order)).Items).Commitments);
        Assert.Contains("Under way, long overdue, by 99 days", (await it.Browser.GetAsync($"/assemblies/{next.Id}/running-order")).Text);
        Assert.Contains("If we get the land, yes.", (await it.Browser.GetAsync($"/assemblies/{next.Id}/running-order/sheet?role=chair")).Text);
    }

    [Fact]
    public async Task While_the_item_is_on_the_chair_has_what_to_say_and_the_hall_sees_it_without_what_is_only_proposed()
    {
        await AddAsync();
        await it.Maria.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(AgendaItemKind.Free, "Closing", 60));
        await it.Maria.SendAsync<AssemblyDetails>($"{Api}/open", new { });
        var evidence = (await it.Maria.ReadAsync<CommitmentHistory>(it.One)).Steps.First(s => s.Kind == CommitmentStepKind.EvidenceAdded).Id;
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.KeptLate, Looked, StatusReason.NoMoney, "Money came late.", [evidence], MetOn: Looked)));
        using var chair = (await it.Hall.PairAsync(DeviceRole.Chair, next.Id)).Http();
        using var stage = (await it.Hall.PairAsync(DeviceRole.StageManager, next.Id)).Http();

        var preview = (await stage.SendAsync<PreviewReply>("/api/floor/preview", new PreviewQuery())).Present!;
        Assert.Equal((Scene.Commitments, "Under way"), (preview.Scene, Assert.Single(preview.OldCommitments!).Status));
        await RunAsync(chair, EveningStepKind.Started);
        var card = Assert.Single((await chair.ReadAsync<EveningPresent>("/api/floor/order")).Items.Values.Single(i => i.Status == ItemStatus.Now).Commitments!);
        Assert.Equal(
            "On 1 October 2026 A. Mayor, Mayor, answered: YES, IF the land is released. As we know it: under way, long overdue, by 99 days. A. Mayor, what was done, what comes next, and by when?",
            card.Say);
        Assert.True(card is { IsOnScreens: true, Status: "Under way" });
        var shown = await chair.ReadAsync<ScreenPresent>("/api/screen");
        Assert.Equal(Scene.Commitments, shown.Scene);
        var old = Assert.Single(shown.OldCommitments!);
        Assert.Equal(("A. Mayor", "Under way", "long overdue, by 99 days", "the land is released"), (old.PowerHolder, old.Status, old.Timeliness, old.Answer.Condition));
        Assert.DoesNotContain("Kept", await chair.GetStringAsync("/api/screen"));

        await RunAsync(chair, EveningStepKind.Advanced);
        var after = await chair.ReadAsync<ScreenPresent>("/api/screen");
        Assert.Equal((Scene.NowNext, true), (after.Scene, after.OldCommitments is null));
    }

    [Fact]
    public async Task Another_person_in_the_same_office_is_proposed_as_its_holder_and_only_an_organiser_makes_it_so()
    {
        await InviteAsync("S. Bello", "mayor");
        await InviteAsync("C. Other", "Transport authority");
        Assert.Equal("S. Bello", Assert.Single(await ListAsync()).Successor);
        var form = $"/assemblies/{it.Hall.Assembly.Id}/commitments/{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}/holder";
        Assert.Contains($"href=\"{form}\"", (await it.Browser!.GetAsync($"/assemblies/{next.Id}/running-order/new")).Html);
        Assert.Equal("S. Bello", (await it.Browser.GetAsync(form)).Value("successor"));
        Assert.Equal("A. Mayor", (await it.RowAsync()).Holder);

        await it.StepAsync("holder", new HolderCommand(new("S. Bello", new LocalDate(2027, 5, 10), HolderChange.LostElection)));
        var old = Assert.Single(await ListAsync());
        Assert.Equal((null, "S. Bello", "A. Mayor", true), (old.Successor, old.Holder, old.Person, old.IsProposed));
        await AddAsync();
        using var chair = (await it.Hall.PairAsync(DeviceRole.Chair, next.Id)).Http();
        var say = Assert.Single((await chair.ReadAsync<EveningPresent>("/api/floor/order")).Items.Values.Single().Commitments!).Say;
        Assert.Contains("S. Bello holds the office Mayor since 10 May 2027, after an election that was lost.", say);
        Assert.EndsWith("S. Bello, what was done, what comes next, and by when?", say);
    }

    [Fact]
    public async Task The_score_sheet_says_what_the_guests_promised_before_with_counts_and_denominators()
    {
        var path = $"/assemblies/{next.Id}/asks/sheet";
        Assert.DoesNotContain("Promised before", (await it.Browser!.GetAsync(path)).Text);
        await InviteAsync("S. Bello", "Mayor");
        var sheet = (await it.Browser.GetAsync(path)).Text;
        Assert.Contains("Mayor , now S. Bello: 0 of 1 kept, 1 under way", sheet);
        Assert.Contains("Under way , long overdue, by 99 days: Will you build 200 homes by 2028? (A. Mayor, Mayor, 1 October 2026)", sheet);
        Assert.Contains("Under way: A step was taken, and there is evidence of it.", sheet);
        Assert.Equal(
            "3 of 6 kept (1 of them late), 1 not due, 2 under way",
            OfficeAccount.InWords([DeliveryStatus.UnderWay, DeliveryStatus.Kept, DeliveryStatus.NotDue, DeliveryStatus.KeptLate, DeliveryStatus.Kept, DeliveryStatus.UnderWay]));
    }

    [Fact]
    public async Task What_is_withheld_in_the_record_is_on_the_chairs_tablet_only()
    {
        await AddAsync();
        await it.Maria.SendAsync<AssemblyDetails>($"{Api}/open", new { });
        await it.Hall.Server.ChangeAsync(db => db.RecordEntries.Single(e => e.Type == "answer.recorded" && e.PowerHolderId == it.Hall.Mayor.Id).Bytes = null);
        using var chair = (await it.Hall.PairAsync(DeviceRole.Chair, next.Id)).Http();
        await RunAsync(chair, EveningStepKind.Started);
        Assert.False(Assert.Single((await chair.ReadAsync<EveningPresent>("/api/floor/order")).Items.Values.Single().Commitments!).IsOnScreens);
        Assert.Null((await chair.ReadAsync<ScreenPresent>("/api/screen")).OldCommitments);
    }

    private static async Task RunAsync(HttpClient chair, EveningStepKind step)
    {
        var version = (await chair.ReadAsync<EveningPresent>("/api/floor/order")).Version;
        await chair.SendAsync<FloorReply>("/api/floor/run", new RunCommand(Guid.NewGuid(), version, step));
    }

    private AgendaItemCommand Command() => new(AgendaItemKind.ReportBack, "What became of it", 120, Commitments: [it.Key]);

    private Task<AgendaItemRow> AddAsync() => it.Maria.SendAsync<AgendaItemRow>(Order, Command());

    private Task<List<OldCommitment>> ListAsync() => it.Maria.ReadAsync<List<OldCommitment>>($"{Order}/commitments");

    private Task<PowerHolderRow> InviteAsync(string name, string office) => it.Maria.SendAsync<PowerHolderRow>($"{Api}/power-holders", new PowerHolderCommand(name, office));
}

public sealed class ReportBackOnSqliteTests() : ReportBackTests(TestDatabaseKind.Sqlite);

public sealed class ReportBackOnPostgresTests() : ReportBackTests(TestDatabaseKind.Postgres);
