using System.Net;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Record.Redactions;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using AnswerCode = Assemblies.Record.AnswerCode;
using CorrectionClass = Assemblies.Record.Corrections.CorrectionClass;

namespace Assemblies.Tests.Record;

/// <summary>Erasure that keeps the fact: two organisers decide, the words are gone everywhere, and every earlier checkpoint stays a prefix.</summary>
public sealed class RedactionTests : IAsyncLifetime
{
    private static readonly AnswerWords Yes = new(AnswerCode.Yes, "Yes, as I promised Grace Private.");

    private Hall hall = null!;
    private FloorTeam floor = null!;
    private HttpClient maria = null!;
    private HttpClient tom = null!;

    private string Api => $"/api/assemblies/{hall.Assembly.Id}";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        floor = await FloorTeam.OpenAsync(hall);
        (await PageClient.FirstOrganiserAsync(hall.Server)).Dispose();
        maria = await hall.Server.OrganiserAsync();
        tom = await hall.Server.OrganiserAsync();
        await floor.AnswerAsync(hall.Mayor, Yes);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_withheld_answer_keeps_its_code_and_its_place_and_loses_its_words_everywhere()
    {
        var seen = await FileAsync("checkpoint");
        await RedactAsync(3, Redaction.WholeEntry);
        Assert.DoesNotContain("Grace", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Contains("{\"withheld\":", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        var verdict = await VerifyAsync(seen);
        Assert.Equal(("valid, 1 withheld", null), (verdict.Headline, verdict.Finding?.Message));

        var page = await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}");
        Assert.Contains("YES", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", string.Join('\n', await StoredTexts.ReadAsync(hall.Server)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Server.Visitor().GetAsync($"{await PathAsync()}/receipts/3.tlog-proof")).StatusCode);
    }

    [Fact]
    public async Task A_record_with_a_withheld_entry_goes_on_after_a_restart_and_closes()
    {
        await RedactAsync(3, Redaction.WholeEntry);
        await using var restarted = await hall.Server.BesideAsync();
        using var again = restarted.As(maria);
        await again.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand("Out of time."));
        Assert.Equal((Outcome.Valid, "valid, 1 withheld"), ((await VerifyAsync()).Outcome, (await VerifyAsync()).Headline));
    }

    [Fact]
    public async Task Corrections_and_disputes_lose_their_words_as_well()
    {
        var proposed = await maria.SendAsync<CorrectionRow>($"{Api}/corrections", new CorrectionCommand(
            hall.Ask.Id, hall.Mayor.Id, CorrectionClass.Misheard, Yes with { Verbatim = "Yes, as I promised Ada Secret." }, "Linus Hidden heard it.", "Olga Hushed"));
        await tom.SendAsync<CorrectionRow>($"{Api}/corrections/{proposed.Id}/approve", new { });
        await maria.SendAsync<DisputeRow>($"{Api}/disputes", new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Ask Ada Secret."));
        await RedactAsync(5, Redaction.WholeEntry);
        await RedactAsync(4, Redaction.WholeEntry);
        await RedactAsync(3, Redaction.WholeEntry);
        var page = await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}");
        Assert.Contains("(withheld)", page, StringComparison.Ordinal);
        foreach (var secret in new[] { "Ada", "Grace", "Linus", "Olga" })
        {
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, await FileAsync("entries.jsonl"), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, string.Join('\n', await StoredTexts.ReadAsync(hall.Server)), StringComparison.Ordinal);
        }
        Assert.Equal("valid, 3 withheld", (await VerifyAsync()).Headline);
    }

