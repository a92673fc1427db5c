using System.Net;
using System.Text;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.Calendar;
using Assemblies.PublicRecord.Entries;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Due dates in a calendar program, behind a private address that can be taken back.</summary>
public sealed class CalendarTests
{
    [Fact]
    public void A_calendar_is_folded_at_75_octets_and_escaped_and_comes_back_as_it_was()
    {
        var wording = string.Concat(Enumerable.Repeat("Will you, Mayor; build \\ 200 hömes – 住宅 – by 2028?\n", 6));
        var text = ICalendar.Write("A, b", [new("due-1@host", new LocalDate(2028, 2, 29), "Due: x;y", wording, "https://host/a", 3)], Instant.FromUtc(2027, 1, 2, 3, 4, 5));

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("DTSTART;VALUE=DATE:20280229", lines);
        Assert.Contains("DTEND;VALUE=DATE:20280301", lines);
        Assert.Contains("DTSTAMP:20270102T030405Z", lines);
        Assert.Contains("SEQUENCE:3", lines);
        Assert.Contains(@"SUMMARY:Due: x\;y", lines);
        Assert.Contains(@"X-WR-CALNAME:A\, b", lines);
        var description = lines.Single(l => l.StartsWith("DESCRIPTION:", StringComparison.Ordinal))["DESCRIPTION:".Length..];
        Assert.Equal(wording, description.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\,", ",", StringComparison.Ordinal)
            .Replace(@"\;", ";", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_calendar_has_the_days_of_what_is_open_and_the_same_ids_for_ever()
    {
        await using var it = await FollowedUp.StartAsync(terms: new AskTerms([new AskPart("Half of them", new LocalDate(2027, 1, 31))]));
        await it.CloseAsync();
        await it.StepAsync("meeting", new MeetingCommand(60));
        var address = await IssueAsync(it, new());
        var before = await ReadAsync(it, address);
        Assert.Equal(["20261130", "20270131", "20270630"], Starts(before));

        it.GoTo(new LocalDate(2026, 11, 1));
        await it.StepAsync("due", new DueCommand("The council votes later.", true, new LocalDate(2027, 7, 31)));
        await it.StepAsync("contacts", new ContactCommand(new LocalDate(2026, 11, 1), ContactHow.Meeting, Note: "He seemed nervous", NextContact: new LocalDate(2026, 12, 1)));
        var after = await ReadAsync(it, address);

        Assert.Equal(["20261201", "20270131", "20270731"], Starts(after));
        Assert.Equal(Lines(before, "UID:due-"), Lines(after, "UID:due-"));
        Assert.NotEqual(Lines(before, "SEQUENCE:"), Lines(after, "SEQUENCE:"));
        Assert.DoesNotContain("nervous", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_mine_has_only_what_I_follow_up()
    {
        await using var it = await FollowedUp.StartAsync();
        var mine = await IssueAsync(it, new(OnlyMine: true));
        Assert.DoesNotContain("BEGIN:VEVENT", await ReadAsync(it, mine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_replaced_or_revoked_tells_nothing_and_nobody_else_finds_one()
    {
        await using var it = await FollowedUp.StartAsync();
        var first = await IssueAsync(it, new());
        var second = await IssueAsync(it, new());
        using var visitor = it.Hall.Server.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).StatusCode);
        var reply = await visitor.GetAsync(second);
        Assert.Equal(("text/calendar", true), (reply.Content.Headers.ContentType?.MediaType, reply.Headers.CacheControl?.NoStore));
        Assert.Equal(HttpStatusCode.NotFound, (await it.John.DeleteAsync("/api/calendar-link")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await it.Maria.DeleteAsync("/api/calendar-link")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(second)).StatusCode);
        Assert.DoesNotContain(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("cal_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_shows_the_address_once()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        using var page = await PageClient.FirstOrganiserAsync(server);
        var issued = await page.PostAsync("/reminders", "calendar", ("do", "issue"), ("mine", "true"));
        Assert.Contains("/calendar/cal_", issued.Html, StringComparison.Ordinal);
        var again = await page.GetAsync("/reminders");
        Assert.DoesNotContain("/calendar/cal_", again.Html, StringComparison.Ordinal);
        Assert.Contains("A link to what you follow up was issued", again.Text, StringComparison.Ordinal);
        Assert.Equal("/reminders", (await page.PostAsync("/reminders", "calendar", ("do", "revoke"))).Location);
        Assert.Contains("No calendar link of yours works now", (await page.GetAsync("/reminders")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> IssueAsync(FollowedUp it, CalendarLinkCommand command) =>
        new Uri((await it.Maria.SendAsync<CalendarLinkReply>("/api/calendar-link", command)).Address).AbsolutePath;

    private static Task<string> ReadAsync(FollowedUp it, string address) => it.Hall.Server.Visitor().GetStringAsync(address);

    private static List<string> Lines(string calendar, string start) =>
        [.. calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(l => l.StartsWith(start, StringComparison.Ordinal))];

    private static List<string> Starts(string calendar) => [.. Lines(calendar, "DTSTART").Select(l => l.Split(':')[1]).Order(StringComparer.Ordinal)];
}
