using System.Net;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Desk;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

/// <summary>turnout.md, rules 15–17: what a person has to look at.</summary>
public sealed class CaseTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice steward = null!;
    private PairedDevice desk = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
        desk = await hall.PairAsync(DeviceRole.Desk);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task An_unknown_code_that_was_let_in_offline_is_a_case()
    {
        await SendAsync(steward, Offline(hall.Scan("not a pass")) with { Forced = true, Reason = "Queue to the street" });
        var open = Assert.Single((await CasesAsync()).Cases);
        Assert.Equal(
            (ScanOutcome.AdmittedAttention, ScanOutcome.Unknown, true, true, true, "Queue to the street"),
            (open.Outcome, open.Finding!.Value, open.Offline, open.Forced, open.Counts, open.Reason));
        Assert.Equal(("North door", "Steward"), (open.Door, open.Device));
    }

    [Fact]
    public async Task A_withdrawn_pass_and_a_full_room_are_cases_and_what_the_desk_overrides_is_none()
    {
        var passes = await hall.IssueAsync(3);
        await hall.Server.ChangeAsync(db => db.Passes.Attach(passes[0].Pass).Entity.Status = PassStatus.Revoked);
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 1);
        await SendAsync(steward, Offline(hall.Scan(passes[0].Token)), Offline(hall.Scan(passes[1].Token)));
        await SendAsync(desk, hall.Scan(passes[2].Token) with { Forced = true, Reason = "The mayor" });
        var cases = (await CasesAsync()).Cases;
        Assert.Equal(
            [ScanOutcome.Revoked, ScanOutcome.RoomFullRedirect],
            cases.Select(c => c.Finding!.Value).OrderBy(f => f));
    }

    [Fact]
    public async Task Two_offline_devices_with_one_pass_are_one_case_that_says_when_and_where_it_came_first()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await SendAsync(steward, Offline(hall.Scan(pass.Token)));
        var first = hall.Server.Clock.GetCurrentInstant();
        hall.Server.Clock.Advance(Duration.FromMinutes(5));
        await SendAsync(await hall.PairAsync(DeviceRole.Steward), Offline(hall.Scan(pass.Token)));
        var open = Assert.Single((await CasesAsync()).Cases);
        Assert.Equal((ScanOutcome.DuplicateOffline, first, "North door", "St Mary's"), (open.Outcome, open.FirstAt!.Value, open.FirstDoor, open.Institution));
    }

    [Fact]
    public async Task Somebody_let_in_by_a_scan_that_could_not_be_applied_is_a_case_that_does_not_count()
    {
        await SendAsync(steward, Offline(hall.Scan("", ScanMethod.Group)) with { InstitutionId = Guid.NewGuid(), Adults = 40, Under18s = 2, Name = "Ruth Abara" });
        var open = Assert.Single((await CasesAsync()).Cases);
        Assert.Equal((ScanOutcome.Error, false, 40, 2, "Ruth Abara"), (open.Outcome, open.Counts, open.Adults, open.Under18s, open.Name));
        Assert.Equal(0, await ArrivedAsync());
        Assert.Contains("delegation", open.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_at_the_door_was_told_at_once_is_no_case()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await SendAsync(steward, hall.Scan(pass.Token), hall.Scan(pass.Token), hall.Scan("not a pass"));
        await SendAsync(steward, hall.Scan("", ScanMethod.Walkup) with { InstitutionId = Guid.NewGuid() });
        Assert.Equal(0, (await CasesAsync()).Open);
    }

    [Fact]
    public async Task A_walk_ups_name_is_shown_to_the_desk()
    {
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 0);
        await SendAsync(steward, Offline(hall.Scan("", ScanMethod.Walkup)) with { Name = "Maria Lopez" });
        Assert.Equal("Maria Lopez", (await CasesAsync()).Cases[0].Name);
    }

    [Fact]
    public async Task A_case_that_is_left_as_it_is_is_closed_once_and_stays_in_the_count()
    {
        var scan = await OpenCaseAsync();
        await ResolveAsync(scan, new ResolveCommand(ResolutionKind.LeftAsIs, "  Known to the priest  "));
        await ResolveAsync(scan, new ResolveCommand(ResolutionKind.LeftAsIs, "Somebody else"));
        Assert.Equal(0, (await CasesAsync()).Open);
        var resolution = await hall.Server.ReadAsync(db => db.Resolutions.SingleAsync());
        Assert.Equal(("Known to the priest", $"device:{desk.Device.Id}"), (resolution.Note, resolution.By));
        Assert.Equal(1, await ArrivedAsync());
        var row = await hall.Server.ReadAsync(db => db.Changes.SingleAsync(c => c.Kind == "case.left_as_is"));
        Assert.DoesNotContain("priest", row.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_case_back_takes_its_scan_back_and_closes_it_in_one()
    {
        var scan = await OpenCaseAsync();
        await ResolveAsync(scan, new ResolveCommand(ResolutionKind.TakenBack, "Not one of ours"));
        Assert.Equal((0, 0), ((await CasesAsync()).Open, await ArrivedAsync()));
        var undo = await hall.Server.ReadAsync(db => db.Scans.SingleAsync(s => s.Undoes == scan));
        Assert.Equal(("Not one of ours", desk.Device.Id, ScanOutcome.Undone), (undo.Reason, undo.DeviceId, undo.Outcome));
    }

    [Fact]
    public async Task A_clicker_s_case_is_not_taken_back_and_stays_open()
    {
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = AssemblyState.Closed);
        var taps = Offline(hall.Scan($"{Guid.NewGuid()}", ScanMethod.Tally)) with { Up = 7, Down = 0 };
        await SendAsync(steward, taps);
        Assert.Equal(["kind"], await desk.Http().RefusedAsync(
            HttpStatusCode.Conflict, $"/api/door/cases/{taps.ScanId}/resolve", new ResolveCommand(ResolutionKind.TakenBack)));
        Assert.Equal((1, 7), ((await CasesAsync()).Open, await ArrivedAsync()));
    }

    [Fact]
    public async Task What_another_desk_has_taken_back_is_not_counted_with_an_institution_any_more()
    {
        var scan = await OpenCaseAsync();
        await SendAsync(await hall.PairAsync(DeviceRole.Desk), hall.Scan("") with { Undoes = scan, Reason = "Not one of ours" });
        Assert.Equal([""], await desk.Http().RefusedAsync(
            HttpStatusCode.Conflict, $"/api/door/cases/{scan}/resolve", new ResolveCommand(ResolutionKind.CountedWith, null, hall.Institution.Id, 1)));
        Assert.Equal(0, await ArrivedAsync());
    }

    [Fact]
    public async Task Counting_a_case_with_an_institution_keeps_when_and_where_they_came_and_the_name_they_gave()
    {
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.RoomCapacity = 0);
        var walkup = Offline(hall.Scan("", ScanMethod.Walkup)) with { Name = "Maria Lopez" };
        await SendAsync(steward, walkup);
        hall.Server.Clock.Advance(Duration.FromMinutes(50));
        var elsewhere = await hall.PairAtOverflowAsync();
        var other = await hall.PairAsync(DeviceRole.Desk, doorId: elsewhere.Device.DoorId);

        Assert.Equal(HttpStatusCode.NoContent, (await other.Http().PostAsJsonAsync(
            $"/api/door/cases/{walkup.ScanId}/resolve", new ResolveCommand(ResolutionKind.CountedWith, null, hall.Institution.Id, 1, 0), WireFormat.Json)).StatusCode);

        var admission = await hall.Server.ReadAsync(db => db.Admissions.SingleAsync());
        Assert.Equal((hall.Institution.Id, hall.Door.Id, TestServer.Evening), (admission.InstitutionId!.Value, admission.DoorId!.Value, admission.At));
        var found = await desk.Http().SendAsync<NameSearchReply>("/api/door/search", new NameQuery("Lopez"));
        Assert.Equal(("Maria Lopez", Whereabouts.Inside), (Assert.Single(found.Found).Name, found.Found[0].State));
    }

    [Theory]
    [InlineData(null, null, "adults"), InlineData(0, 0, "adults"), InlineData(-1, 0, "adults"), InlineData(1, -1, "under18s")]
    public async Task Counting_nobody_is_refused_and_names_the_field(int? adults, int? under18s, string field)
    {
        var scan = await OpenCaseAsync();
        var path = $"/api/door/cases/{scan}/resolve";
        Assert.Equal([field], await desk.Http().RefusedAsync(
            HttpStatusCode.BadRequest, path, new ResolveCommand(ResolutionKind.CountedWith, null, hall.Institution.Id, adults, under18s)));
        Assert.Equal(["institutionId"], await desk.Http().RefusedAsync(
            HttpStatusCode.BadRequest, path, new ResolveCommand(ResolutionKind.CountedWith, null, Guid.NewGuid(), 1)));
        Assert.Equal(1, (await CasesAsync()).Open);
    }

    [Theory, InlineData(ResolutionKind.CountedWith), InlineData(ResolutionKind.Merged)]
    public async Task What_wants_the_scan_taken_back_is_refused_while_it_counts(ResolutionKind kind)
    {
        var scan = await OpenCaseAsync();
        Assert.Equal(["kind"], await desk.Http().RefusedAsync(HttpStatusCode.Conflict, $"/api/door/cases/{scan}/resolve", new ResolveCommand(kind)));

        await SendAsync(desk, hall.Scan("") with { Undoes = scan, Reason = "Not one of ours" });
        await ResolveAsync(scan, new ResolveCommand(kind));
        Assert.Equal(kind, (await hall.Server.ReadAsync(db => db.Resolutions.SingleAsync())).Kind);
        Assert.Equal(0, await ArrivedAsync());
    }

    [Fact]
    public async Task A_scan_that_was_taken_back_is_no_case_any_more()
    {
        var scan = await OpenCaseAsync();
        await SendAsync(desk, hall.Scan("") with { Undoes = scan, Reason = "Not one of ours" });
        Assert.Equal(0, (await CasesAsync()).Open);
    }

    [Fact]
    public async Task Counting_with_an_institution_moves_the_person_there()
    {
        var scan = await OpenCaseAsync();
        await SendAsync(desk, hall.Scan("") with { Undoes = scan, Reason = "Counted with its institution" }, hall.Scan("", ScanMethod.Walkup) with { InstitutionId = hall.Institution.Id });
        await ResolveAsync(scan, new ResolveCommand(ResolutionKind.CountedWith));
        var count = await hall.Server.ReadAsync(db => db.TurnoutCounts.SingleAsync(c => c.Arrived > 0));
        Assert.Equal((hall.Institution.Id, 1), (count.InstitutionId, count.Arrived));
    }

    [Fact]
    public async Task A_walk_up_with_a_pass_after_all_is_merged_into_it_and_counted_once()
    {
        var pass = (await hall.IssueAsync(1))[0].Pass;
        var walkup = Offline(hall.Scan("", ScanMethod.Walkup));
        await SendAsync(steward, walkup);
        await SendAsync(desk, hall.Scan("") with { Undoes = walkup.ScanId, Reason = "Has a pass" }, hall.Scan($"{pass.Id}", ScanMethod.Search));
        Assert.Equal(1, await ArrivedAsync());
        Assert.Equal(pass.Id, (await hall.Server.ReadAsync(db => db.Admissions.SingleAsync())).PassId);
    }

    [Fact]
    public async Task A_scan_of_another_assembly_or_of_nobody_is_not_found()
    {
        var scan = await OpenCaseAsync();
        using var elsewhere = (await hall.PairAsync(DeviceRole.Desk, await hall.AnotherAssemblyAsync())).Http();
        foreach (var (client, id) in new[] { (elsewhere, scan), (desk.Http(), Guid.NewGuid()) })
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync($"/api/door/cases/{id}/resolve", new ResolveCommand(ResolutionKind.LeftAsIs), WireFormat.Json)).StatusCode);
        Assert.Equal(0, (await elsewhere.ReadAsync<OpenCases>("/api/door/cases")).Open);
    }

    [Fact]
    public async Task A_note_too_long_is_refused()
    {
        var scan = await OpenCaseAsync();
        Assert.Equal(["note"], await desk.Http().RefusedAsync(
            HttpStatusCode.BadRequest, $"/api/door/cases/{scan}/resolve", new ResolveCommand(ResolutionKind.LeftAsIs, new string('x', 201))));
    }

    [Fact]
    public async Task The_desk_sees_the_number_of_cases_move_when_one_is_opened_and_when_it_is_closed()
    {
        await using var line = await desk.LineAsync("/live");
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("desk")).GetAsyncEnumerator();
        await NextAsync(frames);
        Assert.Equal(0, frames.Current.Present!.Value.GetProperty("openCases").GetInt32());
        var scan = await OpenCaseAsync();
        await NextAsync(frames);
        Assert.Equal(1, frames.Current.Patch!.Value.GetProperty("openCases").GetInt32());
        Assert.True(frames.Current.Patch.Value.TryGetProperty("cursor", out _));
        await ResolveAsync(scan, new ResolveCommand(ResolutionKind.LeftAsIs));
        await NextAsync(frames);
        Assert.Equal(0, frames.Current.Patch!.Value.GetProperty("openCases").GetInt32());
    }

    private static ScanCommand Offline(ScanCommand scan) => scan with { Decided = ScanOutcome.Admitted };

    private static async Task NextAsync(IAsyncEnumerator<LiveFrame> frames) =>
        Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10)));

    private async Task<Guid> OpenCaseAsync()
    {
        var scan = Offline(hall.Scan("not a pass"));
        await SendAsync(steward, scan);
        return scan.ScanId;
    }

    private Task<OpenCases> CasesAsync() => desk.Http().ReadAsync<OpenCases>("/api/door/cases");

    private Task<int> ArrivedAsync() => hall.Server.ReadAsync(db => db.TurnoutCounts.SumAsync(c => c.Arrived));

    private async Task ResolveAsync(Guid scan, ResolveCommand command) => Assert.Equal(
        HttpStatusCode.NoContent, (await desk.Http().PostAsJsonAsync($"/api/door/cases/{scan}/resolve", command, WireFormat.Json)).StatusCode);

    private static Task SendAsync(PairedDevice device, params ScanCommand[] scans) =>
        device.Http().SendAsync<ScanBatchReply>("/api/scans", new ScanBatch(scans));
}
