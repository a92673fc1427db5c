using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Assemblies.Record;
using Assemblies.Record.Publication;
using Assemblies.Tests.Harness;
using CsvHelper;

namespace Assemblies.Tests.Record.Publication;

/// <summary>The record as table, as JSON and as feed, read with readers that are not ours.</summary>
public sealed class RecordDownloadsTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private RecordEvening evening = null!;

    public async ValueTask InitializeAsync() => evening = await RecordEvening.PlayAsync();

    public ValueTask DisposeAsync() => evening.DisposeAsync();

    [Fact]
    public async Task The_table_has_a_row_for_each_ask_and_power_holder_and_nothing_that_a_spreadsheet_would_run()
    {
        var rows = await TableAsync();
        Assert.Equal(3, rows.Count);
        var mayor = rows[0];
        Assert.Equal(("1", "A. Mayor", "yes_with_conditions", "the Treasury funds it", "2027-03-01", "yes", "yes", "no"),
            (mayor["ask"], mayor["power_holder"], mayor["answer"], mayor["condition"], mayor["by_when"], mayor["corrected"], mayor["disputed"], mayor["acknowledged"]));
        Assert.Equal(("no", "I have to correct myself: no."), (rows[1]["answer"], rows[1]["quote"]));
        Assert.Equal(("", "The council voted for it yesterday."), (rows[2]["answer"], rows[2]["withdrawn_reason"]));
        Assert.Equal(new Uri(evening.Hall.Server.Address, evening.AnswerPath(evening.Hall.Mayor)).ToString(), mayor["page"]);

        await evening.CorrectAsync(evening.Hall.Leader, new(AnswerCode.No, "=HYPERLINK(\"http://evil\")", "en"));
        Assert.Equal("'=HYPERLINK(\"http://evil\")", (await TableAsync())[1]["quote"]);
    }

    [Fact]
    public async Task The_table_s_columns_are_those_of_the_document()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "record-pages.md"));
        Assert.All(RecordTable.Columns, column => Assert.Contains($"| `{column}` |", document, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_as_json_says_where_each_step_can_be_checked()
    {
        var record = await evening.Reader.ReadAsync<RecordDocument>($"{evening.Home}/record.json");
        var ask = record.Asks[0];
        Assert.Equal([(1, "Will you build 150 homes by 2028?"), (2, "Will you build 200 homes by 2028?")], ask.Published.Select(p => (p.Version, p.Text)));
        Assert.Equal([AnswerEventKind.Revealed, AnswerEventKind.Acknowledged, AnswerEventKind.Corrected], ask.Answers[0].History.Select(e => e.Kind));
        Assert.Equal(2, ask.Answers[0].History[0].Version);
        Assert.Equal([AnswerEventKind.Revealed, AnswerEventKind.Revealed], ask.Answers[1].History.Select(e => e.Kind));
        Assert.Single(ask.Answers[0].Disputes);
        var types = (await evening.Reader.GetStringAsync($"{evening.Home}/entries.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(e => JsonDocument.Parse(e).RootElement.GetProperty("type").GetString()).ToList();
        Assert.Equal(types.Count, record.Entries);
        Assert.Equal(["answer.recorded", "answer.acknowledged", "answer.corrected"], ask.Answers[0].History.Select(e => types[(int)e.Entry!.Value]));
        Assert.Equal("answer.disputed", types[(int)ask.Answers[0].Disputes[0].Entry!.Value]);
    }

    [Fact]
    public async Task The_feed_has_an_item_for_each_thing_that_became_public_and_its_ids_never_change()
    {
        var feed = await FeedAsync();
        Assert.Equal(
            ["answer_corrected", "answer_disputed", "answer_revealed", "answer_revealed", "answer_revealed", "ask_amended", "ask_published", "ask_published", "ask_withdrawn"],
            Items(feed, "category").Order());
        Assert.Equal(9, Items(feed, "id").Distinct().Count());
        Assert.Contains("the Treasury funds it", feed.ToString(), StringComparison.Ordinal);

        await evening.CloseAsync();
        var later = await FeedAsync();
        Assert.Equal("session_closed", Items(later, "category")[0]);
        Assert.Equal(Items(feed, "id"), Items(later, "id")[1..]);
        Assert.True(string.CompareOrdinal(later.Element(Atom + "updated")!.Value, feed.Element(Atom + "updated")!.Value) >= 0);
        // An id is where the entry's proof is, under the record's own name.
        var proof = new Uri(Items(later, "id")[0]).AbsolutePath;
        Assert.StartsWith("c2sp.org/tlog-proof@v1", await evening.Reader.GetStringAsync(proof), StringComparison.Ordinal);
    }

    private async Task<XElement> FeedAsync()
    {
        var response = await evening.Reader.GetAsync($"{evening.Home}/feed.atom");
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }

    private static List<string> Items(XElement feed, string part) => [.. feed.Elements(Atom + "entry").Select(e =>
        part == "category" ? e.Element(Atom + part)!.Attribute("term")!.Value : e.Element(Atom + part)!.Value)];

    private async Task<List<Dictionary<string, string>>> TableAsync()
    {
        using var text = new StringReader(await evening.Reader.GetStringAsync($"{evening.Home}/answers.csv"));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        Assert.Equal(RecordTable.Columns, csv.HeaderRecord!);
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync())
            rows.Add(RecordTable.Columns.ToDictionary(c => c, c => csv.GetField(c)!));
        return rows;
    }
}
