using System.Net;
using System.Text;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Keys;
using Assemblies.Record.Log;
using Assemblies.Record.Redactions;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Record.Log;

/// <summary>A record goes on under another key, and a lost key ends it in the open.</summary>
public sealed class KeyHandoverTests : IAsyncLifetime
{
    private const string Passphrase = "four words on paper";
    private const string Another = "another four words on paper";
    private static readonly string[] NoRehearsal = ["--Record:RehearsalKeys", "false"];
    private static readonly AnswerWords Yes = new(AnswerCode.YesWithConditions, "Yes, if the state pays.", Condition: "the state pays", WhoseMove: "the state");

    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Record => $"/api/assemblies/{hall.Assembly.Id}/public-record";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync(settings: NoRehearsal);
        (await PageClient.FirstOrganiserAsync(hall.Server)).Dispose();
        organiser = await hall.Server.OrganiserAsync();
        await organiser.SendAsync<RecordStatus>($"{Record}/key", new RecordPassphraseCommand(Passphrase));
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, Yes);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Either_key_verifies_a_record_that_was_handed_over_and_only_the_new_one_signs()
    {
        var before = await organiser.ReadAsync<RecordStatus>(Record);
        var note = await FileAsync(hall.Server, before.Path!, "checkpoint");
        var after = await organiser.SendAsync<RecordStatus>($"{Record}/rotate", new RotateKeyCommand(Another, Confirmed: true));
        Assert.Equal((before.Origin, before.Size + 1, RecordKeyState.Unlocked), (after.Origin, after.Size, after.Key));
        Assert.NotEqual(before.VerifierKey, after.VerifierKey);
        await DisputeAsync(organiser);
        foreach (var key in new[] { before.VerifierKey!, after.VerifierKey! })
            Assert.Equal(("valid", null), Said(await hall.Server.VerifyAsync(after.Path!, key, note)));

        await using var restarted = await hall.Server.BesideAsync(NoRehearsal);
        using var maria = restarted.As(organiser);
        Assert.Equal(["passphrase"], await maria.RefusedAsync(HttpStatusCode.BadRequest, $"{Record}/unlock", new RecordPassphraseCommand(Passphrase)));
        await maria.SendAsync<RecordStatus>($"{Record}/unlock", new RecordPassphraseCommand(Another));
        await DisputeAsync(maria);
        Assert.Equal(("valid", null), Said(await restarted.VerifyAsync(after.Path!, before.VerifierKey!, note)));
    }

    [Fact]
    public async Task Another_server_with_the_old_key_in_memory_does_not_sign_over_a_handover()
    {
        await using var other = await hall.Server.BesideAsync(NoRehearsal);
        using var maria = other.As(organiser);
        await maria.SendAsync<RecordStatus>($"{Record}/unlock", new RecordPassphraseCommand(Passphrase));
        await DisputeAsync(maria);
        await organiser.SendAsync<RecordStatus>($"{Record}/rotate", new RotateKeyCommand(Another, Confirmed: true));
        Assert.Equal(RecordKeyState.Locked, (await maria.ReadAsync<RecordStatus>(Record)).Key);
        await maria.RefusedAsync(HttpStatusCode.BadRequest, $"/api/assemblies/{hall.Assembly.Id}/disputes", Dispute);
        Assert.Null((await maria.ReadAsync<RecordStatus>(Record)).Broken);
    }

    [Fact]
    public async Task A_handover_has_to_be_confirmed_and_needs_the_present_key()
    {
        Assert.Equal(["passphrase", "confirmed"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Record}/rotate", new RotateKeyCommand("short", Confirmed: false)));
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Record}/succeed", new SucceedRecordCommand(Another, "It burned.", Confirmed: true)));
        await using var restarted = await hall.Server.BesideAsync(NoRehearsal);
        using var maria = restarted.As(organiser);
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Record}/rotate", new RotateKeyCommand(Another, Confirmed: true)));
        Assert.Equal(["reason"], await maria.RefusedAsync(HttpStatusCode.BadRequest, $"{Record}/succeed", new SucceedRecordCommand(Another, " ", Confirmed: true)));
        Assert.Equal(4, await hall.Server.ReadAsync(db => db.RecordEntries.CountAsync()));
    }

    [Fact]
    public async Task A_record_whose_key_is_lost_ends_where_it_stands_and_another_says_again_what_stood()
    {
        await organiser.SendAsync<RecordStatus>($"{Record}/close", new CloseRecordCommand("Out of time."));
        var old = await organiser.ReadAsync<RecordStatus>(Record);
        var note = await FileAsync(hall.Server, old.Path!, "checkpoint");
        await using var restarted = await hall.Server.BesideAsync(NoRehearsal);
        using var page = await PageClient.SignedInAsync(restarted);
        var keyPage = $"/assemblies/{hall.Assembly.Id}/public-record/key";
        Assert.Contains("Read what it means", (await page.PostAsync(keyPage, "succeed", ("reason", "The paper burned."), ("passphrase", Another))).Text, StringComparison.Ordinal);
        Assert.Equal($"/assemblies/{hall.Assembly.Id}/public-record", (await page.PostAsync(keyPage, "succeed", ("reason", "The paper burned."), ("passphrase", Another), ("confirmed", "true"))).Location);

        using var maria = restarted.As(organiser);
        var next = await maria.ReadAsync<RecordStatus>(Record);
        Assert.NotEqual((old.Origin, old.VerifierKey), (next.Origin, next.VerifierKey));
        Assert.True(next.Closed);
        Assert.Equal(("valid", null), Said(await restarted.VerifyAsync(next.Path!, next.VerifierKey!)));
        Assert.Equal(("valid", null), Said(await restarted.VerifyAsync(old.Path!, old.VerifierKey!, note)));
        var entries = await FileAsync(restarted, next.Path!, "entries.jsonl");
        Assert.Contains(note.Split('\n')[2], entries, StringComparison.Ordinal);
        Assert.Contains("Yes, if the state pays.", entries, StringComparison.Ordinal);
        Assert.Contains("Out of time.", entries, StringComparison.Ordinal);
        Assert.DoesNotContain("is not what was signed", await restarted.Visitor().GetStringAsync(next.Path), StringComparison.Ordinal);
        await DisputeAsync(maria);
        Assert.Equal(("valid", null), Said(await restarted.VerifyAsync(next.Path!, next.VerifierKey!)));
    }

    [Fact]
    public async Task A_file_that_is_withdrawn_is_gone_from_the_record_that_ended_too()
    {
        await organiser.SendAsync<RecordStatus>($"{Record}/close", new CloseRecordCommand("Out of time."));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("Minutes."u8.ToArray()), "file", "minutes.txt" }, { new StringContent("Minutes"), "title" }, { new StringContent("true"), "public" },
        };
        (await organiser.PostAsync($"/api/assemblies/{hall.Assembly.Id}/commitments/{hall.Ask.Id}/{hall.Mayor.Id}/evidence/file", form)).EnsureSuccessStatusCode();
        var sha256 = await hall.Server.ReadAsync(db => db.EvidenceFiles.Select(f => f.Sha256).SingleAsync());
        var paper = $"{(await organiser.ReadAsync<RecordStatus>(Record)).Path}/att/{sha256}";
        await using var restarted = await hall.Server.BesideAsync(NoRehearsal);
        using var maria = restarted.As(organiser);
        await maria.SendAsync<RecordStatus>($"{Record}/succeed", new SucceedRecordCommand(Another, "The paper burned.", Confirmed: true));
        Assert.Equal(HttpStatusCode.OK, (await restarted.Visitor().GetAsync(paper)).StatusCode);
        await restarted.ChangeAsync(db => db.EvidenceFiles.Single().IsPublic = false);
        Assert.Equal(HttpStatusCode.NotFound, (await restarted.Visitor().GetAsync(paper)).StatusCode);
    }

    [Fact]
    public async Task A_record_that_another_server_still_signs_is_not_ended_under_its_hands()
    {
        var size = (await organiser.ReadAsync<RecordStatus>(Record)).Size;
        var meanwhile = new OnceAfter("FROM \"SubjectKeys\"", () => DisputeAsync(organiser));
        await using var other = await hall.Server.BesideAsync(services => services.ConfigureDbContext<AssemblyDb>(options => options.AddInterceptors(meanwhile)), NoRehearsal);
        using var maria = other.As(organiser);
        var succeed = new SucceedRecordCommand(Another, "It burned.", Confirmed: true);
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Record}/succeed", succeed));
        Assert.True(meanwhile.Happened);
        Assert.Equal(size + 1, (await organiser.ReadAsync<RecordStatus>(Record)).Size);
        await DisputeAsync(organiser);

        var next = await maria.SendAsync<RecordStatus>($"{Record}/succeed", succeed);
        await DisputeAsync(maria);
        Assert.Equal(("valid", null), Said(await other.VerifyAsync(next.Path!, next.VerifierKey!)));
    }

    [Fact]
    public async Task What_two_withhold_in_a_successor_is_gone_from_every_round_that_it_says_again()
    {
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, Yes with { Verbatim = "Yes, as Grace Private asked me." });
        await DisputeAsync(organiser);
        await using var restarted = await hall.Server.BesideAsync(NoRehearsal);
        using var maria = restarted.As(organiser);
        var next = await maria.SendAsync<RecordStatus>($"{Record}/succeed", new SucceedRecordCommand(Another, "It burned.", Confirmed: true));
        var seq = await hall.Server.ReadAsync(db => db.RecordEntries.Where(e => e.Type == "answer.recorded").Select(e => e.Seq).SingleAsync());
        var redactions = $"/api/assemblies/{hall.Assembly.Id}/redactions";
        var proposed = await maria.SendAsync<RedactionRow>(redactions, new RedactionCommand(seq, Redaction.WholeEntry, RedactionGround.PrivatePerson, "A private person is named."));
        using var tom = restarted.As(await hall.Server.OrganiserAsync());
        await tom.SendAsync<RedactionRow>($"{redactions}/{proposed.Id}/make", new { });

        Assert.DoesNotContain("Grace Private", await restarted.Visitor().GetStringAsync($"{next.Path}/record.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("is not what was signed", await restarted.Visitor().GetStringAsync(next.Path), StringComparison.Ordinal);
        Assert.DoesNotContain(await hall.Server.ReadAsync(db => db.AnswerSteps.ToListAsync()), s => s.Answer?.Verbatim is not null);
        // The dispute stands in the record that ended: what is withheld in this one is none of it.
        Assert.Equal("Not like this.", await hall.Server.ReadAsync(db => db.Disputes.Select(d => d.Words).SingleAsync()));
    }

    private DisputeCommand Dispute => new(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Not like this.");

    private Task<DisputeRow> DisputeAsync(HttpClient client) => client.SendAsync<DisputeRow>($"/api/assemblies/{hall.Assembly.Id}/disputes", Dispute);

    private static (string, string?) Said(Verdict verdict) => (verdict.Headline, verdict.Finding?.Message);

    private static async Task<string> FileAsync(TestServer server, string path, string file) =>
        Encoding.UTF8.GetString(await server.Visitor().GetByteArrayAsync($"{path}/{file}"));
}
