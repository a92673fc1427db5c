using System.Net;
using Assemblies.Commitments;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record.Corrections;
using Assemblies.Record.Redactions;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Said = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>From a yes on the night to kept or not kept, through the API.</summary>
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
    public async Task Nothing_public_is_said_of_it_before_the_record_of_the_evening_is_closed()
    {
        it = await FollowedUp.StartAsync();
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone)));
        Assert.DoesNotContain("contact.logged", await it.TypesAsync());
        var assigned = await it.StepAsync("assign", new AssignCommand(new(Team: "Housing team")));
        Assert.Equal("Housing team", assigned.Commitment.Assignment.Team);
        await it.CloseAsync();
        await it.StepAsync("contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone));
    }

    [Fact]
    public async Task A_contact_is_in_the_record_its_note_is_not_and_the_next_one_is_planned_with_it()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2026, 11, 2));
        var after = await it.StepAsync("contacts", new ContactCommand(new(2026, 11, 1), ContactHow.Meeting, Outcome: ContactOutcome.Reached, Note: "She wants a photo first.", NextContact: new LocalDate(2026, 12, 1)));
        Assert.Equal((new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 1)), (after.Commitment.ActiveOn, after.Commitment.Assignment.NextContact));
        Assert.Equal("She wants a photo first.", after.Steps[0].Note);
        Assert.Contains("\"type\":\"contact.logged\"", await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("photo", await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("photo", string.Concat(await it.Hall.Server.ReadAsync(db => db.Changes.Select(c => c.Summary).ToListAsync())), StringComparison.Ordinal);
        it.GoTo(new(2026, 12, 1));
        Assert.Equal([NeedKind.NextContact], (await it.RowAsync()).Needs.Select(n => n.Kind).Where(k => k != NeedKind.NoOwner));
        await it.StepAsync("contacts", new ContactCommand(new(2026, 12, 1), ContactHow.Phone));
        Assert.Null((await it.RowAsync()).Assignment.NextContact);
    }

    [Fact]
    public async Task Kept_stands_only_when_another_organiser_agrees()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 20));
        var evidence = (await it.StepAsync("evidence", new EvidenceCommand("Council minutes", "https://city.example/minutes"))).Steps[^1].Id;
        var kept = new AssessCommand(new(DeliveryStatus.Kept, new(2027, 6, 20), Evidence: [evidence], MetOn: new LocalDate(2027, 6, 18)));
        var proposed = await it.StepAsync("status", kept);
        Assert.Equal((DeliveryStatus.NotYetChecked, DeliveryStatus.Kept), (proposed.Commitment.Status, proposed.Commitment.Proposed!.Status));
        Assert.DoesNotContain("status.assessed", await it.TypesAsync());
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status/agree", await it.AgreementAsync()));
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status", kept));
        Assert.Equal(NeedKind.Decide, (await it.John.ReadAsync<List<CommitmentRow>>("/api/commitments?needs=true"))[0].Needs[0].Kind);
        Assert.DoesNotContain(NeedKind.Decide, (await it.RowAsync()).Needs.Select(n => n.Kind));

        var agreed = (await it.AgreeAsync()).Commitment;
        Assert.Equal((DeliveryStatus.Kept, TimelinessKind.MetOn, 2), (agreed.Status, agreed.Timeliness.Kind, agreed.AssessedBy.Distinct().Count()));
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task Who_agrees_or_refuses_does_so_to_the_proposal_that_they_read_and_to_no_later_one()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "Half")));
        var read = await it.AgreementAsync();
        await it.StepAsync("status/refuse", new RefuseStatusCommand(read.Proposal, "I take it back."));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "Almost nothing")));
        Assert.Equal([""], await it.John.RefusedAsync(HttpStatusCode.Conflict, $"{it.One}/status/agree", read));
        Assert.Equal([""], await it.John.RefusedAsync(HttpStatusCode.Conflict, $"{it.One}/status/refuse", new RefuseStatusCommand(read.Proposal, "Not half.")));
        Assert.DoesNotContain("status.assessed", await it.TypesAsync());
        Assert.Equal("Almost nothing", (await it.AgreeAsync()).Commitment.Assessed!.Part);
    }

    [Fact]
    public async Task A_status_that_two_assessed_and_two_withheld_leaves_no_word_with_who_proposed_it()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Reason: "Grace Private told us.", Part: "The flat of Grace Private"), "Ask Grace Private."));
        await it.AgreeAsync();
        Assert.Contains(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("Grace", StringComparison.Ordinal));
        var entry = await it.Hall.Server.ReadAsync(db => db.RecordEntries.Where(e => e.Type == "status.assessed").Select(e => e.Seq).SingleAsync());
        var proposed = await it.Maria.SendAsync<RedactionRow>($"{it.Api}/redactions", new RedactionCommand(entry, Redaction.WholeEntry, RedactionGround.PrivatePerson, "A private person is named."));
        await it.John.SendAsync<RedactionRow>($"{it.Api}/redactions/{proposed.Id}/make", new { });
        Assert.DoesNotContain(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("Grace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_status_leaves_what_stood_and_no_trace_in_the_record()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "Half")));
        Assert.Equal(["reason"], await Fields(it.John, "status/refuse", new RefuseStatusCommand((await it.AgreementAsync()).Proposal, " ")));
        var refused = await it.John.SendAsync<CommitmentHistory>($"{it.One}/status/refuse", new RefuseStatusCommand((await it.AgreementAsync()).Proposal, "Ten homes are not a substantial part."));
        Assert.Equal((DeliveryStatus.NotYetChecked, null), (refused.Commitment.Status, refused.Commitment.Proposed));
        Assert.Equal([CommitmentStepKind.StatusProposed, CommitmentStepKind.StatusRefused], refused.Steps.Select(s => s.Kind));
        Assert.Equal("session.closed", (await it.TypesAsync())[^1]);

        Task<string[]> Fields(HttpClient who, string path, object command) => who.RefusedAsync(HttpStatusCode.BadRequest, $"{it.One}/{path}", command);
    }

    [Fact]
    public async Task Not_kept_waits_for_the_date_the_notice_and_the_second_organiser()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 30));
        Assert.Equal(["notice", "status"], (await it.RefusedAsync(HttpStatusCode.BadRequest, "status", NotKept(new(2027, 6, 30)))).Order());
        await it.StepAsync("contacts", new ContactCommand(new(2027, 6, 30), ContactHow.Letter, ContactPurpose.Notice));
        it.GoTo(new(2027, 7, 13));
        Assert.Equal(["notice"], await it.RefusedAsync(HttpStatusCode.BadRequest, "status", NotKept(new(2027, 7, 13))));
        it.GoTo(new(2027, 7, 14));
        Assert.Contains(NeedKind.NoticeOver, (await it.RowAsync()).Needs.Select(n => n.Kind));
        await it.StepAsync("status", NotKept(new(2027, 7, 14)));
        Assert.Equal(DeliveryStatus.NotKept, (await it.AgreeAsync()).Commitment.Status);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);

        static AssessCommand NotKept(LocalDate on) => new(new(DeliveryStatus.NotKept, on, StatusReason.NotPrioritised));
    }

    [Fact]
    public async Task A_date_that_moved_while_a_status_waited_is_looked_at_again()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 20));
        await it.StepAsync("contacts", new ContactCommand(new(2027, 7, 1), ContactHow.Letter, ContactPurpose.Notice));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.NotKept, new(2027, 7, 20), StatusReason.Unknown)));
        await it.StepAsync("due", new DueCommand("They asked for more time, and we agreed.", true, new LocalDate(2027, 12, 31)));
        Assert.Equal(["status"], await it.John.RefusedAsync(HttpStatusCode.BadRequest, $"{it.One}/status/agree", await it.AgreementAsync()));
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

    [Fact]
    public async Task A_reply_is_verbatim_and_may_answer_a_status()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        var status = (await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.Untrackable, new(2026, 10, 1), Reason: "It cannot be tested.")))).Steps[^1].Id;
        Assert.Equal(["to"], await it.RefusedAsync(HttpStatusCode.BadRequest, "replies", new ReplyCommand(new("Mayor's office", "No.", To: Guid.NewGuid()))));
        var replied = await it.StepAsync("replies", new ReplyCommand(new("Mayor's office", "It can: look at page 14.", OwnStatus: DeliveryStatus.UnderWay, To: status)));
        Assert.Contains(FlagKind.ReplyAvailable, replied.Commitment.Flags);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task A_promised_meeting_runs_until_they_met()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        Assert.Equal(["days"], await it.RefusedAsync(HttpStatusCode.BadRequest, "meeting", new MeetingCommand(0)));
        await it.StepAsync("meeting", new MeetingCommand(60));
        it.GoTo(new(2026, 12, 1));
        Assert.Equal(1, (await it.RowAsync()).Needs.Single(n => n.Kind == NeedKind.MeetingOverdue).Days);
        await it.StepAsync("contacts", new ContactCommand(new(2026, 12, 1), ContactHow.Meeting, Outcome: ContactOutcome.MeetingSet));
        Assert.NotNull((await it.RowAsync()).Meeting);
        await it.StepAsync("contacts", new ContactCommand(new(2026, 12, 1), ContactHow.Meeting, Outcome: ContactOutcome.Reached));
        Assert.Null((await it.RowAsync()).Meeting);
    }

    [Fact]
    public async Task Who_has_seen_an_older_version_is_told_and_changes_nothing()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone, ExpectedVersion: 0));
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone, ExpectedVersion: 0)));
        Assert.Equal(1, (await it.RowAsync()).Version);
    }

    [Fact]
    public async Task Work_is_given_to_many_at_once_and_all_or_none()
    {
        it = await FollowedUp.StartAsync();
        await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, "/api/commitments/assign", new AssignManyCommand([it.Key, it.Key with { AskId = Guid.NewGuid() }], new(Team: "Housing")));
        Assert.Equal(["ownerId"], await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, "/api/commitments/assign", new AssignManyCommand([it.Key], new(OwnerId: Guid.NewGuid()))));
        Assert.Equal(Assignment.None, (await it.RowAsync()).Assignment);
        var maria = await it.Hall.Server.ReadAsync(db => db.ApiTokens.OrderBy(t => t.Id).Select(t => t.OrganiserId).FirstAsync());
        await it.StepAsync("assign", new AssignCommand(new(Team: "Housing", OfficeContact: "Chief of staff")));
        (await it.Maria.PostAsJsonAsync("/api/commitments/assign", new AssignManyCommand([it.Key], new(OwnerId: maria)), Assemblies.Wire.WireFormat.Json)).EnsureSuccessStatusCode();
        Assert.Equal(new Assignment(maria, "Housing", null, "Chief of staff"), (await it.RowAsync()).Assignment);
        Assert.Single(await it.Maria.ReadAsync<List<CommitmentRow>>("/api/commitments?mine=true"));
        Assert.Empty(await it.John.ReadAsync<List<CommitmentRow>>("/api/commitments?mine=true"));
    }
}
