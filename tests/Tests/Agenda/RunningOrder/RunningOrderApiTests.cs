using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Agenda.RunningOrder.Spreadsheet;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Agenda.RunningOrder;

public abstract class RunningOrderApiTests(TestDatabaseKind kind) : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Assembly => $"/api/assemblies/{hall.Assembly.Id}";

    private string Order => $"{Assembly}/running-order";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync(kind);
        organiser = await hall.Server.OrganiserAsync();
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await hall.Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_item_is_kept_with_everything_that_was_said_of_it()
    {
        var speaker = await SpeakerAsync("Grace O.");
        var added = await organiser.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(
            AgendaItemKind.Testimony, " Testimony for homes ", 330, " Rev. Bright ", true, null, ["Say the number.", " ", "Say the date."],
            new AgendaNotes(" Stand close. ", "", "Spot on.", null), [speaker], [hall.Ask.Id], [hall.Leader.Id, hall.Mayor.Id]));

        var item = Assert.Single((await EveningAsync()).Items);
        Assert.Equal(added.Id, item.Id);
        Assert.Equal((AgendaItemKind.Testimony, "Testimony for homes", "Rev. Bright", 330, true), (item.Kind, item.Title, item.Owner, item.PlannedSeconds, item.MustNotCut));
        Assert.Equal(["Say the number.", "Say the date."], item.RequiredWords);
        Assert.Equal(new AgendaNotes("Stand close.", null, "Spot on.", null), item.Notes);
        Assert.Equal([speaker], item.SpeakerIds);
        Assert.Equal([hall.Ask.Id], item.AskIds);
        Assert.Equal([hall.Mayor.Id, hall.Leader.Id], item.PowerHolderIds);
        Assert.Equal("agenda_item.added", (await LastChangeAsync()).Kind);
    }

    [Fact]
    public async Task Times_follow_from_the_start_and_the_total_stands_against_the_hard_end()
    {
        await AddAsync("One", 3_600);
        await AddAsync("Two", 3_000, mustNotCut: true);
        var evening = await EveningAsync();
        Assert.Equal(["2026-10-01T18:00:00Z", "2026-10-01T19:00:00Z"], evening.Items.Select(i => WireFormat.Instants.Format(i.StartsAt)));
        Assert.Equal((6_600, -300, 3_600), (evening.PlannedSeconds, evening.SpareSeconds, evening.CuttableSeconds));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_all_at_once_and_nothing_is_kept()
    {
        Assert.Equal(["kind", "title", "plannedSeconds"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Order, new { }));
        Assert.Equal(
            ["title", "plannedSeconds", "owner", "requiredWords", "notes.scribe", "speakerIds", "askIds", "powerHolderIds", "position"],
            await organiser.RefusedAsync(HttpStatusCode.BadRequest, Order, new AgendaItemCommand(
                AgendaItemKind.Free, new string('x', 121), 0, new string('x', 101), false, 2, [new string('x', 301)],
                new AgendaNotes(Scribe: new string('x', 2_001)), [Guid.NewGuid()], [Guid.NewGuid()], [Guid.NewGuid()])));
        Assert.Empty((await EveningAsync()).Items);
    }

    [Fact]
    public async Task Asks_of_another_assembly_cannot_be_linked()
    {
        var another = await hall.AnotherAssemblyAsync();
        Assert.Equal(["askIds"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"/api/assemblies/{another}/running-order",
            new AgendaItemCommand(AgendaItemKind.Ask, "Ask", 60, AskIds: [hall.Ask.Id])));
    }

    [Fact]
    public async Task An_item_goes_up_down_and_to_a_place_and_the_others_make_room()
    {
        var ids = new List<Guid>();
        foreach (var title in new[] { "A", "B", "C", "D" })
            ids.Add((await AddAsync(title)).Id);
        await MoveAsync(ids[3], new(Position: 2));
        Assert.Equal("A D B C", await TitlesAsync());
        await MoveAsync(ids[3], new(Direction: Direction.Up));
        await MoveAsync(ids[3], new(Direction: Direction.Up));
        Assert.Equal("D A B C", await TitlesAsync());
        Assert.Equal("agenda_item.moved", (await LastChangeAsync()).Kind);
        await MoveAsync(ids[0], new(Direction: Direction.Down));
        Assert.Equal("D B A C", await TitlesAsync());
        foreach (var wrong in new AgendaItemMove[] { new(), new(0), new(5), new(1, Direction.Up) })
            Assert.Equal(["position"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Order}/{ids[0]}/move", wrong));
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.PostAsJsonAsync($"{Order}/{Guid.NewGuid()}/move", new AgendaItemMove(1), WireFormat.Json)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Order}/{ids[1]}")).StatusCode);
        Assert.Equal("D A C", await TitlesAsync());
        Assert.Equal([1, 2, 3], await hall.Server.ReadAsync(db => db.AgendaItems.OrderBy(i => i.Order).Select(i => i.Order).ToListAsync()));
    }

    [Fact]
    public async Task A_change_keeps_the_lists_it_does_not_name_and_replaces_those_it_does()
    {
        var item = await organiser.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(
            AgendaItemKind.Ask, "Ask", 60, RequiredWords: ["Word for word."], AskIds: [hall.Ask.Id], PowerHolderIds: [hall.Mayor.Id]));
        var changed = await ChangeAsync(item.Id, new AgendaItemCommand(AgendaItemKind.Ask, "Ask 1", 120, PowerHolderIds: [hall.Leader.Id]));
        Assert.Equal(("Ask 1", 120), (changed.Title, changed.PlannedSeconds));
        Assert.Equal(["Word for word."], changed.RequiredWords);
        Assert.Equal([hall.Ask.Id], changed.AskIds);
        Assert.Equal([hall.Leader.Id], changed.PowerHolderIds);
        var emptied = await ChangeAsync(item.Id, new AgendaItemCommand(AgendaItemKind.Ask, "Ask 1", 120, RequiredWords: [], AskIds: []));
        Assert.Empty(emptied.RequiredWords);
        Assert.Empty(emptied.AskIds);
        Assert.Equal([hall.Leader.Id], emptied.PowerHolderIds);
    }

    [Fact]
    public async Task What_an_item_links_can_be_removed_and_the_item_stays()
    {
        var speaker = await SpeakerAsync("Grace O.");
        await organiser.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(
            AgendaItemKind.Testimony, "Everything", 60, SpeakerIds: [speaker], AskIds: [hall.Ask.Id], PowerHolderIds: [hall.Mayor.Id]));
        foreach (var path in new[] { $"speakers/{speaker}", $"asks/{hall.Ask.Id}", $"power-holders/{hall.Mayor.Id}" })
        {
            var response = await organiser.DeleteAsync($"{Assembly}/{path}");
            Assert.True(response.StatusCode == HttpStatusCode.NoContent, $"{path}: {await response.Content.ReadAsStringAsync()}");
            Assert.True(await hall.Server.ReadAsync(db => db.Changes.AnyAsync(c => c.Channel == ChangeChannel.Agenda && c.Kind == "agenda_item.unlinked")));
        }
        var item = Assert.Single((await EveningAsync()).Items);
        Assert.Empty(item.SpeakerIds.Concat(item.AskIds).Concat(item.PowerHolderIds));
        Assert.Equal(3, await hall.Server.ReadAsync(db => db.Changes.CountAsync(c => c.Kind == "agenda_item.unlinked")));
    }

    [Fact]
    public async Task A_template_needs_to_be_told_what_becomes_of_the_items_that_are_there()
    {
        await AddAsync("By hand");
        Assert.Equal(["mode"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Order}/template", new TemplateCommand(RunningOrderTemplate.Small)));
        Assert.Equal(["template"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Order}/template", new TemplateCommand()));
        var appended = await organiser.SendAsync<PlannedEvening>($"{Order}/template", new TemplateCommand(RunningOrderTemplate.Small, FillMode.Append));
        Assert.Equal("By hand", appended.Items[0].Title);
        var replaced = await organiser.SendAsync<PlannedEvening>($"{Order}/template", new TemplateCommand(RunningOrderTemplate.Small, FillMode.Replace));
        Assert.Equal(appended.Items.Count - 1, replaced.Items.Count);
        Assert.Equal(90 * 60, replaced.PlannedSeconds);
        var ask = replaced.Items.Single(i => i.Kind == AgendaItemKind.Ask);
        Assert.Equal([hall.Ask.Id], ask.AskIds);
        Assert.Equal([hall.Mayor.Id, hall.Leader.Id], ask.PowerHolderIds);
        Assert.Equal("running_order.filled", (await LastChangeAsync()).Kind);
    }

    [Fact]
    public async Task A_copy_brings_items_and_leaves_people_and_takes_an_ask_only_in_the_same_words()
    {
        await organiser.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(
            AgendaItemKind.Ask, "The ask", 90, "Co-chair", true, null, ["Word for word."], new AgendaNotes("Slowly."), [await SpeakerAsync("Grace O.")], [hall.Ask.Id], [hall.Mayor.Id]));
        var another = await hall.AnotherAssemblyAsync();
        var path = $"/api/assemblies/{another}";
        var first = await organiser.SendAsync<PlannedEvening>($"{path}/running-order/copy", new CopyCommand(hall.Assembly.Id));
        var copied = Assert.Single(first.Items);
        Assert.Equal(("The ask", "Co-chair", 90, true, "Slowly."), (copied.Title, copied.Owner, copied.PlannedSeconds, copied.MustNotCut, copied.Notes.Chair));
        Assert.Empty(copied.SpeakerIds.Concat(copied.AskIds).Concat(copied.PowerHolderIds));

        var own = await organiser.SendAsync<AskRow>($"{path}/asks", new AskCommand("Will you build 200 homes by 2028?"));
        var second = await organiser.SendAsync<PlannedEvening>($"{path}/running-order/copy", new CopyCommand(hall.Assembly.Id, FillMode.Replace));
        Assert.Equal([own.Id], Assert.Single(second.Items).AskIds);
        var source = Assert.Single(await organiser.ReadAsync<List<CopySource>>($"{path}/running-order/copy-sources"));
        Assert.Equal((hall.Assembly.Id, 1), (source.AssemblyId, source.Items));
        Assert.Equal(["fromAssemblyId"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, $"{Order}/copy", new CopyCommand(hall.Assembly.Id)));
    }

    [Fact]
    public async Task What_was_exported_is_imported_again_as_it_was()
    {
        await organiser.SendAsync<PlannedEvening>($"{Order}/template", new TemplateCommand(RunningOrderTemplate.Medium));
        await organiser.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(
            AgendaItemKind.Free, "=HYPERLINK(\"x\")", 330, "-, the \"owner\"", false, null, ["+1", "two; three"],
            new AgendaNotes("First line.\nSecond line.", "@home", "'=x", "a,b"),
            [await SpeakerAsync("Grace O."), await SpeakerAsync("Grace; Anne")], [hall.Ask.Id], [hall.Leader.Id]));
        var before = await EveningAsync();
        var file = await DownloadAsync();
        Assert.DoesNotMatch("(?m)(^|,)\"?[=@]", Encoding.UTF8.GetString(file));

        var reply = await ImportAsync(file, "replace");

        Assert.Equal((before.Items.Count, before.PlannedSeconds), (reply.Items, reply.PlannedSeconds));
        Assert.Equal(Comparable(before), Comparable(await EveningAsync()));
        Assert.Equal(file, await DownloadAsync());
    }

    [Fact]
    public async Task A_spreadsheet_in_the_words_of_its_writer_is_understood()
    {
        await SpeakerAsync("Grace O.");
        var file = "Type;Item;Minutes;Who;Protected;Ask;Speaker;Room\nroll call;Roll call;5:30;;x;;;Hall\n;Story;5 min;Rev. Bright;;1;grace o.;\n";
        Assert.Equal(["Room"], (await ImportAsync(Encoding.UTF8.GetBytes(file), null)).IgnoredColumns);
        var items = (await EveningAsync()).Items;
        Assert.Equal([(AgendaItemKind.RollCall, 330, true), (AgendaItemKind.Free, 300, false)], items.Select(i => (i.Kind, i.PlannedSeconds, i.MustNotCut)));
        Assert.Equal(("Rev. Bright", 1, 1), (items[1].Owner, items[1].AskIds.Count, items[1].SpeakerIds.Count));
    }

    [Fact]
    public async Task A_file_with_bad_rows_is_refused_with_all_of_them_and_changes_nothing()
    {
        await AddAsync("By hand");
        var file = "Kind,Title,Length,Must not cut,Asks,Speakers\nparty,A,5,,,\nfree,,soon,,,\nfree,B,5,perhaps,9,Nobody\n"u8.ToArray();
        using var response = await SendAsync(file, "replace");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var rows = json.RootElement.GetProperty("rows").Deserialize<List<ImportProblem>>(WireFormat.Json)!;
        Assert.Equal(
            [(2, "Kind"), (3, "Title"), (3, "Length"), (4, "Must not cut"), (4, "Speakers"), (4, "Asks")],
            rows.Select(r => (r.Line, r.Column)));
        Assert.Equal("By hand", await TitlesAsync());
        Assert.Equal(["mode"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await SendAsync("Title,Length\nA,5\n"u8.ToArray(), null)));
        Assert.Equal("By hand", await TitlesAsync());
        Assert.True((await ImportAsync("Title,Length\nA,5\n"u8.ToArray(), "append", dryRun: true)).DryRun);
        Assert.Equal("By hand", await TitlesAsync());
    }

    // What an export carries, and nothing that is made anew: ids of items.
    private static string Comparable(PlannedEvening evening) =>
        JsonSerializer.Serialize(evening with { Items = [.. evening.Items.Select(i => i with { Id = Guid.Empty })] }, WireFormat.Json);

    private async Task<byte[]> DownloadAsync() => await organiser.GetByteArrayAsync($"/assemblies/{hall.Assembly.Id}/running-order.csv");

    private async Task<RunningOrderImportReply> ImportAsync(byte[] file, string? mode, bool dryRun = false)
    {
        using var response = await SendAsync(file, mode, dryRun);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<RunningOrderImportReply>(WireFormat.Json))!;
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] file, string? mode, bool dryRun = false)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await organiser.PostAsync($"{Order}/import?mode={mode}&dryRun={dryRun}", content);
    }

    private Task<PlannedEvening> EveningAsync() => organiser.ReadAsync<PlannedEvening>(Order);

    private async Task<string> TitlesAsync() => string.Join(' ', (await EveningAsync()).Items.Select(i => i.Title));

    private Task<AgendaItemRow> AddAsync(string title, int seconds = 300, bool mustNotCut = false) =>
        organiser.SendAsync<AgendaItemRow>(Order, new AgendaItemCommand(AgendaItemKind.Free, title, seconds, MustNotCut: mustNotCut));

    private Task<AgendaItemRow> MoveAsync(Guid id, AgendaItemMove move) => organiser.SendAsync<AgendaItemRow>($"{Order}/{id}/move", move);

    private async Task<AgendaItemRow> ChangeAsync(Guid id, AgendaItemCommand command)
    {
        using var response = await organiser.PutAsJsonAsync($"{Order}/{id}", command, WireFormat.Json);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<AgendaItemRow>(WireFormat.Json))!;
    }

    private async Task<Guid> SpeakerAsync(string name) =>
        (await organiser.SendAsync<SpeakerRow>($"{Assembly}/speakers", new SpeakerCommand(hall.Institution.Id, name))).Id;

    private Task<Change> LastChangeAsync() => hall.Server.ReadAsync(db => db.Changes.OrderByDescending(c => c.Sequence).FirstAsync(c => c.Channel == ChangeChannel.Agenda));
}

public sealed class RunningOrderOnSqliteTests() : RunningOrderApiTests(TestDatabaseKind.Sqlite);

public sealed class RunningOrderOnPostgresTests() : RunningOrderApiTests(TestDatabaseKind.Postgres);
