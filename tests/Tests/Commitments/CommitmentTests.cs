using System.Net;
using Assemblies.Commitments;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record.Corrections;
using Assemblies.Tests.Harness;
using NodaTime;
using Said = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>What an answer is worth on the way from a yes on the night to kept or not kept: until when, and from whom.</summary>
public sealed class CommitmentTests : IAsyncDisposable
{
    private FollowedUp it = null!;

    public async ValueTask DisposeAsync()
    {
        if (it is not null)
            await it.DisposeAsync();
    }

    [Fact]
    public async Task A_yes_is_a_commitment_from_the_moment_that_the_hall_sees_it_with_words_version_and_date()
    {
        it = await FollowedUp.StartAsync();
        var row = await it.RowAsync();
        Assert.Equal((CommitmentStanding.Made, DeliveryStatus.NotYetChecked, new LocalDate(2027, 6, 30)), (row.Standing, row.Status, row.Due));
        Assert.Equal(("Will you build 200 homes by 2028?", 1, "Yes, I will.", "Mayor", "A. Mayor"), (row.Wording, row.AskVersion, row.Answer.Verbatim, row.Office, row.Person));
        Assert.Equal(new Timeliness(TimelinessKind.DueIn, 272), row.Timeliness);
        Assert.Single(await it.Maria.ReadAsync<List<CommitmentRow>>("/api/commitments"));
    }

    [Theory]
    [InlineData(Said.Yes, CommitmentStanding.Made)]
    [InlineData(Said.YesWithConditions, CommitmentStanding.Made)]
    [InlineData(Said.Partial, CommitmentStanding.Made)]
    [InlineData(Said.Deferred, CommitmentStanding.Made)]
    [InlineData(Said.CounterOffer, CommitmentStanding.Offered)]
    [InlineData(Said.No, CommitmentStanding.None)]
    [InlineData(Said.NoAnswer, CommitmentStanding.None)]
    public async Task Each_answer_is_worth_what_it_is_worth(Said code, CommitmentStanding standing)
    {
        it = await FollowedUp.StartAsync(new(code, "So be it.", Condition: "the state pays", WhoseMove: "the state", ByWhen: new LocalDate(2027, 1, 31),
            Part: "half", Offer: "Will you take 100?", TimesAsked: 2));
        Assert.Equal(standing, (await it.RowAsync()).Standing);
    }

