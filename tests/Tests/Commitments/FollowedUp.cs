using System.Net;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>A hall in which the mayor promised something, its record closed, and two organisers who follow it up: the ground of these tests.</summary>
internal sealed class FollowedUp : IAsyncDisposable
{
    public static readonly AnswerWords Yes = new(AnswerCode.Yes, "Yes, I will.", Due: new LocalDate(2027, 6, 30));

    private FollowedUp(Hall hall, FloorTeam floor, HttpClient maria, HttpClient john) => (Hall, Floor, Maria, John) = (hall, floor, maria, john);

    public Hall Hall { get; }

    public FloorTeam Floor { get; }

    public HttpClient Maria { get; }

    public HttpClient John { get; }

    /// <summary>A third organiser, with a browser without a script; null unless asked for.</summary>
    public PageClient? Browser { get; private init; }

    public static async Task<FollowedUp> StartAsync(AnswerWords? answer = null, TestDatabaseKind kind = TestDatabaseKind.Sqlite, AskTerms? terms = null, bool browser = false)
    {
        var hall = await Hall.OpenAsync(kind);
        var page = browser ? await PageClient.FirstOrganiserAsync(hall.Server) : null;
        if (terms is not null)
            await hall.Server.ChangeAsync(db =>
            {
                var version = db.AskVersions.Single(v => v.AskId == hall.Ask.Id);
                db.Remove(version);
                db.Add(new AskVersion { AskId = version.AskId, Version = 2, Text = version.Text, WrittenAt = version.WrittenAt, Terms = terms });
                db.Asks.Single(a => a.Id == hall.Ask.Id).Version = 2;
            });
        var followed = new FollowedUp(hall, await FloorTeam.OpenAsync(hall), await hall.Server.OrganiserAsync(), await hall.Server.OrganiserAsync()) { Browser = page };
        await followed.AnswerAsync(answer ?? Yes);
        return followed;
    }

    public Task AnswerAsync(AnswerWords answer) => Floor.AnswerAsync(Hall.Mayor, answer);

    /// <summary>Closes the record of the evening; the council leader was not asked.</summary>
    public async Task CloseAsync() => await Maria.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand("Out of time."));

    /// <summary>Moves the clock to noon of a day in London.</summary>
    public void GoTo(LocalDate day) =>
        Hall.Server.Clock.GoTo(day.At(new LocalTime(12, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/London"]).ToInstant());

    public string Api => $"/api/assemblies/{Hall.Assembly.Id}";

    public string One => $"{Api}/commitments/{Hall.Ask.Id}/{Hall.Mayor.Id}";

    public CommitmentKey Key => new(Hall.Assembly.Id, Hall.Ask.Id, Hall.Mayor.Id);

    public async Task<CommitmentRow> RowAsync() => (await Maria.ReadAsync<CommitmentHistory>(One)).Commitment;

    /// <summary>Takes a step as Maria.</summary>
    public Task<CommitmentHistory> StepAsync(string path, object command) => Maria.SendAsync<CommitmentHistory>($"{One}/{path}", command);

    /// <summary>Agrees, as John, to the status that is proposed now.</summary>
    public async Task<CommitmentHistory> AgreeAsync() => await John.SendAsync<CommitmentHistory>($"{One}/status/agree", await AgreementAsync());

    public async Task<AgreeStatusCommand> AgreementAsync() => new((await RowAsync()).Proposal!.Value);

    public Task<string[]> RefusedAsync(HttpStatusCode status, string path, object command) => Maria.RefusedAsync(status, $"{One}/{path}", command);

    public Task<List<string>> TypesAsync() => Hall.Server.ReadAsync(db => db.RecordEntries.OrderBy(e => e.Seq).Select(e => e.Type).ToListAsync());

    public async Task<string> FileAsync(string file) =>
        await Hall.Server.Visitor().GetStringAsync($"{(await Maria.ReadAsync<RecordStatus>($"{Api}/public-record")).Path}/{file}");

    /// <summary>What a verifier says of the published bundle, given checkpoints that were seen before.</summary>
    public async Task<Verdict> VerifyAsync(params string[] seen)
    {
        var status = await Maria.ReadAsync<RecordStatus>($"{Api}/public-record");
        return await Hall.Server.VerifyAsync(status.Path!, status.VerifierKey!, seen);
    }

    public ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        return Hall.Server.DisposeAsync();
    }
}
