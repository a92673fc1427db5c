using System.Net;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Turnout;

public sealed class ScanTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PairedDevice steward = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        steward = await hall.PairAsync(DeviceRole.Steward);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_pass_is_admitted_by_its_token_by_its_address_and_by_its_short_code()
    {
        var passes = await hall.IssueAsync(3);
        var answers = await SendAsync(
            hall.Scan(passes[0].Token),
            hall.Scan($"HTTPS://ASSEMBLY.EXAMPLE/P/{passes[1].Token}"),
            hall.Scan($"{passes[2].ShortCode[..4].ToLowerInvariant()}-{passes[2].ShortCode[4..]}", ScanMethod.Code));
        Assert.All(answers, a => Assert.Equal(ScanOutcome.Admitted, a.Outcome));
        Assert.All(answers, a => Assert.Equal("St Mary's", a.Institution));
    }

    [Fact]
    public async Task A_second_scan_says_when_and_where_the_pass_came_in()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await SendAsync(hall.Scan(pass.Token));
        var first = hall.Server.Clock.GetCurrentInstant();
        hall.Server.Clock.Advance(Duration.FromMinutes(12));

        var second = (await SendAsync(hall.Scan(pass.Token)))[0];

        Assert.Equal(ScanOutcome.AlreadyIn, second.Outcome);
        Assert.Equal(first, second.FirstAt);
        Assert.Equal("North door", second.FirstDoor);
    }

    [Fact]
    public async Task A_scan_sent_again_later_gets_its_first_answer_word_for_word()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var scan = hall.Scan(pass.Token);
        var first = (await SendAsync(scan))[0];
        hall.Server.Clock.Advance(Duration.FromMinutes(5));
        var again = (await SendAsync(scan))[0];
        Assert.Equal(first with { ServerNow = again.ServerNow }, again);
    }

    [Fact]
    public async Task The_same_id_with_another_subject_is_an_error_and_is_not_applied()
    {
        var passes = await hall.IssueAsync(2);
        var scan = hall.Scan(passes[0].Token);
        await SendAsync(scan);
        var forged = (await SendAsync(scan with { Subject = passes[1].Token }))[0];
        Assert.Equal(ScanOutcome.Error, forged.Outcome);
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.Admissions.CountAsync()));
    }

    [Fact]
    public async Task A_number_used_twice_by_one_device_is_an_error_and_is_not_applied()
    {
        var passes = await hall.IssueAsync(2);
        var scan = hall.Scan(passes[0].Token);
        await SendAsync(scan);
        var clash = (await SendAsync(hall.Scan(passes[1].Token) with { DeviceSeq = scan.DeviceSeq }))[0];
        Assert.Equal(ScanOutcome.Error, clash.Outcome);
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.Admissions.CountAsync()));
    }

    [Theory]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("https://example.org/")]
    [InlineData("' OR 1=1 --")]
    public async Task A_forged_code_is_unknown_and_kept_only_as_a_hash(string forged)
    {
        Assert.Equal(ScanOutcome.Unknown, (await SendAsync(hall.Scan(forged)))[0].Outcome);
        Assert.Equal(32, (await hall.Server.ReadAsync(db => db.Scans.SingleAsync())).BodyHash.Length);
    }

    [Fact]
    public async Task A_pass_of_another_assembly_is_turned_away_without_saying_whose_it_is()
    {
        var other = await hall.AnotherAssemblyAsync();
        var foreign = (await hall.IssueAsync(1, other))[0];
        var answer = (await SendAsync(hall.Scan(foreign.Token)))[0];
        Assert.Equal(ScanOutcome.WrongAssembly, answer.Outcome);
        Assert.Null(answer.Institution);
    }

    [Theory]
    [InlineData(AssemblyState.Preparing, ScanOutcome.NotOpen)]
    [InlineData(AssemblyState.Closed, ScanOutcome.Closed)]
    public async Task A_door_admits_only_while_the_assembly_is_open(AssemblyState state, ScanOutcome expected)
    {
        var pass = (await hall.IssueAsync(1))[0];
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = state);
        Assert.Equal(expected, (await SendAsync(hall.Scan(pass.Token)))[0].Outcome);
    }

    [Fact]
    public async Task A_revoked_pass_is_turned_away()
    {
        var pass = (await hall.IssueAsync(1))[0];
        await hall.Server.ChangeAsync(db => db.Passes.Attach(pass.Pass).Entity.Status = PassStatus.Revoked);
        Assert.Equal(ScanOutcome.Revoked, (await SendAsync(hall.Scan(pass.Token)))[0].Outcome);
    }

    [Fact]
    public async Task A_device_clock_an_hour_wrong_does_not_move_the_admission()
    {
        var pass = (await hall.IssueAsync(1))[0];
        var now = hall.Server.Clock.GetCurrentInstant();
        await SendAsync(hall.Scan(pass.Token) with { ClientAt = now + Duration.FromHours(1), OffsetMs = -3_600_000 });
        Assert.Equal(now, (await hall.Server.ReadAsync(db => db.Admissions.SingleAsync())).At);
    }

    [Fact]
    public async Task Every_scan_leaves_one_row_in_the_journal()
    {
        var passes = await hall.IssueAsync(2);
        await SendAsync(hall.Scan(passes[0].Token), hall.Scan(passes[0].Token), hall.Scan("nonsense"));
        var kinds = await hall.Server.ReadAsync(db => db.Changes.Where(c => c.Kind.StartsWith("scan.")).Select(c => c.Kind).ToListAsync());
        Assert.Equal(["scan.admitted", "scan.already_in", "scan.unknown"], kinds.Order());
    }

    [Fact]
    public async Task A_batch_of_201_scans_is_refused_and_nothing_is_stored()
    {
        var scans = Enumerable.Range(0, 201).Select(_ => hall.Scan("x")).ToList();
        var response = await steward.Http().PostAsJsonAsync("/api/scans", new ScanBatch(scans), WireFormat.Json);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("scans", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.Scans.CountAsync()));
    }

    [Theory]
    [InlineData("""{"scans":[{"scanId":"00000000-0000-0000-0000-000000000000","deviceSeq":0,"method":"qr","subject":"","clientAt":"2026-10-01T18:00:00Z","offsetMs":0,"appVersion":"1"}]}""")]
    [InlineData("""{"scans":[{"scanId":"not a guid"}]}""")]
    [InlineData("""{"scans":null}""")]
    [InlineData("""{"scans":[null]}""")]
    [InlineData("""{"scans":[{"method":"telepathy"}]}""")]
    [InlineData("not json")]
    public async Task A_malformed_batch_is_refused_as_a_whole(string body)
    {
        var response = await steward.Http().PostAsync("/api/scans", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.Scans.CountAsync()));
    }

    private Task<IReadOnlyList<ScanAnswer>> SendAsync(params IReadOnlyList<ScanCommand> scans) => steward.SendAsync(scans);
}
