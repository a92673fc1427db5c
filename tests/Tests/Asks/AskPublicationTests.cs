using System.Net;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using NodaTime;

namespace Assemblies.Tests.Asks;

/// <summary>Asks are committed beforehand: published, sent to each office, withdrawn with a reason.</summary>
public sealed class AskPublicationTests : IAsyncLifetime
{
    private const string Words = "Will you build 200 homes by 2028?";

    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Asks => $"/api/assemblies/{hall.Assembly.Id}/asks";

    private string Ask => $"{Asks}/{hall.Ask.Id}";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_draft_is_not_public_and_a_published_ask_is_before_it_is_put()
    {
        Assert.DoesNotContain(Words, await PageAsync(), StringComparison.Ordinal);
        Assert.Equal(AskState.Published, (await organiser.SendAsync<AskRow>($"{Ask}/publish", new { })).State);
        Assert.Contains(Words, await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_or_terms_are_not_public_until_they_are_published_too()
    {
        await organiser.SendAsync<AskRow>($"{Ask}/publish", new { });
        var changed = await ChangeAsync(new AskCommand("Will you build 300 homes by 2028?"));
        Assert.Equal((AskState.Amended, 2), (changed.State, changed.Version));
        Assert.DoesNotContain("300 homes", await PageAsync(), StringComparison.Ordinal);
        var terms = new AskTerms([new("100 of them", new LocalDate(2027, 6, 1))], KeptIf: "300 homes have a key handed over.");
        Assert.Equal(3, (await ChangeAsync(new AskCommand("Will you build 300 homes by 2028?", Terms: terms))).Version);
        Assert.Equal(3, (await ChangeAsync(new AskCommand("Will you build 300 homes by 2028?", Terms: terms with { Parts = [.. terms.Parts] }))).Version);
        await organiser.SendAsync<AskRow>($"{Ask}/publish", new { });
        Assert.Contains("300 homes", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_ask_stays_readable_with_its_reason_and_is_not_put()
    {
        await organiser.SendAsync<AskRow>($"{Ask}/publish", new { });
        Assert.Equal(["reason"], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Ask}/withdraw", new WithdrawAskCommand(" ")));
        await organiser.SendAsync<AskRow>($"{Ask}/withdraw", new WithdrawAskCommand("The council voted for it yesterday."));
        Assert.Contains("The council voted for it yesterday.", await PageAsync(), StringComparison.Ordinal);
        Assert.Equal(["cells"], await PutRefusedAsync());
        // In the record its id is spent.
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Ask}/publish", new { }));
        Assert.Equal(AskState.Withdrawn, (await organiser.ReadAsync<List<AskRow>>(Asks))[0].State);
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, await organiser.DeleteAsync(Ask)));
    }

    [Fact]
    public async Task Putting_a_draft_publishes_it_and_what_was_put_is_not_withdrawn()
    {
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.PutAsync(hall.Mayor);
        Assert.Equal(AskState.Published, (await organiser.ReadAsync<List<AskRow>>(Asks))[0].State);
        Assert.Equal([""], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Ask}/withdraw", new WithdrawAskCommand("Too late.")));
    }

    [Fact]
    public async Task When_which_words_were_sent_to_which_office_is_noted()
    {
        await organiser.SendAsync<AskRow>($"{Ask}/sent", new SendAskCommand(hall.Mayor.Id, new LocalDate(2026, 9, 1), "Letter"));
        await ChangeAsync(new AskCommand("Will you build 300 homes by 2028?"));
        var row = await organiser.SendAsync<AskRow>($"{Ask}/sent", new SendAskCommand(hall.Mayor.Id, new LocalDate(2026, 9, 20)));
        Assert.Equal([(1, "2026-09-01"), (2, "2026-09-20")], row.Sent.Select(s => (s.Version, $"{s.SentOn:uuuu-MM-dd}")));
        Assert.Equal(["powerHolderId"], await organiser.RefusedAsync(
            HttpStatusCode.Conflict, $"{Ask}/sent", new SendAskCommand(Guid.NewGuid(), new LocalDate(2026, 9, 20))));
    }

    [Fact]
    public async Task An_ask_that_is_put_to_nobody_is_not_published()
    {
        var lonely = await organiser.SendAsync<AskRow>(Asks, new AskCommand("Will you meet us in 30 days?"));
        Assert.Equal(["powerHolderIds"], await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Asks}/{lonely.Id}/publish", new { }));
        await organiser.RefusedAsync(HttpStatusCode.Conflict, $"{Ask}/withdraw", new WithdrawAskCommand("Never published."));
    }

    [Fact]
    public async Task Terms_that_cannot_be_read_are_refused_at_their_field() => Assert.Equal(
        ["terms.parts", "terms.translations"],
        await organiser.RefusedAsync(HttpStatusCode.BadRequest, Asks, new AskCommand(Words, Terms: new(
            [new(" ")], Translations: [new("Spanish, please", "¿Construirá usted 200 viviendas?")]))));

    private async Task<string[]> PutRefusedAsync()
    {
        var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        return await chair.RefusedAsync(HttpStatusCode.BadRequest, "/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(hall.Ask.Id, hall.Mayor.Id, 0)]));
    }

    private async Task<AskRow> ChangeAsync(AskCommand command)
    {
        var response = await organiser.PutAsJsonAsync(Ask, command, Assemblies.Wire.WireFormat.Json);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<AskRow>(Assemblies.Wire.WireFormat.Json))!;
    }

    private async Task<string> PageAsync() => WebUtility.HtmlDecode(await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}"));
}
