using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Captain;

namespace Assemblies.Tests.Record;

/// <summary>product.md, 30 and 37: what is not revealed is nowhere that anybody outside the staff can look, at any step in the life of an answer.</summary>
public sealed class ProvisionalTests : IAsyncLifetime
{
    // One mark for all the words of one answer: a bird that nobody else speaks of.
    private readonly HashSet<string> hidden = ["heron", "kestrel", "plover", "dunlin", "avocet", "curlew", "godwit", "sandpiper", "turnstone", "whimbrel", "dotterel", "phalarope"];
    private Hall hall = null!;
    private HttpClient chair = null!;
    private PublicEyes eyes = null!;

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        var organiser = await hall.Server.OrganiserAsync();
        var captain = await organiser.SendAsync<CaptainLinkReply>($"/api/assemblies/{hall.Assembly.Id}/institutions/{hall.Institution.Id}/captain-link", new { });
        await organiser.SendAsync<AskRow>($"/api/assemblies/{hall.Assembly.Id}/asks", new AskCommand("Will you keep the heron secret?", PowerHolderIds: [hall.Mayor.Id]));
        chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        eyes = await PublicEyes.OpenAsync(hall, [new Uri(captain.Address).Segments[^1], (await hall.IssueAsync(1))[0].Token]);
    }

    public async ValueTask DisposeAsync()
    {
        await eyes.DisposeAsync();
        chair.Dispose();
        await hall.Server.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_that_is_not_revealed_can_be_seen_at_any_public_address_or_in_any_public_channel_at_any_step()
    {
        var floor = await FloorTeam.OpenAsync(hall);
        var second = await FloorTeam.OpenAsync(hall);
        await LookAsync();

        await floor.PutAsync(hall.Mayor);
        await LookAsync();
        await floor.RecordAsync(hall.Mayor, Words(AnswerCode.YesWithConditions, "kestrel"), "Will you keep the kestrel?");
        await LookAsync();
        // Its words are read to the hall once more, while an answer to them waits.
        await chair.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Ask, hall.Ask.Id));
        await LookAsync();
        await second.RecordAsync(hall.Mayor, Words(AnswerCode.No, "plover"), "Will you keep the plover?");
        await LookAsync();
        await floor.RuleAsync(hall.Mayor, Ruling.ReAsk);
        await LookAsync();
        await floor.RecordAsync(hall.Mayor, Words(AnswerCode.Partial, "dunlin"), "Will you, as it was said in the end, build them?");
        await LookAsync();
        await floor.RuleAsync(hall.Mayor, Ruling.Amend, Words(AnswerCode.Yes, "avocet"));
        await LookAsync();
        await floor.RevealAsync(hall.Mayor);
        await ShowsAsync("avocet");
        Assert.Contains("as it was said in the end", await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}"), StringComparison.Ordinal);

        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.ReadBack);
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.Objection, "That is not what I said.");
        await floor.RecordAsync(hall.Mayor, Words(AnswerCode.No, "curlew"), "Will you, as a scribe heard it, build a phalarope?");
        await LookAsync();
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        // The ask was heard by everybody: its words wait for the chair's ruling, the answer waits for its moment.
        hidden.Remove("phalarope");
        await LookAsync();
        await floor.RevealAsync(hall.Mayor);
        await ShowsAsync("curlew");
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.Acknowledgement);
        await LookAsync();
    }

    [Fact]
    public async Task What_one_organiser_alone_proposes_or_refuses_can_be_seen_nowhere()
    {
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, Words(AnswerCode.Yes, "avocet"));
        await ShowsAsync("avocet");
        var (maria, john) = (await hall.Server.OrganiserAsync(), await hall.Server.OrganiserAsync());
        var api = $"/api/assemblies/{hall.Assembly.Id}";

        var proposed = await maria.SendAsync<CorrectionRow>($"{api}/corrections", Correction("godwit", "sandpiper"));
        await LookAsync();
        await john.SendAsync<CorrectionRow>($"{api}/corrections/{proposed.Id}/refuse", new RefuseCorrectionCommand("turnstone"));
        await LookAsync();
        proposed = await maria.SendAsync<CorrectionRow>($"{api}/corrections", Correction("whimbrel", "The recording has it."));
        await LookAsync();
        await john.SendAsync<CorrectionRow>($"{api}/corrections/{proposed.Id}/approve", new { });
        await ShowsAsync("whimbrel");

        var dispute = await maria.SendAsync<DisputeRow>($"{api}/disputes", new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Never said."));
        await maria.SendAsync<DisputeRow>($"{api}/disputes/{dispute.Id}/decide", new DecideDisputeCommand(DisputeOutcome.NotUpheld, "dotterel"));
        await LookAsync();
    }

    private CorrectionCommand Correction(string mark, string grounds) =>
        new(hall.Ask.Id, hall.Mayor.Id, CorrectionClass.Misheard, Words(AnswerCode.Yes, mark), grounds, "Scribe");

    // Every text there is, also those that this code of answer does not need: none of them may slip out.
    private static AnswerWords Words(AnswerCode code, string mark) => new(
        code, $"{mark} said", "en", $"{mark} condition", $"{mark} moves", Part: $"{mark} part", Offer: $"Will you {mark}?", Invitation: $"{mark} invited",
        Reason: $"{mark} reason", OnBehalfOf: $"{mark} deputy", More: $"{mark} more");

    private async Task<IReadOnlyDictionary<string, string>> LookAsync()
    {
        var seen = await eyes.LookAsync();
        Assert.Empty(from mark in hidden from place in seen where place.Value.Contains(mark, StringComparison.OrdinalIgnoreCase) select $"{mark}: {place.Key}");
        Assert.Empty(from mark in hidden from frame in eyes.Frames where frame.Frame.Contains(mark, StringComparison.OrdinalIgnoreCase) select $"{mark}: {frame.Channel}");
        return seen;
    }

    // That the net catches: what is revealed is at every place where an answer belongs.
    private async Task ShowsAsync(string mark)
    {
        hidden.Remove(mark);
        for (var patience = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(100))
        {
            var seen = await LookAsync();
            var places = seen.Where(s => s.Value.Contains(mark, StringComparison.Ordinal)).Select(s => s.Key).ToList();
            string[] wanted = [$"stranger /a/{hall.Assembly.Slug}", $"stranger /a/{hall.Assembly.Slug}/live", "stranger channel public", "projector channel screen", "projector /api/screen"];
            var missing = wanted.Except(places).ToList();
            if (missing.Count == 0 && places.Exists(p => p.EndsWith("/entries.jsonl", StringComparison.Ordinal)) && places.Exists(p => p.EndsWith("/bundle.zip", StringComparison.Ordinal)))
                return;
            Assert.True(DateTime.UtcNow < patience, $"{mark} is not at {string.Join(", ", missing)}; it is at {string.Join(", ", places)}.");
        }
    }
}
