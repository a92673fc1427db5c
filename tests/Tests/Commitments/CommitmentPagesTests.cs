using System.Text;
using Assemblies.Commitments;
using Assemblies.PublicRecord.Entries;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Follow-up as an organiser does it, in a browser without a script.</summary>
public sealed class CommitmentPagesTests : IAsyncLifetime
{
    private FollowedUp it = null!;
    private PageClient page = null!;

    private string One => $"/assemblies/{it.Hall.Assembly.Id}/commitments/{it.Hall.Ask.Id}/{it.Hall.Mayor.Id}";

    public async ValueTask InitializeAsync()
    {
        it = await FollowedUp.StartAsync(browser: true);
        page = it.Browser!;
    }

    public ValueTask DisposeAsync() => it.DisposeAsync();

    [Fact]
    public async Task The_first_page_says_which_promises_need_somebody_and_why()
    {
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 12));
        var first = await page.GetAsync("/assemblies");
        Assert.Contains("One promise needs you today", first.Text, StringComparison.Ordinal);
        Assert.Contains("Overdue by 12 days", first.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was done for 284 days", first.Text, StringComparison.Ordinal);
        await it.StepAsync("contacts", new ContactCommand(new(2027, 7, 12), ContactHow.Phone));
        await it.StepAsync("assign", new AssignCommand(new(Team: "Housing")));
        Assert.DoesNotContain("needs you today", (await page.GetAsync("/assemblies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_logged_on_the_page_and_what_was_typed_survives_a_refusal()
    {
        await it.CloseAsync();
        var refused = await page.PostAsync(One, "contact", ("how", "phone"), ("on", "2027-01-01"), ("purpose", "contact"), ("note", "Typed with care."), ("nextContact", ""));
        Assert.Contains("That day is still to come.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Typed with care.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(One, (await page.PostAsync(One, "contact", ("how", "phone"), ("on", "2026-10-01"), ("purpose", "notice"), ("outcome", "reached"), ("note", "She was kind."), ("nextContact", "2026-11-01"))).Location);
        var done = (await page.GetAsync(One)).Text;
        foreach (var part in new[] { "Notice was given on 1 October 2026, by phone. We reached them.", "She was kind.", "next contact 1 November 2026" })
            Assert.Contains(part, done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_organisers_publish_a_status_on_the_pages()
    {
        await it.CloseAsync();
        Assert.Equal(One, (await page.PostAsync($"{One}/evidence", "step", ("title", "Minutes"), ("address", "https://city.example/minutes"))).Location);
        var evidence = await it.Hall.Server.ReadAsync(db => db.CommitmentSteps.Select(s => s.Id).SingleAsync());
        var refused = await page.PostAsync($"{One}/status", "step", ("status", "kept"), ("on", "2026-10-01"), ("metOn", ""), ("reason", "Kept typed words."));
        Assert.Contains("Say on which day “kept if” was met.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Kept typed words.", refused.Text, StringComparison.Ordinal);
        await page.PostAsync($"{One}/status", "step", ("status", "kept"), ("on", "2026-10-01"), ("metOn", "2026-10-01"), ("evidence", $"{evidence}"));
        var waiting = await page.GetAsync(One);
        Assert.Contains("Another organiser has to agree", waiting.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"proposal\" value=\"{(await it.AgreementAsync()).Proposal}\"", waiting.Html, StringComparison.Ordinal);
        Assert.Contains("Somebody was faster", (await page.PostAsync(One, "decide", ("proposal", $"{Guid.NewGuid()}"), ("decision", "agree"))).Text, StringComparison.Ordinal);
        Assert.Contains("somebody else than who proposed it", (await page.PostAsync(One, "decide", ("proposal", $"{(await it.AgreementAsync()).Proposal}"), ("decision", "agree"))).Text, StringComparison.Ordinal);
        await it.AgreeAsync();
        var done = (await page.GetAsync(One)).Text;
        Assert.Contains("✓ Kept", done, StringComparison.Ordinal);
        Assert.Contains("What we said beforehand would count as keeping it is met, in time.", done, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due", "Due date: 30 June 2027 → 31 December 2027, agreed by the office.", "due", "2027-12-31", "reason", "More time.", "agreed", "true")]
    [InlineData("assign", "Harbour families", "team", "Harbour families", "officeContact", "Chief of staff", "nextContact", "")]
    [InlineData("meeting", "Promised within 60 days: by 30 November 2026.", "days", "60", "from", "", "x", "")]
    [InlineData("reply", "Mayor replied: “We are on it.”", "office", "Mayor", "text", "We are on it.", "ownStatus", "under_way")]
    [InlineData("holder", "C. Successor holds the office Mayor since 1 October 2026", "successor", "C. Successor", "on", "2026-10-01", "because", "left_office")]
    [InlineData("written", "Answered in writing on 1 October 2026: NO “Not any more.”", "code", "no", "on", "2026-10-01", "verbatim", "Not any more.")]
    public async Task Each_step_has_its_page(string what, string shown, string name1, string value1, string name2, string value2, string name3, string value3)
    {
        await it.CloseAsync();
        var done = await page.PostAsync($"{One}/{what}", "step", (name1, value1), (name2, value2), (name3, value3));
        Assert.True(done.Location == One, done.Text);
        Assert.Contains(shown, (await page.GetAsync(One)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_record_is_open_the_pages_say_so_and_offer_no_form_to_type_into()
    {
        foreach (var path in new[] { One, $"{One}/evidence" })
        {
            var shown = await page.GetAsync(path);
            Assert.Contains("The record of the evening is still open.", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Say when", shown.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"title\"", shown.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"purpose\"", shown.Html, StringComparison.Ordinal);
        }
        Assert.Contains("name=\"team\"", (await page.GetAsync($"{One}/assign")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_assigned_at_once_and_the_list_is_grouped()
    {
        var key = $"{it.Key.AssemblyId}/{it.Key.AskId}/{it.Key.PowerHolderId}";
        Assert.Contains("Choose at least one commitment.", (await page.PostAsync("/commitments?view=all", "assign", ("team", "Housing"))).Text, StringComparison.Ordinal);
        Assert.Equal("/commitments?view=all", (await page.PostAsync("/commitments?view=all", "assign", ("chosen", key), ("team", "Housing"), ("institutionId", $"{it.Hall.Institution.Id}"))).Location);
        Assert.Contains("St Mary's 0 of 1 kept, 1 open", (await page.GetAsync("/commitments?view=all&group=institution")).Text, StringComparison.Ordinal);
        Assert.Contains("Housing 0 of 1 kept, 1 open", (await page.GetAsync("/commitments?view=all&group=campaign")).Text, StringComparison.Ordinal);
        Assert.Contains("Mayor 0 of 1 kept, 1 open", (await page.GetAsync("/commitments?view=all&group=office")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_is_imported_and_a_file_that_changes_what_was_promised_changes_nothing()
    {
        await it.StepAsync("assign", new AssignCommand(new(Team: "=HYPERLINK(1)", OfficeContact: "Chief of staff", NextContact: new LocalDate(2026, 12, 1))));
        var exported = await it.Maria.GetByteArrayAsync("/api/commitments/spreadsheet");
        var text = Encoding.UTF8.GetString(exported);
        Assert.Contains("'=HYPERLINK(1)", text, StringComparison.Ordinal);
        Assert.Contains("\"changed\":0", await ImportAsync(exported), StringComparison.Ordinal);

        var changed = Encoding.UTF8.GetBytes(text.Replace("'=HYPERLINK(1)", "Harbour families", StringComparison.Ordinal).Replace("2026-12-01", "2027-01-15", StringComparison.Ordinal));
        Assert.Contains("\"changed\":1", await ImportAsync(changed, "?dryRun=true"), StringComparison.Ordinal);
        Assert.Equal("=HYPERLINK(1)", (await it.RowAsync()).Assignment.Team);
        Assert.Contains("\"changed\":1", await ImportAsync(changed), StringComparison.Ordinal);
        Assert.Equal(new Assignment(null, "Harbour families", null, "Chief of staff", new LocalDate(2027, 1, 15)), (await it.RowAsync()).Assignment);

        var forged = Encoding.UTF8.GetBytes(text.Replace("2027-06-30", "2030-06-30", StringComparison.Ordinal).Replace("'=HYPERLINK(1)", "Forgers", StringComparison.Ordinal).Replace("2026-12-01", "1 December", StringComparison.Ordinal));
        var refused = await ImportAsync(forged);
        Assert.Contains("\"column\":\"Due\"", refused, StringComparison.Ordinal);
        Assert.Contains("\"column\":\"Next contact\"", refused, StringComparison.Ordinal);
        Assert.Equal("Harbour families", (await it.RowAsync()).Assignment.Team);
    }

    [Fact]
    public async Task Every_row_of_an_import_that_is_wrong_is_named()
    {
        var refused = await ImportAsync(Encoding.UTF8.GetBytes("""
            Assembly,Ask,Power-holder,Owner,Institution
            london-2026,1,A. Mayor,nobody@example.org,
            london-2026,1,Nobody,,
            london-2026,9,A. Mayor,,
            paris,1,A. Mayor,,
            london-2026,1,A. Mayor,,St Nobody
            """));
        foreach (var (line, column) in new[] { (2, "Owner"), (3, "Power-holder"), (4, "Ask"), (5, "Assembly"), (6, "Ask"), (6, "Institution") })
            Assert.Contains($"\"line\":{line},\"column\":\"{column}\"", refused, StringComparison.Ordinal);
        Assert.Contains("is missing", await ImportAsync("Team\nHousing\n"u8.ToArray()), StringComparison.Ordinal);
        Assert.Equal(Assignment.None, (await it.RowAsync()).Assignment);
    }

    private async Task<string> ImportAsync(byte[] file, string query = "")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("text/csv");
        return await (await it.Maria.PostAsync($"/api/commitments/import{query}", content)).Content.ReadAsStringAsync();
    }
}