    [Fact]
    public async Task A_yes_that_becomes_a_no_in_the_room_ends_the_commitment_and_its_history_stays()
    {
        it = await FollowedUp.StartAsync();
        await it.AnswerAsync(new(Said.No, "I have to correct myself: no."));
        Assert.Equal(CommitmentStanding.Ended, (await it.RowAsync()).Standing);
        await it.CloseAsync();
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status", new AssessCommand(new(DeliveryStatus.NotYetChecked, new(2026, 10, 1)))));
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "due", new DueCommand("They asked for more time.", true, new LocalDate(2028, 1, 1))));
    }

    [Fact]
    public async Task A_corrected_answer_changes_the_commitment_and_says_so()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        var proposed = await it.Maria.SendAsync<CorrectionRow>($"{it.Api}/corrections", new CorrectionCommand(
            it.Hall.Ask.Id, it.Hall.Mayor.Id, Assemblies.Record.Corrections.CorrectionClass.Misheard, FollowedUp.Yes with { Due = new LocalDate(2027, 7, 31) }, "The recording has July.", "Scribe"));
        await it.John.SendAsync<CorrectionRow>($"{it.Api}/corrections/{proposed.Id}/approve", new { });
        var row = await it.RowAsync();
        Assert.Equal(new LocalDate(2027, 7, 31), row.Due);
        Assert.Contains(FlagKind.Corrected, row.Flags);
    }

    [Fact]
    public async Task A_due_date_moves_with_a_reason_and_every_date_stays()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        Assert.Equal(["reason"], await it.RefusedAsync(HttpStatusCode.BadRequest, "due", new DueCommand("", true, new LocalDate(2027, 12, 31))));
        Assert.Equal(["due"], await it.RefusedAsync(HttpStatusCode.BadRequest, "due", new DueCommand("No reason.", true, new LocalDate(2027, 6, 30))));
        await it.StepAsync("due", new DueCommand("The budget comes in autumn.", true, new LocalDate(2027, 12, 31)));
        var dates = (await it.StepAsync("due", new DueCommand("No date any more.", false))).Steps.Select(s => (s.Details.Due!.Old, s.Details.Due.New));
        Assert.Equal([(new LocalDate(2027, 6, 30), new LocalDate(2027, 12, 31)), (new LocalDate(2027, 12, 31), null)], dates);
        Assert.Equal(TimelinessKind.NoDate, (await it.RowAsync()).Timeliness.Kind);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task The_date_that_the_ask_names_counts_and_enters_the_record_before_what_rests_on_it()
    {
        it = await FollowedUp.StartAsync(new(Said.Yes, "Yes."), terms: new([], new LocalDate(2027, 3, 1), "200 homes have a permit", "fewer have"));
        var row = await it.RowAsync();
        Assert.Equal((new LocalDate(2027, 3, 1), "200 homes have a permit", "fewer have"), (row.Due, row.KeptIf, row.NotKeptIf));
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.NotDue, new(2026, 10, 1))));
        Assert.Equal(["due.changed", "status.assessed"], (await it.TypesAsync())[^2..]);
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.NotYetChecked, new(2026, 10, 1))));
        Assert.Equal(1, (await it.TypesAsync()).Count(t => t == "due.changed"));
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task A_counter_offer_is_followed_up_once_the_organisation_takes_it()
    {
        it = await FollowedUp.StartAsync(new(Said.CounterOffer, "Not 200, but 100.", Offer: "Will you take 100?"));
        await it.CloseAsync();
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status", new AssessCommand(new(DeliveryStatus.NotYetChecked, new(2026, 10, 1)))));
        Assert.Equal(["grounds"], await it.RefusedAsync(HttpStatusCode.BadRequest, "accept", new AcceptOfferCommand(" ")));
        Assert.Equal(CommitmentStanding.Made, (await it.StepAsync("accept", new AcceptOfferCommand("It is half of what we asked, and this year."))).Commitment.Standing);
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "accept", new AcceptOfferCommand("Again.")));
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task A_late_yes_in_writing_makes_a_commitment_and_what_was_said_in_the_room_stays()
    {
        it = await FollowedUp.StartAsync(new(Said.NoAnswer, "We shall see.", TimesAsked: 2));
        await it.CloseAsync();
        it.GoTo(new(2027, 1, 10));
        var row = (await it.StepAsync("written", new WrittenCommand(new(new(Said.Yes, "We will build them.", "en", Due: new LocalDate(2028, 1, 1)), new(2027, 1, 8))))).Commitment;
        Assert.Equal((CommitmentStanding.Made, Said.NoAnswer, Said.Yes, new LocalDate(2028, 1, 1)), (row.Standing, row.Answer.Code, row.Written!.Answer.Code, row.Due));
        var verdict = await it.VerifyAsync();
        Assert.True(verdict.Outcome == Outcome.Valid, verdict.Finding?.Message);
        Assert.Equal(["reply.published", "status.assessed", "due.changed"], (await it.TypesAsync())[^3..]);
        Assert.Equal(["code"], await it.RefusedAsync(HttpStatusCode.BadRequest, "written", new WrittenCommand(new(new(Said.NoAnswer, "Perhaps.", TimesAsked: 1), new(2027, 1, 9)))));
    }

    [Fact]
    public async Task A_new_office_holder_is_named_and_the_promise_stays_with_who_gave_it()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 5, 10));
        var row = (await it.StepAsync("holder", new HolderCommand(new("C. Successor", new(2027, 5, 7), HolderChange.LostElection)))).Commitment;
        Assert.Equal(("A. Mayor", "Mayor", "C. Successor", CommitmentStanding.Made), (row.Person, row.Office, row.Holder, row.Standing));
        Assert.Contains("C. Successor holds the office Mayor since 7 May 2027, after an election that was lost.", await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }
}
