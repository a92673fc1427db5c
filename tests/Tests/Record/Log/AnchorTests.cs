using System.IO.Compression;
using System.Net;
using System.Text;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Anchors;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Assemblies.Verify;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Record.Log;

/// <summary>What other people hold: receipts, mails, time stamps.</summary>
public sealed class AnchorTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;
    private RecordStatus status = null!;

    private string Api => $"/api/assemblies/{hall.Assembly.Id}";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        (await PageClient.FirstOrganiserAsync(hall.Server)).Dispose();
        organiser = await hall.Server.OrganiserAsync();
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes, I will."));
        await organiser.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand("Out of time."));
        status = await organiser.ReadAsync<RecordStatus>($"{Api}/public-record");
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Every_institution_has_the_same_closing_receipt_whatever_is_recorded_later()
    {
        var before = await GetAsync("receipts/closing.tlog-proof");
        await organiser.SendAsync<IReadOnlyList<Anchor>>($"{Api}/anchors", new AnchorCommand(AnchorKind.Paper, "signed by both offices"));
        Assert.Equal(before, await GetAsync("receipts/closing.tlog-proof"));
        var receipt = Receipt.Parse(before)!;
        Assert.True(receipt.Holds(VerifierKey.Parse(status.VerifierKey!)!));
        Assert.Equal((status.Size - 1, status.Size), (receipt.Index, receipt.Checkpoint.Checkpoint.Size));
        Assert.Contains("\"type\":\"session.closed\"", Encoding.UTF8.GetString(receipt.Entry), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await VerifyAsync(before)).Outcome);
    }

    [Fact]
    public async Task An_institution_takes_one_folder_that_its_own_command_line_checks()
    {
        var folder = Directory.CreateTempSubdirectory("receipts-");
        try
        {
            await using var zip = new ZipArchive(new MemoryStream(await hall.Server.Visitor().GetByteArrayAsync($"{status.Path}/receipts.zip")));
            await zip.ExtractToDirectoryAsync(folder.FullName);
            Assert.Equal(["READ ME.txt", "answer-3.tlog-proof", "answer-4.tlog-proof", "checkpoint", "closing.tlog-proof", "vkey"], folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
            var output = new StringWriter();
            Assert.Equal(0, await VerifyCommand.RunAsync([Path.Combine(folder.FullName, "answer-3.tlog-proof"), "--vkey", Path.Combine(folder.FullName, "vkey")], output));
            Assert.Contains("Yes, I will.", output.ToString(), StringComparison.Ordinal);
            var forged = Path.Combine(folder.FullName, "forged.tlog-proof");
            await File.WriteAllTextAsync(forged, (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "answer-3.tlog-proof"))).Replace("\nindex 3\n", "\nindex 2\n", StringComparison.Ordinal));
            Assert.Equal(1, await VerifyCommand.RunAsync([forged, "--vkey", status.VerifierKey!, "--json"], output));
            Assert.Equal(2, await VerifyCommand.RunAsync([Path.Combine(folder.FullName, "none.tlog-proof"), "--vkey", status.VerifierKey!], output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_ready_mail_can_be_pasted_as_it_is_and_is_compared()
    {
        using var page = await PageClient.SignedInAsync(hall.Server);
        var anchors = $"/assemblies/{hall.Assembly.Id}/public-record/anchors";
        var mail = WebUtility.HtmlDecode((await page.GetAsync(anchors)).Html.Split("readonly>")[1].Split("</textarea>")[0]);
        Assert.Equal(Outcome.Valid, (await VerifyAsync(mail)).Outcome);
        var root = mail.Split('\n').First(l => l.Length == 44 && l.EndsWith('='));
        Assert.Equal("fork", (await VerifyAsync(mail.Replace(root, Convert.ToBase64String(new byte[32]), StringComparison.Ordinal))).Finding!.Rule);

        Assert.Contains("Say where", (await page.PostAsync(anchors, "anchor", ("kind", "mail"), ("where", ""))).Text, StringComparison.Ordinal);
        Assert.Equal(anchors, (await page.PostAsync(anchors, "anchor", ("kind", "mail"), ("where", "mailed to both offices"))).Location);
        Assert.Contains("mailed to both offices", (await page.GetAsync(anchors)).Text, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"mail\"", await GetAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task Without_the_setting_no_time_stamp_is_asked_for()
    {
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Api}/anchors/timestamp", new { }));
        Assert.Equal(["kind"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Api}/anchors", new AnchorCommand(AnchorKind.Timestamp, "somewhere")));
    }

    [Fact]
    public async Task The_closing_checkpoint_is_time_stamped_by_itself_and_the_token_is_in_the_record()
    {
        await using var authority = await LocalTimestampAuthority.StartAsync();
        await using var server = await hall.Server.BesideAsync(authority.Settings);
        using var maria = server.As(organiser);
        IReadOnlyList<Anchor> anchors = [];
        await Until.HoldsAsync(async () => (anchors = await maria.ReadAsync<IReadOnlyList<Anchor>>($"{Api}/anchors")).Count > 0);
        Assert.Equal((status.Size, "timestamp", TestServer.Evening), (anchors[0].Size, anchors[0].Kind, anchors[0].StampedAt));
        Assert.Equal(1, authority.Asked);
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task An_organiser_fetches_another_time_stamp_when_they_want_one()
    {
        await using var authority = await LocalTimestampAuthority.StartAsync();
        await using var server = await hall.Server.BesideAsync(authority.Settings);
        using var maria = server.As(organiser);
        var anchors = await maria.SendAsync<IReadOnlyList<Anchor>>($"{Api}/anchors/timestamp", new { });
        Assert.Equal((status.Size, "timestamp", TestServer.Evening), (anchors[^1].Size, anchors[^1].Kind, anchors[^1].StampedAt));
        Assert.Equal(Outcome.Valid, (await VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task A_token_of_another_text_is_not_recorded()
    {
        await using var authority = await LocalTimestampAuthority.StartAsync();
        authority.StampsInstead = Encoding.UTF8.GetBytes("something else");
        await using var server = await hall.Server.BesideAsync(authority.Settings);
        using var maria = server.As(organiser);
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Api}/anchors/timestamp", new { }));
        Assert.Empty(await maria.ReadAsync<IReadOnlyList<Anchor>>($"{Api}/anchors"));
    }

    [Fact]
    public async Task A_token_of_an_authority_that_nobody_here_trusts_is_not_recorded()
    {
        await using var authority = await LocalTimestampAuthority.StartAsync();
        await using var server = await hall.Server.BesideAsync("--Record:TimestampAuthority", authority.Address);
        using var maria = server.As(organiser);
        using var page = await PageClient.SignedInAsync(server);
        var anchors = $"/assemblies/{hall.Assembly.Id}/public-record/anchors";
        Assert.Contains("name it in Record:TimestampRoots", (await page.PostAsync(anchors, "stamp")).Text, StringComparison.Ordinal);
        Assert.Empty(await maria.ReadAsync<IReadOnlyList<Anchor>>($"{Api}/anchors"));
    }

    private Task<string> GetAsync(string file) => hall.Server.Visitor().GetStringAsync($"{status.Path}/{file}");

    private Task<Verdict> VerifyAsync(params string[] seen) => hall.Server.VerifyAsync(status.Path!, status.VerifierKey!, seen);
}
