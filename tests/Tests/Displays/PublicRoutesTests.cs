using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assemblies.Asks;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Tests.Harness;
using Assemblies.Tests.Record.Publication;
using Assemblies.Tests.Shell;
using Assemblies.Turnout;

namespace Assemblies.Tests.Displays;

/// <summary>Nothing that is not public can be read at any address that everybody may open: the addresses are the server's own inventory, so one that is added tomorrow is tried too.</summary>
public sealed partial class PublicRoutesTests : IAsyncLifetime
{
    // Words that stand in the database and that no stranger may read, each where it could leak from.
    private static readonly string[] Secrets =
    [
        "Grace Attendee", "Ruth Speaker", "provisional words", "never revealed", "secret draft", "amended in secret", "Olga Owner", "by courier to her driver", "an impartial reason",
        "proposed and not approved", "refused because", "undecided grounds",
    ];

    private RecordEvening evening = null!;

    private Hall Hall => evening.Hall;

    public async ValueTask InitializeAsync() => evening = await RecordEvening.PlayAsync();

    public ValueTask DisposeAsync() => evening.DisposeAsync();

    [Fact]
    public async Task No_address_that_everybody_may_open_says_what_is_not_public()
    {
        await HideSecretsAsync();
        var (wrong, read) = (new List<string>(), new List<string>());
        foreach (var way in RouteInventory.Of(Hall.Server.Services).Where(w => w is { Verb: "GET", Roles: null }))
            foreach (var address in Addresses(way.Path))
            {
                var (status, text) = await ReadAsync(address);
                wrong.AddRange(Secrets.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{address} says \"{s}\""));
                if (status == HttpStatusCode.OK)
                    read.Add(way.Path);
                else if (way.Path.StartsWith("/record", StringComparison.Ordinal) || way.Path.StartsWith("/a/", StringComparison.Ordinal))
                    wrong.Add($"{address} was not read: {(int)status}. Teach this test what stands in its place.");
            }
        Assert.Empty(wrong);
        // What is read says something: the same search finds what is public.
        Assert.True(read.Count(r => r.StartsWith("/record/", StringComparison.Ordinal)) >= 10, string.Join("\n", read));
        Assert.Contains("by March", (await ReadAsync($"{evening.Home}/bundle.zip")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_changes_between_the_put_and_the_reveal()
    {
        await evening.Floor.PutAsync(Hall.Mayor);
        // Pages of accounts have a new token each time; of those that show an assembly none may change.
        var (first, before) = (await AllAsync(), await AllAsync());
        foreach (var (address, _) in first.Where(f => before[f.Key] != f.Value))
        {
            Assert.DoesNotMatch("^/(record|a)/", address);
            before.Remove(address);
        }
        await evening.Floor.RecordAsync(Hall.Mayor, new AnswerWords(AnswerCode.No, "provisional words"));
        await SameAsync();
        await evening.Floor.RuleAsync(Hall.Mayor, Ruling.Confirm);
        await SameAsync();
        await evening.Floor.RevealAsync(Hall.Mayor);
        var after = await AllAsync();
        foreach (var moved in new[] { evening.Home, evening.AnswerPath(Hall.Mayor), $"{evening.Home}/press", $"{evening.Home}/answers.csv", $"{evening.Home}/feed.atom", $"{evening.Home}/entries.jsonl" })
            Assert.NotEqual(before[moved], after[moved]);

        async Task SameAsync()
        {
            var now = await AllAsync();
            foreach (var (address, text) in before)
                Assert.True(now[address] == text, $"{address} was:\n{text}\nand is:\n{now[address]}");
        }
    }

    private async Task HideSecretsAsync()
    {
        var pass = await Hall.IssueNamedAsync("Grace Attendee");
        await (await Hall.PairAsync(Assemblies.Devices.DeviceRole.Steward)).SendAsync(Hall.Scan(pass, ScanMethod.Qr));
        var api = $"/api/assemblies/{Hall.Assembly.Id}";
        await Hall.Server.ChangeAsync(db =>
        {
            db.Speakers.Add(new() { AssemblyId = Hall.Assembly.Id, InstitutionId = Hall.Institution.Id, NameToShow = "Ruth Speaker", AskId = Hall.Ask.Id });
            db.PowerHolders.Single(p => p.Id == Hall.Leader.Id).Invitation = new Invitation(Reason: "an impartial reason");
        });
        await evening.Maria.SendAsync<AskRow>($"{api}/asks", new AskCommand("Will you keep this secret draft?", "secret draft", PowerHolderIds: [Hall.Mayor.Id], Owner: "Olga Owner"));
        await evening.Maria.SendAsync<AskRow>($"{api}/asks/{Hall.Ask.Id}/sent", new SendAskCommand(Hall.Mayor.Id, new(2026, 9, 1), "by courier to her driver"));
        await evening.Floor.PutAsync(Hall.Leader);
        await evening.Floor.RecordAsync(Hall.Leader, new AnswerWords(AnswerCode.NoAnswer, "provisional words", TimesAsked: 1));
        await evening.Floor.RuleAsync(Hall.Leader, Ruling.ReAsk);
        await evening.Floor.RecordAsync(Hall.Leader, new AnswerWords(AnswerCode.No, "never revealed"));
        await evening.Floor.RuleAsync(Hall.Leader, Ruling.Confirm);
        // Putting an ask publishes its words, so these come after.
        await evening.WriteAsync(new AskCommand("Will you build what was amended in secret?", "Housing", Owner: "Olga Owner"));
        var corrections = $"{api}/corrections";
        var refused = await ProposeAsync("refused and gone");
        await evening.John.SendAsync<CorrectionRow>($"{corrections}/{refused.Id}/refuse", new RefuseCorrectionCommand("refused because"));
        await ProposeAsync("proposed and not approved");
        var dispute = (await evening.Maria.ReadAsync<List<DisputeRow>>($"{api}/disputes"))[0];
        await evening.Maria.SendAsync<DisputeRow>($"{api}/disputes/{dispute.Id}/decide", new DecideDisputeCommand(DisputeOutcome.Upheld, "undecided grounds"));

        Task<CorrectionRow> ProposeAsync(string words) => evening.Maria.SendAsync<CorrectionRow>(corrections, new CorrectionCommand(
            Hall.Ask.Id, Hall.Mayor.Id, CorrectionClass.Typo, new AnswerWords(AnswerCode.No, words), "Grounds.", "Scribe"));
    }

    private async Task<Dictionary<string, string>> AllAsync()
    {
        var texts = new Dictionary<string, string>();
        foreach (var way in RouteInventory.Of(Hall.Server.Services).Where(w => w is { Verb: "GET", Roles: null }))
            foreach (var address in Addresses(way.Path).Where(a => !a.StartsWith("/health", StringComparison.Ordinal)))
                texts[address] = (await ReadAsync(address)).Text;
        return texts;
    }

    private IEnumerable<string> Addresses(string pattern)
    {
        IEnumerable<string> addresses = [pattern];
        foreach (var place in Place().Matches(pattern).Select(m => m.Value))
            addresses = addresses.SelectMany(a => Values(pattern, place).Select(value => a.Replace(place, value, StringComparison.Ordinal))).ToList();
        return addresses;
    }

    // Only what exists can leak; a route with a place that this does not know is tried with nothing, and a record's or an assembly's route then fails the test.
    private string[] Values(string pattern, string place) => place switch
    {
        "{slug}" => [pattern.StartsWith("/a/", StringComparison.Ordinal) ? Hall.Assembly.Slug : evening.Home["/record/".Length..]],
        "{askId:guid}" => pattern.EndsWith("{askId:guid}/{powerHolderId:guid}", StringComparison.Ordinal) ? [$"{Hall.Ask.Id}"] : [$"{Hall.Ask.Id}", $"{evening.Withdrawn.Id}"],
        "{powerHolderId:guid}" => [$"{Hall.Mayor.Id}", $"{Hall.Leader.Id}"],
        "{seq:long}" => ["0", "3", "6"],
        "{file}" => ["checkpoint", "vkey", "checkpoints.txt", "entries.jsonl", "disclosures.json", "verify.html", "bundle.zip"],
        "{documentName}" => ["v1"],
        "{Code:int}" => ["404"],
        _ => ["nothing"],
    };

    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string address)
    {
        using var response = await evening.Reader.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType switch
        {
            "text/event-stream" => await FirstEventAsync(body),
            "application/zip" => await UnzipAsync(body),
            _ => WebUtility.HtmlDecode(await new StreamReader(body).ReadToEndAsync()),
        });
    }

    private static async Task<string> FirstEventAsync(Stream body)
    {
        using var reader = new StreamReader(body);
        while (await reader.ReadLineAsync() is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return Regex.Unescape(line);
        return "";
    }

    private static async Task<string> UnzipAsync(Stream body)
    {
        using var copy = new MemoryStream();
        await body.CopyToAsync(copy);
        await using var zip = new ZipArchive(copy);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(e => e.Name != "verify.html"))
            using (var reader = new StreamReader(await entry.OpenAsync()))
                text.Append(await reader.ReadToEndAsync());
        return text.ToString();
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
