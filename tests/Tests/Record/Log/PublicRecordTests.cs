using System.Net;
using Assemblies.Asks;
using Assemblies.Floor;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Record.Log;

/// <summary>What the floor does is in the record in the same moment, everybody can check it, and nothing can be taken out of it unseen.</summary>
public sealed class PublicRecordTests : IAsyncLifetime
{
    private static readonly AnswerWords Yes = new(AnswerCode.Yes, "Yes, I will.");
    private static readonly AnswerWords No = new(AnswerCode.No, "I have to correct myself: no.");

    private Hall hall = null!;
    private FloorTeam floor = null!;
    private HttpClient organiser = null!;

    private string Record => $"/api/assemblies/{hall.Assembly.Id}/public-record";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        floor = await FloorTeam.OpenAsync(hall);
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task An_answer_enters_the_record_when_the_hall_sees_it_and_not_before()
    {
        await floor.PutAsync(hall.Mayor);
        await floor.RecordAsync(hall.Mayor, Yes);
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        Assert.Equal(["log.opened", "ask.published"], await TypesAsync());
        Assert.DoesNotContain("Yes, I will", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        await floor.RevealAsync(hall.Mayor);
        Assert.Equal(["log.opened", "ask.published", "session.opened", "answer.recorded"], await TypesAsync());
        Assert.Contains("Yes, I will", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task A_yes_that_becomes_a_no_is_in_the_record_as_both()
    {
        await floor.AnswerAsync(hall.Mayor, Yes);
        await floor.AnswerAsync(hall.Mayor, No);
        var entries = await FileAsync("entries.jsonl");
        Assert.Contains("Yes, I will", entries, StringComparison.Ordinal);
        Assert.Contains("\"replaces\":3", entries, StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task Two_answers_are_revealed_together_and_each_has_its_own_checkpoint()
    {
        await floor.PutAsync(hall.Mayor, hall.Leader);
        await floor.RecordAsync(hall.Mayor, Yes);
        await floor.RecordAsync(hall.Leader, No);
        await floor.FinishAskAsync(hall.Ask, hall.Mayor, hall.Leader);
        Assert.Equal(2, (await TypesAsync()).Count(t => t == "answer.recorded"));
        Assert.Equal(5, (await FileAsync("checkpoints.txt")).Split("\n\n— ").Length - 1);
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task Everything_that_is_said_to_an_answer_is_in_the_record_too()
    {
        await floor.AnswerAsync(hall.Mayor, Yes);
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.ReadBack);
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.Acknowledgement);
        var corrections = $"/api/assemblies/{hall.Assembly.Id}/corrections";
        var proposed = await organiser.SendAsync<CorrectionRow>(corrections, new CorrectionCommand(
            hall.Ask.Id, hall.Mayor.Id, CorrectionClass.Misheard, Yes with { Verbatim = "Yes, we will." }, "The recording has \"we\".", "Mayor's office"));
        await (await hall.Server.OrganiserAsync()).SendAsync<CorrectionRow>($"{corrections}/{proposed.Id}/approve", new { });
        await organiser.SendAsync<DisputeRow>($"/api/assemblies/{hall.Assembly.Id}/disputes", new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Not like this."));
        Assert.Equal(["answer.readback", "answer.acknowledged", "answer.corrected", "answer.disputed"], (await TypesAsync())[4..]);
        var verdict = await VerifyAsync();
        Assert.True(verdict.Outcome == Outcome.Valid, verdict.Finding?.Message);
    }

    [Fact]
    public async Task One_changed_answer_in_the_database_makes_the_record_invalid_and_nothing_is_signed_over_it()
    {
        await floor.AnswerAsync(hall.Mayor, Yes);
        await hall.Server.ChangeAsync(db =>
        {
            var row = db.RecordEntries.Single(e => e.AssemblyId == hall.Assembly.Id && e.Type == "answer.recorded");
            row.Bytes = [.. row.Bytes!.Select(b => b == (byte)'I' ? (byte)'J' : b)];
        });
        await using var restarted = await hall.Server.BesideAsync();
        var verdict = await VerifyAsync(restarted);
        Assert.Equal((Outcome.Invalid, 3L), (verdict.Outcome, verdict.Finding!.Entry));

        using var chair = restarted.WithToken(floor.ChairToken);
        var leader = new CellRef(hall.Ask.Id, hall.Leader.Id, 0);
        await chair.SendAsync<FloorReply>("/api/floor/put", new PutCommand(Guid.NewGuid(), [leader]));
        using var scribe = restarted.WithToken(floor.ScribeToken);
        await scribe.SendAsync<FloorReply>("/api/floor/record", new RecordCommand(Guid.NewGuid(), leader with { ExpectedVersion = 1 }, No));
        await chair.SendAsync<FloorReply>("/api/floor/rule", new RuleCommand(Guid.NewGuid(), leader with { ExpectedVersion = 2 }, Ruling.Confirm));
        Assert.Equal([""], await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/reveal", new RevealCommand(Guid.NewGuid(), [leader with { ExpectedVersion = 3 }])));
        Assert.Equal(4, (await TypesAsync()).Count);
    }

    [Fact]
    public async Task The_record_closes_only_when_every_published_ask_has_an_answer()
    {
        await floor.AnswerAsync(hall.Mayor, Yes);
        Assert.Equal(["notAskedReason"], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Record}/close", new CloseRecordCommand()));
        await floor.PutAsync(hall.Leader);
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Record}/close", new CloseRecordCommand("Out of time.")));
        await floor.RecordAsync(hall.Leader, No);
        await floor.FinishAskAsync(hall.Ask, hall.Leader);
        Assert.True((await organiser.SendAsync<RecordStatus>($"{Record}/close", new CloseRecordCommand())).Closed);

        var verdict = await VerifyAsync();
        Assert.Equal((Outcome.Valid, (long)(await TypesAsync()).Count), (verdict.Outcome, verdict.Night));
        var chair = hall.Server.WithToken(floor.ChairToken);
        Assert.Equal([""], await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(hall.Ask.Id, hall.Mayor.Id, 4)])));
    }

    [Fact]
    public async Task What_was_not_put_is_closed_with_its_reason()
    {
        await floor.AnswerAsync(hall.Mayor, Yes);
        await organiser.SendAsync<RecordStatus>($"{Record}/close", new CloseRecordCommand("The hall had to be empty at nine."));
        Assert.Contains("The hall had to be empty at nine.", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
        Assert.Contains("NOT ASKED", await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_proves_one_answer_with_nothing_else_of_ours()
    {
        await floor.AnswerAsync(hall.Mayor, Yes);
        var status = await organiser.ReadAsync<RecordStatus>(Record);
        var receipt = Receipt.Parse(await hall.Server.Visitor().GetStringAsync($"{status.Path}/receipts/3.tlog-proof"))!;
        Assert.True(receipt.Holds(VerifierKey.Parse(status.VerifierKey!)!));
    }

    [Fact]
    public async Task Nothing_provisional_and_no_name_of_a_private_person_is_in_any_published_file()
    {
        await hall.Server.ChangeAsync(db => db.Speakers.Add(new() { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, NameToShow = "Grace Private" }));
        await floor.PutAsync(hall.Mayor);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.No, "A provisional no."));
        await organiser.SendAsync<AskRow>($"/api/assemblies/{hall.Assembly.Id}/asks", new AskCommand("Will you keep this draft secret?"));
        foreach (var file in new[] { "checkpoint", "vkey", "checkpoints.txt", "entries.jsonl", "disclosures.json" })
            foreach (var secret in new[] { "provisional", "Grace", "draft" })
                Assert.DoesNotContain(secret, await FileAsync(file), StringComparison.Ordinal);
    }

    private Task<List<string>> TypesAsync() => hall.Server.ReadAsync(db => db.RecordEntries.OrderBy(e => e.Seq).Select(e => e.Type).ToListAsync());

    private async Task<string> FileAsync(string file) =>
        await hall.Server.Visitor().GetStringAsync($"{(await organiser.ReadAsync<RecordStatus>(Record)).Path}/{file}");

    private async Task<Verdict> VerifyAsync(TestServer? server = null)
    {
        var status = await organiser.ReadAsync<RecordStatus>(Record);
        return await (server ?? hall.Server).VerifyAsync(status.Path!, status.VerifierKey!);
    }
}
