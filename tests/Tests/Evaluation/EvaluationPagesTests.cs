using System.Net;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Evaluation;

/// <summary>The evaluation as organisers use it, without a script.</summary>
public sealed class EvaluationPagesTests : HallPages
{
    private string Path => $"/assemblies/{Hall.Assembly.Id}/evaluation";

    [Fact]
    public async Task A_note_is_written_changed_and_read_with_its_history()
    {
        var saved = await Maria.PostAsync($"{Path}/notes/new", "note",
            ("kind", "next_step"), ("topic", "turnout"), ("text", "Visit St Mary's"), ("role", "Co-chair"), ("owner", "Turn-out captain"), ("dueOn", "2026-10-08"));
        Assert.Equal(Path, saved.Location);
        var page = await Maria.GetAsync(Path);
        Assert.Contains("Next step Visit St Mary's", page.Text, StringComparison.Ordinal);
        Assert.Contains("Turn-out captain, by 8 October 2026 ·", page.Text, StringComparison.Ordinal);

        Hall.Server.Clock.Advance(NodaTime.Duration.FromDays(9));
        Assert.Contains("by 8 October 2026: 2 days over", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
        var note = page.Html.Split($"{Path}/notes/").Select(p => p[..36]).First(p => Guid.TryParse(p, out _));
        var open = await Maria.GetAsync($"{Path}/notes/{note}");
        Assert.Equal("Turn-out captain", open.Value("owner"));
        await Maria.SendAsync(open, $"{Path}/notes/{note}", "note",
            ("kind", "next_step"), ("topic", "turnout"), ("text", "Visited St Mary's"), ("role", "Co-chair"), ("owner", "Turn-out captain"), ("dueOn", "2026-10-08"), ("state", "done"));
        Assert.Contains("by 8 October 2026: done", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Contains("How it read before", (await Maria.GetAsync($"{Path}/notes/{note}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_note_keeps_what_was_typed()
    {
        var refused = await Maria.PostAsync($"{Path}/notes/new", "note", ("kind", "next_step"), ("topic", "doors"), ("text", "More lanes"), ("role", "Stewards"), ("dueOn", "soon"));
        Assert.Contains("Give the date as a day that exists", refused.Text, StringComparison.Ordinal);
        Assert.Contains("More lanes", refused.Html, StringComparison.Ordinal);
        Assert.Equal(("Stewards", "soon"), (refused.Value("role"), refused.Value("dueOn")));
    }

    [Fact]
    public async Task The_sheet_for_the_meeting_and_the_page_say_what_stands_out()
    {
        await EvaluationTests.EarlierAsync(Hall, Hall.Institution.Id, "Spring", 2026, pledged: 60, arrived: 51);
        await Maria.PostAsync($"{Path}/notes/new", "note", ("kind", "went_well"), ("topic", "team"), ("text", "<b>Calm</b> doors"), ("role", "Co-chair"));
        var sheet = await Maria.GetAsync($"{Path}/sheet");
        Assert.Contains("St Mary's 0 of 100, none came. 51 fewer than the 51 of 1 April 2026", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Calm&lt;/b&gt; doors", sheet.Html, StringComparison.Ordinal);
        Assert.Contains("Pledged, none came", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Maria.GetAsync($"{Path}/notes/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_size_of_an_institution_is_entered_on_its_page_and_checked()
    {
        var path = $"/institutions/{Hall.Institution.Id}";
        var refused = await Maria.PostAsync(path, "institution", ("name", "St Mary's"), ("membership", "member"), ("size", "many"));
        Assert.Contains("Give how many people belong to it", refused.Text, StringComparison.Ordinal);
        Assert.Equal("many", refused.Value("size"));
        await Maria.PostAsync(path, "institution", ("name", "St Mary's"), ("membership", "member"), ("size", "1,200"));
        Assert.Equal("1200", (await Maria.GetAsync(path)).Value("size"));
        Assert.Contains("0 % of 1,200", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
    }
}
