using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assemblies.Commitments;
using Assemblies.Commitments.Publication.Across;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using NodaTime;
using Said = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>record.md, section 3: everybody can read what became of an answer, and nobody what the organisers keep to themselves.</summary>
public sealed class FollowUpPagesTests : IAsyncDisposable
{
    private FollowedUp it = null!;

    public async ValueTask DisposeAsync()
    {
        if (it is not null)
            await it.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_s_page_shows_both_sides_the_evidence_and_every_step_with_its_entry()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 20));
        await it.StepAsync("contacts", new ContactCommand(new(2027, 6, 19), ContactHow.Letter, ContactPurpose.Reminder, ContactOutcome.Reached));
        var evidence = (await it.StepAsync("evidence", new EvidenceCommand("Budget 2027 <page 14>", "https://city.example/budget", "https://archive.example/1", new(2027, 6, 1), "The city"))).Steps[^1].Id;
        await it.StepAsync("due", new DueCommand("The budget comes in autumn.", true, new LocalDate(2027, 12, 31)));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.UnderWay, new(2027, 6, 20), Evidence: [evidence])));
        await it.StepAsync("replies", new ReplyCommand(new("Mayor", "All <done> & dusted.", "C. Clerk", "en", DeliveryStatus.Kept)));
        var page = await AnswerAsync();
        foreach (var part in new[]
            {
                "Reminded on 19 June 2027, by letter. We reached them.", "Budget 2027 &lt;page 14&gt;", "href=\"https://city.example/budget\"", "href=\"https://archive.example/1\"",
                "Due date: 30 June 2027 &#x2192; 31 December 2027, agreed by the office. The budget comes in autumn.", "31 December 2027: due in 194 days, as of 20 June 2027",
                "A step was taken, and there is evidence of it.", "Checked on 20 June 2027.", "All &lt;done&gt; &amp; dusted.", "C. Clerk, Mayor", "the office replied", "Status by Mayor", "Status by the alliance",
            })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains("status-under_way", page, StringComparison.Ordinal);
        Assert.Contains("status-kept\"", page, StringComparison.Ordinal);
        var entries = await it.TypesAsync();
        Assert.Equal(["contact.logged", "evidence.added", "due.changed", "status.assessed", "reply.published"], entries[^5..]);
        foreach (var seq in Enumerable.Range(entries.Count - 5, 5))
        {
            var receipt = $"{await HomeAsync()}/receipts/{seq}.tlog-proof";
            Assert.Contains($"href=\"{receipt}\">entry {seq}</a>", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await Reader.GetAsync(receipt)).StatusCode);
        }
    }

    [Fact]
    public async Task A_day_that_passes_makes_it_overdue_though_nothing_happened()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 30));
        it.Hall.Server.Clock.Advance(Duration.FromMinutes((12 * 60) - 1));
        foreach (var path in new[] { await AnswerPathAsync(), $"{await HomeAsync()}/follow-up" })
        {
            Assert.Contains("due today", await Reader.GetStringAsync(path), StringComparison.Ordinal);
            var before = (await Reader.GetAsync(path)).Headers.ETag!;
            Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(path, before));
            // It is summer in London: midnight there is 23:00 UTC.
            it.Hall.Server.Clock.Advance(Duration.FromMinutes(1));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, before));
            Assert.Contains("overdue by 1 day", await Reader.GetStringAsync(path), StringComparison.Ordinal);
            it.Hall.Server.Clock.Advance(Duration.FromMinutes(-1));
        }
    }

    [Fact]
    public async Task The_board_counts_with_denominators_and_leads_to_each_answer()
    {
        it = await FollowedUp.StartAsync();
        Assert.DoesNotContain("follow-up\"", await Reader.GetStringAsync(await HomeAsync()), StringComparison.Ordinal);
        Assert.Contains("begins when the record of the evening is closed", await BoardAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("What became of it", await AnswerAsync(), StringComparison.Ordinal);
        await it.CloseAsync();
        var open = await BoardAsync();
        Assert.Contains("<b>0 of 1 kept, 1 not yet checked.</b>", open, StringComparison.Ordinal);
        Assert.Contains("<b>Nothing was promised.</b> 1 answer promised nothing.", open, StringComparison.Ordinal);
        // A share would rank them; the width in the words that show how to embed the board is none.
        Assert.DoesNotMatch("[0-9]\\s*%", Regex.Replace(open, "<pre.*?</pre>", "", RegexOptions.Singleline));
        Assert.DoesNotContain("<script type=\"module\"", open, StringComparison.Ordinal);

        it.GoTo(new(2027, 7, 1));
        Assert.Contains("1 not yet checked. 1 is overdue.", await BoardAsync(), StringComparison.Ordinal);
        await KeepAsync(new(2027, 7, 1));
        var kept = await BoardAsync();
        Assert.Contains("<b>1 of 1 kept (1 of them late).</b>", kept, StringComparison.Ordinal);
        Assert.Contains("met on 1 July 2027, 1 day late", kept, StringComparison.Ordinal);
        Assert.Contains($"href=\"{await AnswerPathAsync()}\"", kept, StringComparison.Ordinal);
        foreach (var place in new[] { await HomeAsync(), "/record", $"{await HomeAsync()}/press", $"/a/{it.Hall.Assembly.Slug}" })
            Assert.Contains($"href=\"{await HomeAsync()}/follow-up\"", await Reader.GetStringAsync(place), StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Power_holders_stand_in_the_agreed_order_whoever_promised_and_kept_more(bool isLeaderFirst)
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 1));
        await KeepAsync(new(2027, 7, 1));
        if (isLeaderFirst)
            await it.Hall.Server.ChangeAsync(db => (db.PowerHolders.Single(p => p.Id == it.Hall.Mayor.Id).Order, db.PowerHolders.Single(p => p.Id == it.Hall.Leader.Id).Order) = (2, 1));
        foreach (var page in new[] { await BoardAsync(), await Reader.GetStringAsync($"{await HomeAsync()}/follow-up/embed") })
            Assert.Equal(
                isLeaderFirst ? [it.Hall.Leader.Id, it.Hall.Mayor.Id] : new[] { it.Hall.Mayor.Id, it.Hall.Leader.Id },
                Regex.Matches(page, "<h2 id=\"of-([0-9a-f-]{36})\"").Select(m => Guid.Parse(m.Groups[1].Value)));
    }

    [Fact]
    public async Task Nothing_that_the_organisers_keep_to_themselves_is_at_any_public_address_at_any_step()
    {
        string[] secrets = ["Secret team", "secret deputy", "3 March 2033", "2033-03-03", "20330303", "a note of ours", "secret half", "no trace of this", "@example.org"];
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone, Note: "a note of ours", NextContact: new LocalDate(2033, 3, 3)));
        await it.StepAsync("assign", new AssignCommand(new(Team: "Secret team", OfficeContact: "secret deputy", NextContact: new LocalDate(2033, 3, 3))));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "secret half"), "a note of ours"));
        await using var eyes = await PublicEyes.OpenAsync(it.Hall, []);
        await NoneAsync();
        await it.John.SendAsync<CommitmentHistory>($"{it.One}/status/refuse", new RefuseStatusCommand((await it.AgreementAsync()).Proposal, "no trace of this"));
        await NoneAsync();

        async Task NoneAsync()
        {
            var seen = await eyes.LookAsync();
            Assert.Empty(from secret in secrets from place in seen where place.Value.Contains(secret, StringComparison.OrdinalIgnoreCase) select $"{secret}: {place.Key}");
            // It looked there: the contact that everybody may know of stands on the answer's page, the board and no proposed status on either.
            Assert.Contains("Contacted on 1 October 2026, by phone.", seen[$"stranger {await AnswerPathAsync()}"], StringComparison.Ordinal);
            foreach (var path in new[] { await AnswerPathAsync(), $"{await HomeAsync()}/follow-up", AcrossAddresses.Office(it.Hall.Mayor.Office) })
            {
                Assert.Contains("Not yet checked", seen[$"stranger {path}"], StringComparison.Ordinal);
                Assert.DoesNotContain("Partly kept", seen[$"stranger {path}"], StringComparison.Ordinal);
                Assert.DoesNotContain("under review", seen[$"stranger {path}"], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_correction_moves_the_date_and_an_answer_in_writing_stands_beside_what_was_said()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        var proposed = await it.Maria.SendAsync<CorrectionRow>($"{it.Api}/corrections", new CorrectionCommand(
            it.Hall.Ask.Id, it.Hall.Mayor.Id, Assemblies.Record.Corrections.CorrectionClass.Misheard, FollowedUp.Yes with { Due = new LocalDate(2027, 7, 31) }, "The recording has July.", "Scribe"));
        Assert.DoesNotContain("answer corrected", await BoardAsync(), StringComparison.Ordinal);
        await it.John.SendAsync<CorrectionRow>($"{it.Api}/corrections/{proposed.Id}/approve", new { });
        Assert.Contains("answer corrected", await BoardAsync(), StringComparison.Ordinal);
        Assert.Contains("<dd>31 July 2027: due in", await AnswerAsync(), StringComparison.Ordinal);
        it.GoTo(new(2026, 11, 2));
        await it.StepAsync("written", new WrittenCommand(new(new(Said.No, "We cannot, after all.", "en"), new(2026, 11, 1))));
        var page = await AnswerAsync();
        foreach (var part in new[] { "“Yes, I will.”", "“We cannot, after all.”", "ended: another answer stands", "answered again in writing, on 1 November 2026" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains("<b>Nothing was promised.</b> 1 promise ended: another answer stands now.", await BoardAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_calendar_table_json_frames_and_linked_data_say_the_same_for_programs()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 1));
        await KeepAsync(new(2027, 7, 1));
        var board = $"{await HomeAsync()}/follow-up";
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var news = XDocument.Parse(await Reader.GetStringAsync($"{board}.atom")).Root!.Elements(atom + "entry").ToList();
        Assert.Equal(["A. Mayor on ask 1: kept late", "A. Mayor on ask 1: evidence was added"], news.Select(n => n.Element(atom + "title")!.Value));
        Assert.EndsWith($"/receipts/{(await it.TypesAsync()).Count - 1}.tlog-proof", news[0].Element(atom + "id")!.Value, StringComparison.Ordinal);

        var calendar = await Reader.GetStringAsync($"{board}.ics");
        Assert.Contains("DTSTART;VALUE=DATE:20270630\r\n", calendar, StringComparison.Ordinal);
        var uid = calendar.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal));
        await it.StepAsync("due", new DueCommand("Two days more.", true, new LocalDate(2027, 7, 2)));
        var moved = await Reader.GetStringAsync($"{board}.ics");
        Assert.Contains("DTSTART;VALUE=DATE:20270702\r\n", moved, StringComparison.Ordinal);
        Assert.Contains(uid, moved, StringComparison.Ordinal);

        var table = (await Reader.GetStringAsync($"{board}.csv")).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Assembly,Ask,Power-holder,Office,Campaign,Wording,Answer,Quote,Condition,Whose move,Kept if,Not kept if,Answered on,Due,Timeliness,Status,Checked on,Last activity", table[0]);
        Assert.Contains("Kept late", table[1], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Reader.GetStringAsync($"{board}.json"));
        var row = json.RootElement.GetProperty("commitments")[0];
        Assert.Equal(("kept_late", "2027-07-02", "made"), (row.GetProperty("status").GetString(), row.GetProperty("due").GetString(), row.GetProperty("standing").GetString()));
        Assert.Equal(3, row.GetProperty("steps").GetArrayLength());

        Assert.Matches("\"@type\":\"PlanAction\".*\"scheduledTime\":\"2027-07-02\".*CompletedActionStatus", await AnswerAsync());
        foreach (var frame in new[] { $"{board}/embed", $"{await AnswerPathAsync()}/embed" })
        {
            using var answer = await Reader.GetAsync(frame);
            Assert.Contains("frame-ancestors *", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("Kept late", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        }
    }

    private HttpClient Reader => it.Hall.Server.Visitor();

    private async Task<string> HomeAsync() => (await it.Maria.ReadAsync<RecordStatus>($"{it.Api}/public-record")).Path!;

    private async Task<string> AnswerPathAsync() => $"{await HomeAsync()}/asks/{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}";

    private async Task<string> AnswerAsync() => await Reader.GetStringAsync(await AnswerPathAsync());

    private async Task<string> BoardAsync() => await Reader.GetStringAsync($"{await HomeAsync()}/follow-up");

    private async Task KeepAsync(LocalDate on)
    {
        var evidence = (await it.StepAsync("evidence", new EvidenceCommand("Council minutes", "https://city.example/minutes"))).Steps[^1].Id;
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.KeptLate, on, StatusReason.NoMoney, Evidence: [evidence], MetOn: on)));
        await it.AgreeAsync();
    }

    private async Task<HttpStatusCode> StatusAsync(string path, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(known);
        return (await Reader.SendAsync(request)).StatusCode;
    }
}
