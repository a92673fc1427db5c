using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.Publication.Across;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Institutions;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Captain;
using NodaTime;
using Said = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>record.md, section 3: an office is followed over the years, whoever holds it, and an institution follows what it was promised. In 2026 the mayor said yes; in 2027, in New York, another mayor does.</summary>
public abstract class AcrossTests(TestDatabaseKind kind) : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private FollowedUp it = null!;
    private AssemblyDetails next = null!;
    private HttpClient reader = null!;

    private static string OfficePath => AcrossAddresses.Office("Mayor");

    private string InstitutionPath => AcrossAddresses.Institution(it.Hall.Institution.Id);

    public async ValueTask InitializeAsync()
    {
        it = await FollowedUp.StartAsync(kind: kind, browser: true);
        reader = it.Hall.Server.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await it.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_office_has_one_page_over_all_assemblies_whoever_holds_it_and_however_it_was_typed()
    {
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 1));
        await KeepLateAsync();
        Assert.Contains("<b>1 of 1 kept (1 of them late).</b>", await reader.GetStringAsync(OfficePath), StringComparison.Ordinal);
        await AnswerNextAsync(" MAYOR. ");
        var page = WebUtility.HtmlDecode(await reader.GetStringAsync(OfficePath));
        foreach (var part in new[]
            { "<h1>MAYOR.</h1>", "<b>1 of 2 kept (1 of them late), 1 not yet checked. 1 is overdue.</b>", "Answered by S. Bello.", "Answered by A. Mayor.", "<p>0 of 1 kept, 1 not yet checked. 1 is overdue. </p>", "Kept late",
              $"href=\"{await HomeAsync(it.Hall.Assembly.Id)}/follow-up\"", $"href=\"{await HomeAsync(it.Hall.Assembly.Id)}/asks/{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}\"",
              $"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What becomes of what was promised: MAYOR.\" href=\"{new Uri(it.Hall.Server.Address, $"{OfficePath}/feed.atom")}\" />" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("London Assembly 2027", StringComparison.Ordinal) < page.IndexOf("A. Mayor", StringComparison.Ordinal), "The latest stands first.");
        Assert.DoesNotMatch("[0-9]\\s*%", page);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Matches("^/record/offices/[0-9a-z]{16}$", OfficePath);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(AcrossAddresses.Office("Mayor of London"))).StatusCode);
    }

    [Fact]
    public async Task Offices_are_listed_by_the_alphabet_with_what_their_counts_are_out_of_once_an_evening_is_closed()
    {
        Assert.Contains("No evening is closed in its record yet.", await reader.GetStringAsync(AcrossAddresses.Offices), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(OfficePath)).StatusCode);
        Assert.DoesNotContain("Office by office", await reader.GetStringAsync("/record"), StringComparison.Ordinal);
        await it.CloseAsync();
        var list = await reader.GetStringAsync(AcrossAddresses.Offices);
        Assert.Matches($"(?s)<a href=\"{AcrossAddresses.Office("Council leader")}\">Council leader</a>.*Nothing was promised. 1 answer promised nothing.*<a href=\"{OfficePath}\">Mayor</a>.*0 of 1 kept, 1 not yet checked.", list);
        foreach (var place in new[] { "/record", OfficePath })
            Assert.Contains($"href=\"{AcrossAddresses.Offices}\"", await reader.GetStringAsync(place), StringComparison.Ordinal);
        foreach (var place in new[] { "follow-up", $"asks/{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}" })
            Assert.Contains($"href=\"{OfficePath}\"", await reader.GetStringAsync($"{await HomeAsync(it.Hall.Assembly.Id)}/{place}"), StringComparison.Ordinal);
        // An assembly that is still prepared is nobody's to find.
        await it.Hall.Server.ChangeAsync(db => db.Assemblies.Single().State = AssemblyState.Preparing);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(OfficePath)).StatusCode);
    }

    [Fact]
    public async Task An_office_s_feed_has_the_items_of_the_assemblies_feeds_under_the_same_ids_and_of_no_other_office()
    {
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 1));
        await KeepLateAsync();
        await AnswerNextAsync("Mayor");
        var feed = await FeedAsync(OfficePath);
        Assert.Equal(
            ["S. Bello on ask 1: YES (London Assembly 2027)", "A. Mayor on ask 1: kept late (London Assembly)", "A. Mayor on ask 1: evidence was added (London Assembly)", "A. Mayor on ask 1: YES (London Assembly)"],
            Items(feed, "title"));
        var own = new List<string>();
        foreach (var assembly in new[] { next.Id, it.Hall.Assembly.Id })
            foreach (var file in new[] { "follow-up.atom", "feed.atom" })
                own.AddRange(Items(await ReadAsync($"{await HomeAsync(assembly)}/{file}"), "id"));
        Assert.Equal(own.Intersect(Items(feed, "id")), Items(feed, "id"));
        var origin = (await HomeAsync(it.Hall.Assembly.Id)).TrimStart('/');
        Assert.Equal($"https://{it.Hall.Server.Address.Authority}{OfficePath}", feed.Element(Atom + "id")!.Value);
        Assert.Equal($"https://{it.Hall.Server.Address.Authority}/{origin}/follow-up", feed.Elements(Atom + "entry").ElementAt(1).Element(Atom + "source")!.Element(Atom + "id")!.Value);

        // A correction is a new item, and what was there keeps its id.
        var proposed = await it.Maria.SendAsync<CorrectionRow>($"{it.Api}/corrections", new CorrectionCommand(
            it.Hall.Ask.Id, it.Hall.Mayor.Id, Assemblies.Record.Corrections.CorrectionClass.Misheard, FollowedUp.Yes with { Verbatim = "Yes, we will." }, "The recording has it.", "Scribe"));
        Assert.Equal(Items(feed, "id"), Items(await FeedAsync(OfficePath), "id"));
        await it.John.SendAsync<CorrectionRow>($"{it.Api}/corrections/{proposed.Id}/approve", new { });
        var corrected = await FeedAsync(OfficePath);
        Assert.Equal("Corrected: A. Mayor on ask 1 (London Assembly)", Assert.Single(Items(corrected, "title").Except(Items(feed, "title"))));
        Assert.Equal(Items(feed, "id").Order(), Items(corrected, "id").Intersect(Items(feed, "id")).Order());
    }

    [Fact]
    public async Task An_institution_follows_what_was_promised_at_the_assemblies_it_was_part_of_at_an_address_that_is_listed_nowhere()
    {
        var other = new Institution { Name = "Masjid Al-Noor", NameKey = "masjid al noor" };
        await it.Hall.Server.ChangeAsync(db => db.AddRange(other, new Delegation { AssemblyId = it.Hall.Assembly.Id, InstitutionId = other.Id, Pledge = 40 }));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(InstitutionPath)).StatusCode);
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 1));
        await AnswerNextAsync("Mayor", it.Hall.Institution.Id);

        var page = await reader.GetStringAsync(InstitutionPath);
        foreach (var part in new[] { "<h1>St Mary&#x27;s</h1>", ">London Assembly 2027</a>", ">London Assembly</a>", "0 of 1 kept, 1 not yet checked.", "name=\"robots\" content=\"noindex\"", $"href=\"{new Uri(it.Hall.Server.Address, $"{InstitutionPath}/feed.atom")}\"" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(["London Assembly 2027", "London Assembly", "London Assembly"], Items(await FeedAsync(InstitutionPath), "title").Select(t => t.Split('(', ')')[^2]));
        // It pledged forty and nobody came: that is not to be seen.
        var others = await reader.GetStringAsync(AcrossAddresses.Institution(other.Id));
        Assert.Contains(">London Assembly</a>", others, StringComparison.Ordinal);
        var words = Regex.Replace(others, "<[^>]*>", " ");
        Assert.DoesNotContain("2027", words, StringComparison.Ordinal);
        Assert.DoesNotContain("40", words, StringComparison.Ordinal);

        await using var eyes = await PublicEyes.OpenAsync(it.Hall, []);
        Assert.All((await eyes.LookAsync()).Where(s => s.Key.StartsWith("stranger ", StringComparison.Ordinal) && !s.Key.Contains("/record/institutions/", StringComparison.Ordinal)),
            s => Assert.DoesNotContain($"{it.Hall.Institution.Id}", s.Value, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(AcrossAddresses.Institution(Guid.NewGuid()))).StatusCode);
    }

    [Fact]
    public async Task A_captain_and_the_organisers_are_told_the_institution_s_address_once_there_is_something_to_follow()
    {
        var link = await it.Maria.SendAsync<CaptainLinkReply>($"{it.Api}/institutions/{it.Hall.Institution.Id}/captain-link", new { });
        var (captains, organisers) = (new Uri(link.Address).AbsolutePath, $"/institutions/{it.Hall.Institution.Id}");
        foreach (var place in new[] { captains, organisers })
            Assert.DoesNotContain(InstitutionPath, (await it.Browser!.GetAsync(place)).Html, StringComparison.Ordinal);
        await it.CloseAsync();
        foreach (var place in new[] { captains, organisers })
            foreach (var address in new[] { InstitutionPath, $"{InstitutionPath}/feed.atom" })
                Assert.Contains($"href=\"{address}\"", (await it.Browser!.GetAsync(place)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_over_several_assemblies_is_made_anew_at_the_midnight_of_each_and_at_no_other_time()
    {
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 1));
        await AnswerNextAsync("Mayor");
        it.Hall.Server.Clock.GoTo(Instant.FromUtc(2027, 6, 29, 22, 59));
        var first = await TagAsync();
        Assert.Contains("due in 1 day", await reader.GetStringAsync(OfficePath), StringComparison.Ordinal);
        it.Hall.Server.Clock.Advance(Duration.FromMinutes(1));
        var london = await TagAsync();
        Assert.Matches("(?s)due in 1 day.*due today", await reader.GetStringAsync(OfficePath));
        it.Hall.Server.Clock.GoTo(Instant.FromUtc(2027, 6, 30, 3, 59));
        Assert.Equal(london, await TagAsync());
        it.Hall.Server.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(3, new[] { first, london, await TagAsync() }.Distinct().Count());
        Assert.Matches("(?s)due today.*due today", await reader.GetStringAsync(OfficePath));
    }

    [Fact]
    public async Task The_record_s_pages_name_the_feeds_that_follow_them()
    {
        var (home, feed) = (await HomeAsync(it.Hall.Assembly.Id), $"href=\"{new Uri(it.Hall.Server.Address, $"{await HomeAsync(it.Hall.Assembly.Id)}/follow-up.atom")}\"");
        var answer = $"{home}/asks/{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}";
        Assert.DoesNotContain(feed, await AlternatesAsync(home), StringComparison.Ordinal);
        await it.CloseAsync();
        foreach (var page in new[] { home, $"{home}/follow-up", answer, $"{home}/asks/{it.Hall.Ask.Id}", $"{home}/corrections" })
            Assert.Contains(feed, await AlternatesAsync(page), StringComparison.Ordinal);
        Assert.Contains($"{OfficePath}/feed.atom\"", await AlternatesAsync(answer), StringComparison.Ordinal);

        async Task<string> AlternatesAsync(string page) =>
            string.Concat(Regex.Matches(WebUtility.HtmlDecode(await reader.GetStringAsync(page)), "<link rel=\"alternate\" type=\"application/atom\\+xml\"[^>]*>").Select(m => m.Value));
    }

    private async Task<string> HomeAsync(Guid assemblyId) => (await it.Maria.ReadAsync<RecordStatus>($"/api/assemblies/{assemblyId}/public-record")).Path!;

    private async Task<string> TagAsync()
    {
        using var page = await reader.GetAsync(OfficePath);
        return page.Headers.ETag!.Tag;
    }

    private async Task KeepLateAsync()
    {
        var evidence = (await it.StepAsync("evidence", new EvidenceCommand("Council minutes", "https://city.example/minutes"))).Steps[^1].Id;
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.KeptLate, new(2027, 7, 1), StatusReason.NoMoney, Evidence: [evidence], MetOn: new LocalDate(2027, 7, 1))));
        await it.AgreeAsync();
    }

    // The next evening: one ask, one answer.
    private async Task AnswerNextAsync(string office, Guid? institutionId = null)
    {
        var day = it.Hall.Server.Clock.GetCurrentInstant().InUtc().Date;
        next = await it.Maria.SendAsync<AssemblyDetails>("/api/assemblies", new AssemblyCommand(
            "London Assembly 2027", "Kingdom Life Church", "America/New_York", day.At(new(18, 0)), day.At(new(19, 0)), day.At(new(21, 0)), 1_600));
        var api = $"/api/assemblies/{next.Id}";
        var mayor = await it.Maria.SendAsync<PowerHolderRow>($"{api}/power-holders", new PowerHolderCommand("S. Bello", office));
        if (institutionId is { } institution)
            await it.Hall.Server.ChangeAsync(db => db.Add(new Delegation { AssemblyId = next.Id, InstitutionId = institution }));
        var ask = await it.Maria.SendAsync<AskRow>($"{api}/asks", new AskCommand("Will you plant 100 trees?", "Parks", PowerHolderIds: [mayor.Id]));
        await it.Maria.SendAsync<AssemblyDetails>($"{api}/open", new { });
        using var chair = (await it.Hall.PairAsync(DeviceRole.Chair, next.Id)).Http();
        using var scribe = (await it.Hall.PairAsync(DeviceRole.Scribe, next.Id)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(ask.Id, mayor.Id, 0)]));
        await scribe.SendAsync<FloorReply>("/api/floor/record", new RecordCommand(Guid.NewGuid(), new(ask.Id, mayor.Id, 1), new(Said.Yes, "Yes.", "en", Due: new LocalDate(2027, 6, 30))));
        await chair.SendAsync<FloorReply>("/api/floor/rule", new RuleCommand(Guid.NewGuid(), new(ask.Id, mayor.Id, 2), Ruling.Confirm));
        await chair.SendAsync<FloorReply>("/api/floor/reveal", new RevealCommand(Guid.NewGuid(), [new CellRef(ask.Id, mayor.Id, 3)]));
        await it.Maria.SendAsync<RecordStatus>($"{api}/public-record/close", new CloseRecordCommand());
    }

    // As RFC 4287 wants it: everything has an id, a title and a date, and no address is half of one.
    private async Task<XElement> FeedAsync(string page)
    {
        var feed = await ReadAsync($"{page}/feed.atom");
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            foreach (var part in new[] { "id", "title", "updated" })
                Assert.False(string.IsNullOrWhiteSpace(element.Element(Atom + part)?.Value), part);
            Assert.All(element.Elements(Atom + "link"), l => Assert.True(Uri.TryCreate(l.Attribute("href")!.Value, UriKind.Absolute, out var whole) && whole.Authority == it.Hall.Server.Address.Authority));
        }
        Assert.False(string.IsNullOrWhiteSpace(feed.Element(Atom + "author")!.Value));
        Assert.Equal(new Uri(it.Hall.Server.Address, $"{page}/feed.atom").ToString(), feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal(Items(feed, "id").Count, Items(feed, "id").Distinct().Count());
        return feed;
    }

    private async Task<XElement> ReadAsync(string path)
    {
        using var answer = await reader.GetAsync(path);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }

    private static List<string> Items(XElement feed, string part) => [.. feed.Elements(Atom + "entry").Select(e => e.Element(Atom + part)!.Value)];
}

public sealed class AcrossOnSqliteTests() : AcrossTests(TestDatabaseKind.Sqlite);

public sealed class AcrossOnPostgresTests() : AcrossTests(TestDatabaseKind.Postgres);
