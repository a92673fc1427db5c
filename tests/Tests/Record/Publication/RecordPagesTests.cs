using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assemblies.Agenda;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Official;
using Assemblies.Wire;

namespace Assemblies.Tests.Record.Publication;

/// <summary>product.md, 45 and 46: every ask and every answer has an address of its own that says all of it, and where it can be checked.</summary>
public sealed partial class RecordPagesTests : IAsyncLifetime
{
    private RecordEvening evening = null!;

    private Hall Hall => evening.Hall;

    public async ValueTask InitializeAsync() => evening = await RecordEvening.PlayAsync();

    public ValueTask DisposeAsync() => evening.DisposeAsync();

    [Fact]
    public async Task An_ask_s_page_shows_its_words_in_every_version_and_language_and_how_it_is_tested()
    {
        var page = await GetAsync(evening.AskPath);
        Assert.Contains("<s>Will you build 150 homes by 2028?</s>", page, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"ask-text\" lang=\"ar\" dir=\"auto\">{RecordEvening.Arabic}</p>", page, StringComparison.Ordinal);
        foreach (var part in new[] { "Version 1", "Version 2", "100 in the north, by 30 June 2027", "31 December 2028", "200 families have keys.", "Fewer than 200 have.", "3,000 families wait." })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{evening.AnswerPath(Hall.Mayor)}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{evening.AnswerPath(Hall.Leader)}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_s_page_shows_what_stands_what_stood_before_and_who_disputes_it()
    {
        var page = await GetAsync(evening.AnswerPath(Hall.Mayor));
        Assert.Contains("<blockquote lang=\"en\" dir=\"auto\">“Yes, if the Treasury funds it by March.”</blockquote>", page, StringComparison.Ordinal);
        Assert.Matches("(?s)<s dir=\"auto\">YES, IF the Treasury funds it “Yes, if the Treasury funds it by May.”</s>", page);
        foreach (var part in new[]
            { "Depends on the Treasury, by 1 March 2027.", "Agreed; something must happen first.", "Corrected", "Disputed", "Misheard; asked for by Scribe: The recording has March.",
              "She named no month at all.", "Under review.", "acknowledged that this is what was said", "200 families have keys." })
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_that_became_a_no_is_shown_as_both()
    {
        var page = await GetAsync(evening.AnswerPath(Hall.Leader));
        Assert.Contains("answer-no\"", page, StringComparison.Ordinal);
        Assert.Contains("<s dir=\"auto\">YES “=Yes, I will.”</s>", page, StringComparison.Ordinal);
        Assert.Contains("Answered again, and revealed in the hall.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_step_names_the_entry_in_which_it_can_be_checked()
    {
        var entries = (await evening.Reader.GetStringAsync($"{evening.Home}/entries.jsonl")).Split('\n');
        var page = await GetAsync(evening.AnswerPath(Hall.Mayor));
        var types = Receipts().Matches(page).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
            .Distinct().Order().Select(seq => Member(entries[seq], "type"));
        Assert.Equal(["answer.recorded", "answer.acknowledged", "answer.corrected", "answer.disputed"], types);
        foreach (var receipt in Receipts().Matches(page).Select(m => m.Value))
            Assert.Equal(HttpStatusCode.OK, (await evening.Reader.GetAsync(receipt[6..^1])).StatusCode);
        // The bytes that are shown are those that were signed.
        Assert.Contains(entries.Single(e => e.Contains("answer.recorded", StringComparison.Ordinal) && e.Contains(Hall.Mayor.Id.ToString(), StringComparison.Ordinal)), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_ask_keeps_its_page_and_its_reason()
    {
        var page = await GetAsync($"{evening.Home}/asks/{evening.Withdrawn.Id}");
        Assert.Contains(RecordEvening.LongText, page, StringComparison.Ordinal);
        Assert.Contains("The council voted for it yesterday.", page, StringComparison.Ordinal);
        Assert.Contains("Withdrawn before it was put.", await GetAsync($"{evening.Home}/asks/{evening.Withdrawn.Id}/{Hall.Mayor.Id}") + await GetAsync(evening.Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_corrections_list_has_what_was_put_right_answered_again_and_disputed()
    {
        var page = await GetAsync($"{evening.Home}/corrections");
        foreach (var part in new[] { "funds it by May.", "funds it by March.", "The recording has March.", "=Yes, I will.", "I have to correct myself: no.", "She named no month at all." })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("by March", StringComparison.Ordinal) < page.IndexOf("correct myself", StringComparison.Ordinal), "The latest stands first.");
    }

    [Fact]
    public async Task The_result_sheet_has_every_ask_and_every_answer_and_says_while_the_evening_is_not_closed()
    {
        var before = await GetAsync($"{evening.Home}/press");
        foreach (var part in new[] { "Will you build 200 homes by 2028?", RecordEvening.LongText, "YES, IF", "the Treasury funds it", "I have to correct myself: no.", "not closed yet", "No official turnout has been announced." })
            Assert.Contains(part, before, StringComparison.Ordinal);
        await evening.CloseAsync();
        Assert.DoesNotContain("not closed yet", await GetAsync($"{evening.Home}/press"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_sheet_says_how_many_came_how_they_were_counted_and_whom_the_press_may_ask()
    {
        var api = $"/api/assemblies/{Hall.Assembly.Id}";
        await (await Hall.PairAsync(Assemblies.Devices.DeviceRole.Steward)).SendAsync(Hall.Fact(Assemblies.Turnout.ScanMethod.Walkup));
        await evening.Maria.SendAsync<OfficialFigure>($"{api}/turnout/official", new { });
        var plan = new AssemblyCommand(
            Hall.Assembly.Title, Hall.Assembly.Venue, Hall.Assembly.TimeZone, Hall.Assembly.Doors, Hall.Assembly.Start, Hall.Assembly.HardEnd, 1_600, PressContact: " Press desk, press@example.org ");
        (await evening.Maria.PutAsJsonAsync(api, plan, WireFormat.Json)).EnsureSuccessStatusCode();
        var page = await GetAsync($"{evening.Home}/press");
        foreach (var part in new[] { "Official turnout 1 at", "Counted at the doors", "<b>For the press:</b> Press desk, press@example.org</p>" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(["pressContact"], await Http.RefusedAsync(
            HttpStatusCode.BadRequest, await evening.Maria.PutAsJsonAsync(api, plan with { PressContact = new string('x', 301) }, WireFormat.Json)));
    }

    [Fact]
    public async Task The_live_page_leads_to_the_permanent_ones()
    {
        var page = await GetAsync($"/a/{Hall.Assembly.Slug}");
        foreach (var address in new[] { evening.Home, evening.AskPath, evening.AnswerPath(Hall.Mayor) })
            Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_stay_when_the_assembly_gets_another_title_and_hold_no_name()
    {
        var path = evening.AnswerPath(Hall.Mayor);
        await Hall.Server.ChangeAsync(db =>
        {
            var assembly = db.Assemblies.Single(a => a.Id == Hall.Assembly.Id);
            (assembly.Title, assembly.Slug) = ("Another title", "another-title");
        });
        Assert.Contains("Another title", await GetAsync(path), StringComparison.Ordinal);
        Assert.Matches("^/record/[0-9a-z]{26}/asks/[0-9a-f-]{36}/[0-9a-f-]{36}$", path);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again_whatever_happens_at_the_doors()
    {
        var first = await evening.Reader.GetAsync(evening.AskPath);
        await (await Hall.PairAsync(Assemblies.Devices.DeviceRole.Steward)).SendAsync(Hall.Fact(Assemblies.Turnout.ScanMethod.Walkup));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(first));
        await evening.CorrectAsync(Hall.Leader, new(Assemblies.Record.AnswerCode.No, "I have to correct myself: no, not at all.", "en"));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(first));
    }

    [Fact]
    public async Task Addresses_in_a_page_are_those_of_the_host_that_was_asked()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, evening.AskPath) { Headers = { Host = "elsewhere.example" } };
        Assert.Contains($"<link rel=\"canonical\" href=\"http://elsewhere.example{evening.AskPath}\" />", await (await evening.Reader.SendAsync(asked)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", await GetAsync(evening.AskPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_of_itself_what_search_engines_and_feed_readers_ask()
    {
        var page = await GetAsync(evening.AnswerPath(Hall.Mayor));
        Assert.Contains("<meta property=\"og:title\" content=\"A. Mayor on ask 1: YES, IF", page, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What is new in this record\" href=\"{new Uri(Hall.Server.Address, $"{evening.Home}/feed.atom")}\" />", page, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(LinkedData().Match(await evening.Reader.GetStringAsync(evening.AnswerPath(Hall.Mayor))).Groups[1].Value);
        var graph = data.RootElement.GetProperty("@graph").EnumerateArray().ToDictionary(t => t.GetProperty("@type").GetString()!);
        Assert.Equal(["Event", "AskAction", "ReplyAction"], graph.Keys);
        Assert.Equal("Will you build 200 homes by 2028?", graph["AskAction"].GetProperty("question").GetProperty("text").GetString());
        Assert.Equal("Yes, if the Treasury funds it by March.", graph["ReplyAction"].GetProperty("resultComment").GetProperty("text").GetString());
        Assert.Equal(graph["AskAction"].GetProperty("@id").GetString(), graph["ReplyAction"].GetProperty("object").GetProperty("@id").GetString());
        Assert.Equal(new Uri(Hall.Server.Address, evening.AnswerPath(Hall.Mayor)).ToString(), graph["ReplyAction"].GetProperty("@id").GetString());
    }

    [Fact]
    public async Task Only_the_pages_made_for_frames_may_be_framed_and_those_run_no_script()
    {
        foreach (var path in new[] { evening.Home, evening.AskPath, evening.AnswerPath(Hall.Mayor), $"{evening.Home}/press", $"{evening.Home}/corrections", "/record" })
        {
            var page = await evening.Reader.GetAsync(path);
            Assert.Equal("DENY", page.Headers.GetValues("X-Frame-Options").Single());
            Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        foreach (var path in new[] { $"{evening.Home}/embed", $"{evening.AskPath}/embed" })
        {
            var page = await evening.Reader.GetAsync(path);
            var policy = page.Headers.GetValues("Content-Security-Policy").Single();
            Assert.False(page.Headers.Contains("X-Frame-Options"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.EndsWith("frame-ancestors *", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.False(page.Headers.Contains("Set-Cookie"));
            var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.Contains("the Treasury funds it", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/asks/0199d3a0-0000-7000-8000-000000000000")]
    [InlineData("/feed.atom")]
    [InlineData("/embed")]
    public async Task An_address_of_nothing_is_not_found(string tail)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await evening.Reader.GetAsync($"/record/00000000000000000000000000{tail}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await evening.Reader.GetAsync($"{evening.AskPath}/0199d3a0-0000-7000-8000-000000000000")).StatusCode);
    }

    [Fact]
    public async Task The_addresses_of_a_record_whose_key_was_lost_lead_to_the_one_that_succeeds_it()
    {
        await Hall.Server.ChangeAsync(db => db.EndedRecords.Add(new()
        {
            AssemblyId = Hall.Assembly.Id, Slug = "00000000000000000000000000", Origin = "example.org/record/0", VerifierKey = "", Checkpoint = "",
            EndedAt = TestServer.Evening, EndedBy = "organiser:1", Reason = "The laptop was stolen.",
        }));
        var moved = await evening.Reader.GetAsync($"/record/00000000000000000000000000/asks/{Hall.Ask.Id}/{Hall.Mayor.Id}");
        Assert.Equal((HttpStatusCode.PermanentRedirect, evening.AnswerPath(Hall.Mayor)), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        Assert.Contains("The laptop was stolen.", await GetAsync(evening.Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_and_file_is_made_from_the_other_database_too()
    {
        await using var other = await RecordEvening.PlayAsync(TestDatabaseKind.Postgres);
        await other.CloseAsync();
        foreach (var path in new[] { other.AnswerPath(other.Hall.Mayor), other.AskPath, $"{other.Home}/corrections", $"{other.Home}/press", $"{other.Home}/answers.csv", $"{other.Home}/record.json", $"{other.Home}/feed.atom", "/record" })
            Assert.Contains(path == "/record" ? other.Hall.Assembly.Title : "by March", await other.Reader.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_lists_a_record_once_its_assembly_is_no_longer_prepared()
    {
        Assert.Contains(evening.Home, await GetAsync("/record"), StringComparison.Ordinal);
        await Hall.Server.ChangeAsync(db => db.Assemblies.Single(a => a.Id == Hall.Assembly.Id).State = Assemblies.Agenda.AssemblyState.Preparing);
        Assert.DoesNotContain(Hall.Assembly.Title, await GetAsync("/record"), StringComparison.Ordinal);
    }

    private async Task<string> GetAsync(string path) => WebUtility.HtmlDecode(await evening.Reader.GetStringAsync(path));

    private async Task<HttpStatusCode> AgainAsync(HttpResponseMessage first)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        return (await evening.Reader.SendAsync(again)).StatusCode;
    }

    private static string Member(string entry, string name)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.GetProperty(name).GetString()!;
    }

    [GeneratedRegex("href=\"[^\"]*/receipts/(\\d+)\\.tlog-proof\"")]
    private static partial Regex Receipts();

    [GeneratedRegex("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")]
    private static partial Regex LinkedData();
}
