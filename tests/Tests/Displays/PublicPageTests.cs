using System.IO.Compression;
using System.Net;
using System.Text;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using NodaTime;

namespace Assemblies.Tests.Displays;

/// <summary>product.md, 37 and 42: only what was confirmed and revealed, readable by everybody without script.</summary>
public sealed class PublicPageTests : IAsyncLifetime
{
    private const string Page = "/a/london-2026";
    private static readonly AnswerWords Provisional = new(
        AnswerCode.YesWithConditions, "Yes, provided the Treasury funds it", "en", "the Treasury funds it", "the Treasury", new(2027, 3, 1));

    private Hall hall = null!;
    private FloorTeam floor = null!;
    private HttpClient phone = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        floor = await FloorTeam.OpenAsync(hall);
        phone = hall.Server.Visitor();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Before_any_ask_was_put_the_page_explains_what_will_happen_and_shows_no_ask()
    {
        var page = await phone.GetStringAsync(Page);
        Assert.Contains("No ask has been put yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("200 homes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mayor", page, StringComparison.Ordinal);
        Assert.Contains("Thursday 1 October 2026, 19:00 BST", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_does_not_change_between_the_put_and_the_reveal()
    {
        var projector = (await hall.PairAsync(DeviceRole.Projector)).Http();
        await floor.PutAsync(hall.Mayor);
        var (asked, shown) = (await phone.GetStringAsync(Page), await projector.GetStringAsync("/api/screen"));
        Assert.Contains("Will you build 200 homes by 2028?", asked, StringComparison.Ordinal);

        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes, I will"));
        await SameAsync();
        await floor.RecordAsync(hall.Mayor, Provisional);
        await SameAsync();
        await floor.RuleAsync(hall.Mayor, Ruling.ReAsk);
        await SameAsync();
        await floor.RecordAsync(hall.Mayor, Provisional);
        await SameAsync();
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        await SameAsync();
        await floor.RevealAsync(hall.Mayor);

        var revealed = await phone.GetStringAsync(Page);
        Assert.Contains("YES, IF", revealed, StringComparison.Ordinal);
        Assert.Contains("<b class=\"substance\" dir=\"auto\">the Treasury funds it</b>", revealed, StringComparison.Ordinal);
        Assert.Contains("<blockquote lang=\"en\" dir=\"auto\">“Yes, provided the Treasury funds it”</blockquote>", revealed, StringComparison.Ordinal);
        Assert.Contains("Depends on the Treasury, by 1 March 2027.", revealed, StringComparison.Ordinal);

        async Task SameAsync()
        {
            Assert.Equal(asked, await phone.GetStringAsync(Page));
            Assert.Equal(shown, await projector.GetStringAsync("/api/screen"));
        }
    }

    [Fact]
    public async Task An_ask_that_the_hall_reads_is_on_the_page_only_once_it_was_put_and_then_with_what_was_revealed_alone()
    {
        using var tablet = (await hall.PairAsync(DeviceRole.StageManager)).Http();
        await ReadAsync();
        var before = await phone.GetStringAsync(Page);
        Assert.DoesNotContain("200 homes", before, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ask 1", before, StringComparison.Ordinal);

        await floor.PutAsync(hall.Mayor, hall.Leader);
        await floor.RecordAsync(hall.Leader, new AnswerWords(AnswerCode.No, "Not this year"));
        await floor.FinishAskAsync(hall.Ask, hall.Leader);
        await floor.RecordAsync(hall.Mayor, Provisional);
        await ReadAsync();
        var page = await phone.GetStringAsync(Page);
        var now = page[page.IndexOf("id=\"now\"", StringComparison.Ordinal)..page.IndexOf("id=\"turnout\"", StringComparison.Ordinal)];
        Assert.Contains("<b>Ask 1", now, StringComparison.Ordinal);
        Assert.Contains("<b>NO</b>", now, StringComparison.Ordinal);
        Assert.DoesNotContain("YES, IF", now, StringComparison.Ordinal);

        Task ReadAsync() => tablet.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Ask, hall.Ask.Id));
    }

    [Fact]
    public async Task A_revealed_answer_stands_unchanged_while_the_ask_is_put_again()
    {
        await floor.PutAsync(hall.Mayor);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.No, "Not this year"));
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        await floor.RevealAsync(hall.Mayor);
        await floor.PutAsync(hall.Mayor);
        var again = await phone.GetStringAsync(Page);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "All right then"));
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);

        Assert.Equal(again, await phone.GetStringAsync(Page));
        Assert.Contains("answer-no\"", again, StringComparison.Ordinal);
        Assert.Contains("This answer stands until another is announced", again, StringComparison.Ordinal);
        Assert.DoesNotContain("All right then", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_holders_stand_in_the_agreed_order_whoever_answers_first()
    {
        await floor.PutAsync(hall.Mayor, hall.Leader);
        await floor.RecordAsync(hall.Leader, new AnswerWords(AnswerCode.Yes, "Yes"));
        await floor.RuleAsync(hall.Leader, Ruling.Confirm);
        await floor.RevealAsync(hall.Leader);
        var page = await phone.GetStringAsync(Page);
        var asks = page[page.IndexOf("live-asks", StringComparison.Ordinal)..];
        Assert.True(asks.IndexOf("A. Mayor", StringComparison.Ordinal) < asks.IndexOf("B. Leader", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_without_an_institution_are_counted_in_public_too()
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        Assert.Contains("Nobody has been counted yet", await phone.GetStringAsync(Page), StringComparison.Ordinal);
        await steward.SendAsync(hall.Fact(ScanMethod.Walkup));
        var page = await phone.GetStringAsync(Page);
        Assert.DoesNotContain("Nobody has been counted yet", page, StringComparison.Ordinal);
        Assert.Contains("person has arrived, as of 17:00.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In the hall", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_count_is_as_of_the_last_that_the_doors_told()
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        var wrong = hall.Fact(ScanMethod.Walkup);
        await steward.SendAsync(hall.Fact(ScanMethod.Walkup) with { InstitutionId = hall.Institution.Id }, wrong);
        hall.Server.Clock.Advance(Duration.FromMinutes(7));
        await steward.SendAsync(hall.Scan("") with { Undoes = wrong.ScanId });
        Assert.Contains("person has arrived, as of 17:07.", await phone.GetStringAsync(Page), StringComparison.Ordinal);
        hall.Server.Clock.Advance(Duration.FromMinutes(4));
        var queued = hall.Fact(ScanMethod.Walkup) with { ClientAt = TestServer.Evening, Decided = ScanOutcome.Admitted };
        await steward.SendAsync(queued);
        Assert.Contains("people have arrived, as of 17:11.", await phone.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_count_says_how_many_devices_were_not_heard_from_until_they_are()
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        await steward.SendAsync(hall.Fact(ScanMethod.Walkup));
        Assert.DoesNotContain("heard from", await phone.GetStringAsync(Page), StringComparison.Ordinal);
        hall.Server.Clock.Advance(Duration.FromMinutes(7));
        Assert.Contains("1 device has not been heard from for 7 minutes", await phone.GetStringAsync(Page), StringComparison.Ordinal);
        await steward.SendAsync(hall.Fact(ScanMethod.Walkup));
        Assert.DoesNotContain("heard from", await phone.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_cannot_become_markup()
    {
        await floor.PutAsync(hall.Mayor);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.No, "<script>alert(1)</script>"));
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        await floor.RevealAsync(hall.Mayor);
        Assert.DoesNotContain("<script>alert", await phone.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var first = await phone.GetAsync(Page);
        using var again = new HttpRequestMessage(HttpMethod.Get, Page);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await phone.SendAsync(again)).StatusCode);
        await floor.PutAsync(hall.Mayor);
        using var changed = new HttpRequestMessage(HttpMethod.Get, Page);
        changed.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await phone.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task The_page_sets_no_cookie_and_runs_nobody_else_s_code()
    {
        var page = await phone.GetAsync(Page);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evening_of_16_answers_stays_under_20_kilobytes_compressed()
    {
        await floor.AddAsksAsync(7);
        foreach (var ask in floor.Asks)
        {
            await floor.PutAskAsync(ask, hall.Mayor, hall.Leader);
            foreach (var who in new[] { hall.Mayor, hall.Leader })
                await floor.RecordAskAsync(ask, who, Provisional with { Verbatim = Words(60), Condition = Words(15) });
            await floor.FinishAskAsync(ask, hall.Mayor, hall.Leader);
        }
        var html = await phone.GetByteArrayAsync(Page);
        using var small = new MemoryStream();
        await using (var gzip = new GZipStream(small, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(html);
        // 60 KB for all, less about 4 KB for style and script and 35 KB for two cuts of the font.
        Assert.InRange(small.Length, 1, 20_000);
        Assert.Equal(16, Encoding.UTF8.GetString(html).Split("<blockquote").Length - 1);
    }

    [Theory, InlineData("/a/nowhere"), InlineData("/a/nowhere/live")]
    public async Task An_address_that_does_not_exist_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(path)).StatusCode);

    // Words that do not compress too well.
    private static string Words(int count)
    {
        var random = new Random(count);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => new string([.. Enumerable.Range(0, 5).Select(_ => (char)random.Next('a', 'z'))])));
    }
}