    [Fact]
    public async Task One_person_alone_removes_nothing()
    {
        var proposed = await ProposeAsync(3, Redaction.WholeEntry);
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Api}/redactions/{proposed.Id}/make", new { }));
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Api}/redactions/{proposed.Id}/refuse", new RefuseRedactionCommand("I changed my mind.")));
        Assert.Contains("Grace", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(["seq"], await tom.RefusedAsync(HttpStatusCode.BadRequest, $"{Api}/redactions", Command(3, Redaction.WholeEntry)));
        await tom.SendAsync<RedactionRow>($"{Api}/redactions/{proposed.Id}/refuse", new RefuseRedactionCommand("It is the mayor's own promise."));
        Assert.Contains("Grace", await FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal("valid", (await VerifyAsync()).Headline);
    }

    [Theory]
    [InlineData(0, 2, "level"), InlineData(2, 2, "level"), InlineData(3, 1, "level"), InlineData(3, 3, "level"), InlineData(99, 2, "seq")]
    public async Task What_the_record_cannot_be_checked_without_is_not_withheld(long seq, int level, string field) =>
        Assert.Equal([field], await maria.RefusedAsync(HttpStatusCode.BadRequest, $"{Api}/redactions", Command(seq, level)));

    [Fact]
    public async Task A_name_behind_a_testimony_is_deleted_with_its_key()
    {
        var speaker = new Assemblies.Testimony.Speaker { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, NameToShow = "Amina" };
        await hall.Server.ChangeAsync(db =>
        {
            db.AddRange(speaker, new Assemblies.Testimony.SpeakerConsent
            {
                SpeakerId = speaker.Id, Version = 1, Channel = Assemblies.Testimony.ConsentChannel.Web, IsGiven = true, At = TestServer.Evening, By = "test",
            });
            db.Log(new(hall.Assembly.Id, "server", _ => new TestimonyHeard(1))
            {
                Subject = new(speaker.Id, [Assemblies.PublicRecord.Disclosures.Disclosure.Make("name", "Amina")]),
            });
        });
        Assert.NotEqual("[]", await FileAsync("disclosures.json"));
        await RedactAsync(4, Redaction.DisclosuresOnly);
        Assert.Equal("[]", await FileAsync("disclosures.json"));
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.SubjectKeys.CountAsync()));
        Assert.Equal("valid, 1 withheld", (await VerifyAsync()).Headline);
        Assert.Equal(["level"], await maria.RefusedAsync(HttpStatusCode.BadRequest, $"{Api}/redactions", Command(4, Redaction.DisclosuresOnly)));
    }

    [Fact]
    public async Task Organisers_do_it_on_their_pages_and_a_failed_form_keeps_what_was_typed()
    {
        using var page = await PageClient.SignedInAsync(hall.Server);
        var pages = $"/assemblies/{hall.Assembly.Id}/public-record/redactions";
        Assert.Contains("answer.recorded", (await page.GetAsync(pages)).Text, StringComparison.Ordinal);
        var refused = await page.PostAsync($"{pages}/3", "redact", ("level", "2"), ("ground", ""), ("reason", "A private person is named."));
        Assert.Contains("Choose a ground.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("A private person is named.", refused.Text, StringComparison.Ordinal);
        var proposed = await ProposeAsync(3, Redaction.WholeEntry);
        Assert.Equal(pages, (await page.PostAsync(pages, $"decide-{proposed.Id}", ("make", "yes"))).Location);
        Assert.Equal("valid, 1 withheld", (await VerifyAsync()).Headline);
        Assert.Contains("withheld", (await page.GetAsync(pages)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync($"{pages}/3")).Status);
    }

    private static RedactionCommand Command(long seq, int level) => new(seq, level, RedactionGround.PrivatePerson, "A private person is named.");

    private Task<RedactionRow> ProposeAsync(long seq, int level) => maria.SendAsync<RedactionRow>($"{Api}/redactions", Command(seq, level));

    private async Task RedactAsync(long seq, int level) =>
        await tom.SendAsync<RedactionRow>($"{Api}/redactions/{(await ProposeAsync(seq, level)).Id}/make", new { });

    private async Task<string> PathAsync() => (await maria.ReadAsync<RecordStatus>($"{Api}/public-record")).Path!;

    private async Task<string> FileAsync(string file) => await hall.Server.Visitor().GetStringAsync($"{await PathAsync()}/{file}");

    private async Task<Verdict> VerifyAsync(params string[] seen)
    {
        var status = await maria.ReadAsync<RecordStatus>($"{Api}/public-record");
        return await hall.Server.VerifyAsync(status.Path!, status.VerifierKey!, seen);
    }
}
