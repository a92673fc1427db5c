using System.Net;
using Assemblies.Commitments;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Data;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Said = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>The right of reply: what an office sees by its private link, and what becomes of what it writes.</summary>
public sealed class OfficeTests : IAsyncDisposable
{
    private const string Words = "The council voted the money on 3 November.\n“Half” is <b>wrong</b>.";

    private FollowedUp it = null!;

    public async ValueTask DisposeAsync()
    {
        if (it is not null)
            await it.DisposeAsync();
    }

    [Fact]
    public async Task What_an_office_writes_is_published_verbatim_beside_our_status_and_the_record_still_verifies()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        var seen = await it.FileAsync("checkpoint");
        using var office = await OfficeAsync();
        var page = await office.Client.GetAsync(office.Path);
        Assert.Contains("Will you build 200 homes by 2028?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not yet checked", page.Text, StringComparison.Ordinal);

        Assert.Equal(office.Path, (await SayAsync(office, "reply", Words, ("ownStatus", "kept"), ("person", "C. Clerk"))).Location);

        var history = await it.Maria.ReadAsync<CommitmentHistory>(it.One);
        var reply = history.Steps.Single(s => s.Kind == CommitmentStepKind.ReplyPublished).Details.Reply!;
        Assert.Equal((Words, "Mayor", "C. Clerk", DeliveryStatus.Kept), (reply.Text, reply.Office, reply.Person, reply.OwnStatus));
        Assert.Equal(DeliveryStatus.NotYetChecked, history.Commitment.Status);
        Assert.Contains("The council voted the money on 3 November.", await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync(seen)).Outcome);
        var after = await office.Client.GetAsync(office.Path);
        Assert.Contains("Your words are published", after.Text, StringComparison.Ordinal);
        Assert.Contains("Status by Mayor ✓ Kept", after.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;wrong&lt;/b&gt;", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sees_the_notice_what_is_proposed_and_until_when_it_may_reply()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        using var office = await OfficeAsync(365);
        it.GoTo(new LocalDate(2027, 7, 1));
        await it.StepAsync("contacts", new ContactCommand(new LocalDate(2027, 7, 1), ContactHow.Letter, ContactPurpose.Notice));
        Assert.Contains("We told you on 1 July 2027 that we may publish another status. You have until 15 July 2027 to reply.", (await office.Client.GetAsync(office.Path)).Text, StringComparison.Ordinal);
        it.GoTo(new LocalDate(2027, 7, 15));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.NotKept, new LocalDate(2027, 7, 15), StatusReason.NoMoney, "Not one home was begun.")));
        Assert.Contains("What we propose is Not kept", (await office.Client.GetAsync(office.Path)).Text, StringComparison.Ordinal);
        await SayAsync(office, "reply", Words);
        var steps = (await it.Maria.ReadAsync<CommitmentHistory>(it.One)).Steps;
        Assert.Equal(steps.Single(s => s.Kind == CommitmentStepKind.ContactLogged).Id, steps.Single(s => s.Kind == CommitmentStepKind.ReplyPublished).Details.Reply!.To);
    }

    [Fact]
    public async Task A_dispute_is_public_at_once_and_open_until_two_decide()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        using var office = await OfficeAsync();
        await SayAsync(office, "dispute", "I said: if the state pays.");
        var dispute = Assert.Single(await it.Maria.ReadAsync<List<DisputeRow>>($"{it.Api}/disputes"));
        Assert.Equal(("I said: if the state pays.", "Mayor", null), (dispute.Words, dispute.RaisedBy, dispute.Outcome));
        Assert.Contains(FlagKind.Disputed, (await it.RowAsync()).Flags);
        var decide = new DecideDisputeCommand(DisputeOutcome.NotUpheld, "The recording says otherwise.");
        Assert.Null((await it.Maria.SendAsync<DisputeRow>($"{it.Api}/disputes/{dispute.Id}/decide", decide)).Outcome);
        Assert.Equal(DisputeOutcome.NotUpheld, (await it.John.SendAsync<DisputeRow>($"{it.Api}/disputes/{dispute.Id}/decide", decide)).Outcome);
    }

    [Fact]
    public async Task What_the_record_cannot_take_yet_is_kept_and_published_once_later()
    {
        // The record of the evening is still open: follow-up must not get into it.
        it = await FollowedUp.StartAsync();
        using var office = await OfficeAsync();
        await SayAsync(office, "reply", Words);
        var waiting = Assert.Single(await SentAsync());
        Assert.Equal((Words, OfficeWordState.Received), (waiting.Words, waiting.State));
        Assert.Contains("to be published as it is", (await office.Client.GetAsync(office.Path)).Text, StringComparison.Ordinal);
        var publish = $"{it.Api}/office-words/{waiting.Id}/publish";
        Assert.Equal([""], await it.Maria.RefusedAsync(HttpStatusCode.Conflict, publish, new { }));

        await it.CloseAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => it.Maria.PostAsJsonAsync(publish, new { })));

        Assert.Equal(OfficeWordState.Published, Assert.Single(await SentAsync()).State);
        Assert.Equal(1, (await it.TypesAsync()).Count(t => t == "reply.published"));
    }

    [Fact]
    public async Task What_waits_is_published_by_itself_and_nothing_is_published_against_the_office_before_it()
    {
        it = await FollowedUp.StartAsync();
        using var office = await OfficeAsync(365);
        await SayAsync(office, "reply", Words);
        await it.CloseAsync();
        Assert.Contains(NeedKind.WordsWait, (await it.RowAsync()).Needs.Select(n => n.Kind));
        it.GoTo(new LocalDate(2027, 7, 15));
        await it.StepAsync("contacts", new ContactCommand(new LocalDate(2027, 7, 1), ContactHow.Letter, ContactPurpose.Notice));
        var notKept = new AssessCommand(new(DeliveryStatus.NotKept, new LocalDate(2027, 7, 15), StatusReason.NoMoney));
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status", notKept));

        await it.Hall.Server.Services.GetRequiredService<OfficePublisher>().PublishWaitingAsync(CancellationToken.None);

        Assert.Equal(OfficeWordState.Published, Assert.Single(await SentAsync()).State);
        Assert.Equal(1, (await it.TypesAsync()).Count(t => t == "reply.published"));
        Assert.DoesNotContain(NeedKind.WordsWait, (await it.RowAsync()).Needs.Select(n => n.Kind));
        await it.StepAsync("status", notKept);
        Assert.Equal(DeliveryStatus.NotKept, (await it.AgreeAsync()).Commitment.Status);
    }

    [Fact]
    public async Task A_link_that_ran_out_was_replaced_or_revoked_shows_nothing_and_none_shows_another_office()
    {
        it = await FollowedUp.StartAsync();
        await it.Floor.AnswerAsync(it.Hall.Leader, new AnswerWords(Said.No, "Never in my life."));
        using var first = await OfficeAsync();
        Assert.DoesNotContain("Never in my life", (await first.Client.GetAsync(first.Path)).Text, StringComparison.Ordinal);
        using var second = await OfficeAsync(30);
        Assert.Equal(HttpStatusCode.Gone, (await first.Client.GetAsync(first.Path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync(second.Path)).Status);
        it.Hall.Server.Clock.Advance(Duration.FromDays(30));
        Assert.Equal(HttpStatusCode.Gone, (await second.Client.GetAsync(second.Path)).Status);
        using var third = await OfficeAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await it.Maria.DeleteAsync(LinkPath)).StatusCode);
        var gone = await third.Client.GetAsync(third.Path);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.DoesNotContain("Will you build", gone.Text, StringComparison.Ordinal);
        Assert.Equal(["days"], await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, LinkPath, new OfficeLinkCommand(366)));
        Assert.DoesNotContain(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("off_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_organisers_who_issue_a_link_in_the_same_moment_one_is_told_and_one_link_works()
    {
        it = await FollowedUp.StartAsync();
        OfficeClient? first = null;
        var meanwhile = new OnceAfter("FROM \"OfficeLinks\"", async () => first = await OfficeAsync());
        await using var other = await it.Hall.Server.BesideAsync(services => services.ConfigureDbContext<AssemblyDb>(options => options.AddInterceptors(meanwhile)));
        using var tom = other.As(it.Maria);
        Assert.Equal([""], await tom.RefusedAsync(HttpStatusCode.Conflict, LinkPath, new OfficeLinkCommand(90)));
        Assert.True(meanwhile.Happened);
        Assert.Equal(HttpStatusCode.OK, (await first!.Client.GetAsync(first.Path)).Status);
        Assert.Equal(1, await it.Hall.Server.ReadAsync(db => db.OfficeLinks.CountAsync(l => l.RevokedAt == null)));
        first.Dispose();
    }

    [Fact]
    public async Task Refused_words_are_not_lost_and_a_link_cannot_fill_the_record()
    {
        it = await FollowedUp.StartAsync();
        using var office = await OfficeAsync();
        var refused = await SayAsync(office, "reply", new string('x', 2_001));
        Assert.Contains("in 1 to 2,000 characters", refused.Text, StringComparison.Ordinal);
        Assert.Contains(new string('x', 2_001), refused.Html, StringComparison.Ordinal);
        for (var i = 0; i < 20; i++)
            Assert.Equal(office.Path, (await SayAsync(office, "reply", $"Reply {i}")).Location);
        var tooMany = await SayAsync(office, "reply", "One more");
        Assert.Contains("has to rest until tomorrow", tooMany.Text, StringComparison.Ordinal);
        Assert.Equal(20, (await SentAsync()).Count);
    }

    [Fact]
    public async Task An_organiser_issues_the_link_on_a_page_and_publishes_what_waits_there()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        using var maria = await PageClient.FirstOrganiserAsync(server);
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, FollowedUp.Yes);
        var path = $"/assemblies/{hall.Assembly.Id}/power-holders/{hall.Mayor.Id}/office";
        var issued = await maria.PostAsync(path, "office", ("do", "issue"), ("days", "30"));
        var token = issued.Html.Split("/office/")[1].Split('<')[0];
        Assert.StartsWith("off_", token, StringComparison.Ordinal);
        Assert.DoesNotContain("off_", (await maria.GetAsync(path)).Html, StringComparison.Ordinal);
        using var clerk = new PageClient(server.Address);
        await clerk.PostAsync($"/office/{token}", $"reply-{hall.Ask.Id}", ("kind", "reply"), ("words", Words));
        using var organiser = await server.OrganiserAsync();
        await organiser.SendAsync<RecordStatus>($"/api/assemblies/{hall.Assembly.Id}/public-record/close", new CloseRecordCommand("Out of time."));
        var word = Assert.Single(await organiser.ReadAsync<List<OfficeWordRow>>($"/api/assemblies/{hall.Assembly.Id}/office-words"));
        Assert.Equal(path, (await maria.PostAsync(path, $"publish-{word.Id}")).Location);
        Assert.Contains("Status by Mayor", (await maria.GetAsync($"/assemblies/{hall.Assembly.Id}/commitments/{hall.Ask.Id}/{hall.Mayor.Id}")).Text, StringComparison.Ordinal);
    }

    private string LinkPath => $"{it.Api}/power-holders/{it.Hall.Mayor.Id}/office-link";

    private async Task<OfficeClient> OfficeAsync(int days = 90) => new(
        new PageClient(it.Hall.Server.Address), new Uri((await it.Maria.SendAsync<OfficeLinkReply>(LinkPath, new OfficeLinkCommand(days))).Address).AbsolutePath);

    private Task<PageClient.Page> SayAsync(OfficeClient office, string kind, string words, params (string, string)[] more) =>
        office.Client.PostAsync(office.Path, $"reply-{it.Hall.Ask.Id}", [("kind", kind), ("words", words), .. more]);

    private Task<List<OfficeWordRow>> SentAsync() => it.Maria.ReadAsync<List<OfficeWordRow>>($"{it.Api}/office-words");

    private sealed record OfficeClient(PageClient Client, string Path) : IDisposable
    {
        public void Dispose() => Client.Dispose();
    }
}
