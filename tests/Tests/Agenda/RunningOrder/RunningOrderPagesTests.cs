using System.Net;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Agenda.RunningOrder;

public sealed class RunningOrderPagesTests : HallPages
{
    private string Order => $"/assemblies/{Hall.Assembly.Id}/running-order";

    [Fact]
    public async Task Items_are_added_in_one_row_and_stand_at_their_times_against_the_hard_end()
    {
        Assert.Equal(Order, (await AddAsync("Welcome", "5:30", "welcome")).Location);
        await AddAsync("Roll call", "9 min", "roll_call");
        var page = await Maria.GetAsync(Order);
        Assert.Contains("19:00 Welcome", page.Text, StringComparison.Ordinal);
        Assert.Contains("19:05 Roll call", page.Text, StringComparison.Ordinal);
        Assert.Contains("14 min 30 s in 2 items, from 19:00 Ends 19:14, 90 min 30 s before the hard end.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 items of the evening 14 min 30 s planned, 90 min 30 s to spare", (await Maria.GetAsync($"/assemblies/{Hall.Assembly.Id}")).Text, StringComparison.Ordinal);
        await AddAsync("Too long", "120");
        page = await Maria.GetAsync(Order);
        Assert.Contains("29 min 30 s after the hard end.", page.Text, StringComparison.Ordinal);
        Assert.Contains("those that may be cut have 134 min 30 s together", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_keeps_what_was_typed()
    {
        var page = await AddAsync("", "soon", "answer", ("owner", "Rev. Bright"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"title-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"plannedSeconds-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(("soon", "Rev. Bright"), (page.Value("plannedSeconds"), page.Value("owner")));
        Assert.Contains("<option value=\"answer\" selected", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_are_moved_by_arrow_and_to_a_place_without_script()
    {
        foreach (var title in new[] { "A", "B", "C" })
            await AddAsync(title);
        var c = await IdAsync("C");
        Assert.Equal(Order, (await MoveAsync(c, "up")).Location);
        Assert.Equal("A C B", await TitlesAsync());
        Assert.Contains("“C” is at place 2 now and begins at 19:05.", (await Maria.GetAsync(Order)).Text, StringComparison.Ordinal);
        await MoveAsync(c, "place", ("position", "3"));
        Assert.Equal("A B C", await TitlesAsync());
        Assert.Contains("Choose a place from 1 to 3.", (await MoveAsync(c, "place", ("position", "9"))).Text, StringComparison.Ordinal);
        Assert.Equal("A B C", await TitlesAsync());
    }

    [Fact]
    public async Task An_item_gets_notes_words_and_links_and_a_refusal_loses_none_of_them()
    {
        await AddAsync("Ask");
        var path = $"{Order}/{await IdAsync("Ask")}";
        (string, string)[] fields = [("kind", "ask"), ("title", "The ask"), ("mustNotCut", "true"), ("requiredWords", "Word for word.\nSlowly."),
            ("notes.chair", "Wait & breathe."), ("notes.scribe", "Write."), ("askIds", $"{Hall.Ask.Id}"), ("powerHolderIds", $"{Hall.Mayor.Id}")];

        var refused = await Maria.PostAsync(path, "save", [.. fields, ("plannedSeconds", "later"), ("position", "1")]);
        Assert.Contains("id=\"plannedSeconds-problem\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal("later", refused.Value("plannedSeconds"));
        Assert.Contains("Wait & breathe.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Word for word.\nSlowly.", refused.Text, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Hall.Ask.Id}\" checked", refused.Html);
        Assert.Matches($"value=\"{Hall.Mayor.Id}\" checked", refused.Html);

        await Maria.PostAsync(path, "save", [.. fields, ("plannedSeconds", "2"), ("position", "1")]);
        var item = await Hall.Server.ReadAsync(db => db.AgendaItems.SingleAsync());
        Assert.Equal(("The ask", 120, true, new AgendaNotes("Wait & breathe.", null, null, "Write.")), (item.Title, item.PlannedSeconds, item.MustNotCut, item.Notes));
        Assert.Contains("Ask 1 · A. Mayor", (await Maria.GetAsync(Order)).Text, StringComparison.Ordinal);
        await Maria.PostAsync(path, "remove");
        Assert.Equal("", await TitlesAsync());
    }

    [Fact]
    public async Task A_template_begins_the_evening_and_replaces_it_only_when_told_to()
    {
        var fill = $"{Order}/fill";
        Assert.Equal(Order, (await Maria.PostAsync(fill, "template", ("template", "small"))).Location);
        var before = await TitlesAsync();
        var refused = await Maria.PostAsync(fill, "template", ("template", "small"));
        Assert.Contains("say whether the new ones come after them or take their place", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#mode.template\"", refused.Html, StringComparison.Ordinal);
        await Maria.PostAsync(fill, "template", ("template", "small"), ("mode.template", "replace"));
        Assert.Equal(before, await TitlesAsync());
    }

    [Fact]
    public async Task A_file_is_kept_while_the_page_asks_what_becomes_of_the_items_that_are_there()
    {
        await AddAsync("By hand");
        var fill = $"{Order}/fill";
        Assert.Contains("Nothing was imported. 1 thing is wrong", (await Maria.UploadAsync(fill, "import", "file", "Title,Length\nA,soon\n"u8.ToArray())).Text, StringComparison.Ordinal);
        var asked = await Maria.UploadAsync(fill, "import", "file", "Title,Length\nA,5\nB,5:30\n"u8.ToArray());
        Assert.Contains("Your file is kept.", asked.Text, StringComparison.Ordinal);
        await Maria.SendAsync(asked, fill, "import", ("mode.import", "append"));
        Assert.Equal("By hand A B", await TitlesAsync());
        Assert.Contains("A,,5,", (await Maria.GetAsync($"{Order}.csv")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_has_its_own_roles_notes_and_nobody_elses()
    {
        await Hall.Server.ChangeAsync(db =>
        {
            var item = new AgendaItem
            {
                AssemblyId = Hall.Assembly.Id, Order = 1, Kind = AgendaItemKind.Ask, Title = "The ask", PlannedSeconds = 90, MustNotCut = true,
                RequiredWords = ["Word for word."], Notes = new AgendaNotes("For chair", "For timekeeper", "For stage", "For scribe"),
            };
            db.Add(item);
            db.Add(new AgendaItemAsk { ItemId = item.Id, AskId = Hall.Ask.Id, Order = 1 });
        });
        foreach (var (role, note) in new[] { ("chair", "For chair"), ("timekeeper", "For timekeeper"), ("stage_manager", "For stage"), ("scribe", "For scribe"), ("everybody", "") })
        {
            var page = await Maria.GetAsync($"{Order}/sheet?role={role}");
            foreach (var each in new[] { "For chair", "For timekeeper", "For stage", "For scribe" })
                Assert.Equal(each == note, page.Text.Contains(each, StringComparison.Ordinal));
            Assert.Equal(role is "chair" or "timekeeper", page.Text.Contains("Word for word.", StringComparison.Ordinal));
            Assert.Equal(role is "chair" or "scribe", page.Text.Contains("Will you build 200 homes by 2028?", StringComparison.Ordinal));
            Assert.Contains("19:00 1 min 30 s 1. The ask", page.Text, StringComparison.Ordinal);
            Assert.Contains("MUST NOT BE CUT", page.Text, StringComparison.Ordinal);
        }
    }

    private Task<PageClient.Page> AddAsync(string title, string length = "5", string kind = "free", params (string, string)[] more) =>
        Maria.PostAsync(Order, "add", [("kind", kind), ("title", title), ("plannedSeconds", length), .. more]);

    private Task<PageClient.Page> MoveAsync(Guid id, string go, params (string, string)[] more) =>
        Maria.PostAsync(Order, "move", [("id", $"{id}"), ("go", go), .. more]);

    private Task<Guid> IdAsync(string title) => Hall.Server.ReadAsync(db => db.AgendaItems.Where(i => i.Title == title).Select(i => i.Id).SingleAsync());

    private async Task<string> TitlesAsync() => string.Join(' ', await Hall.Server.ReadAsync(db => db.AgendaItems.OrderBy(i => i.Order).Select(i => i.Title).ToListAsync()));
}
